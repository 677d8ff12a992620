import { Entity, ForeignKey, Index } from 'typeorm';

import type { FindingKind } from '../../core/vocabulary.js';
import {
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** What went well, what went wrong, where there was luck, what surprised. */
@Entity('finding')
@Index(['postmortemId'])
export class FindingEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @IntegerColumn() position!: number;
  @WordColumn() kind!: FindingKind;
  @TextColumn() text!: string;
}
