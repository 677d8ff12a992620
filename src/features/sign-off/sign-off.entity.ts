import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { SignOffVerdict } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** What a team said last of a case that it was affected by. */
@Entity('sign_off')
@Unique(['postmortemId', 'teamId'])
export class SignOffEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @RefColumn()
  @ForeignKey(() => TeamEntity, { onDelete: 'CASCADE' })
  @Index()
  teamId!: string;

  @WordColumn() verdict!: SignOffVerdict;
  /** What the team does not agree with. */
  @TextColumn({ nullable: true }) reservations!: string | null;
  /** The newest revision of the case when it was said. */
  @IntegerColumn() revision!: number;

  /** Who spoke for the team; null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string | null;

  /** Who wrote it down; null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  recorderId!: string | null;

  @InstantColumn() at!: Date;
}
