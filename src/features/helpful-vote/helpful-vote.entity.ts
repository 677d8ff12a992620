import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { InstantColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** Says that a case helped somebody. Whose it is is kept so that it counts once and can be taken back, and shown to nobody. */
@Entity('helpful_vote')
export class HelpfulVoteEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @InstantColumn() createdAt!: Date;
}
