import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { CaseLinkKind } from '../../core/vocabulary.js';
import {
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** A link from one case to another; both show it. */
@Entity('case_link')
@Unique(['fromId', 'toId', 'kind'])
export class CaseLinkEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  fromId!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  @Index()
  toId!: string;

  @IntegerColumn() position!: number;
  @WordColumn() kind!: CaseLinkKind;
  @TextColumn({ nullable: true }) note!: string | null;
}
