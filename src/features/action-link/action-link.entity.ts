import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { ActionLinkKind } from '../../core/vocabulary.js';
import { IdColumn, RefColumn, WordColumn } from '../../infra/database/columns.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';

/** A link between two action items. It means the same from both ends; it is kept where it was made. */
@Entity('action_link')
@Unique(['fromId', 'toId'])
export class ActionLinkEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  fromId!: string;

  @RefColumn()
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  @Index()
  toId!: string;

  @WordColumn() kind!: ActionLinkKind;
}
