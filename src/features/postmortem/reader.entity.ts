import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import { IdColumn, IntegerColumn, RefColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemEntity } from './postmortem.entity.js';

/** A person or a team, one of the two, whom a restricted case is open to. */
@Entity('postmortem_reader')
@Unique(['postmortemId', 'personId'])
@Unique(['postmortemId', 'teamId'])
export class PostmortemReaderEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'CASCADE' })
  @Index()
  teamId!: string | null;

  @IntegerColumn() position!: number;
}
