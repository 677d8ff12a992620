import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** Advice on a case that somebody has put aside. */
@Entity('advice_dismissal')
@Unique(['postmortemId', 'mark'])
export class AdviceDismissalEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  /** By what the advice is known again. */
  @WordColumn() mark!: string;
  @TextColumn() reason!: string;

  /** Who; null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string | null;

  @InstantColumn() at!: Date;
}
