import { Entity, ForeignKey, Index } from 'typeorm';

import type { PostmortemStatus } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PostmortemEntity } from './postmortem.entity.js';

/** A move of a case from state to state: how long it was written and reviewed is read from these. */
@Entity('postmortem_move')
@Index(['postmortemId'])
export class PostmortemMoveEntity {
  /** Later moves have later ids. */
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @InstantColumn() at!: Date;
  @WordColumn() fromStatus!: PostmortemStatus;
  @WordColumn() status!: PostmortemStatus;
  /** The revision that the move made; null for one from before this was kept, or from a file. */
  @IntegerColumn({ nullable: true }) revision!: number | null;
}
