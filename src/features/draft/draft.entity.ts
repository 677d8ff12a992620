import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { InstantColumn, IntegerColumn, TextColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** What somebody has typed into a part of a case and not saved. */
@Entity('draft')
@Index(['postmortemId'])
@Index(['personId', 'updatedAt'])
export class DraftEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  /** Which part, in the words of the editor: `summary`, `section/2/Impact`. */
  @PrimaryColumn('varchar', { length: 300 })
  part!: string;

  @TextColumn() text!: string;
  /** The text that the writing began from. */
  @TextColumn() base!: string;
  /** The version that text was read at. */
  @IntegerColumn() baseVersion!: number;
  @InstantColumn() updatedAt!: Date;
}
