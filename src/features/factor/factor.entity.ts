import { Entity, ForeignKey, Index } from 'typeorm';

import type { FactorCategory, FactorKind, Practice } from '../../core/vocabulary.js';
import {
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** A contributing factor; its children answer "why?". */
@Entity('factor')
@Index(['postmortemId'])
@Index(['category'])
export class FactorEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  /** Null at the root of a tree. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => FactorEntity, { onDelete: 'CASCADE' })
  @Index()
  parentId!: string | null;

  /** Order among siblings. */
  @IntegerColumn() position!: number;
  @WordColumn() kind!: FactorKind;
  @WordColumn({ nullable: true }) category!: FactorCategory | null;
  @WordColumn({ nullable: true }) practice!: Practice | null;
  @TextColumn() text!: string;
}
