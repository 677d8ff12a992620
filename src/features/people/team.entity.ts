import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { TeamRole } from '../../core/vocabulary.js';
import type { WeeklySchedule } from '../../core/weekly-schedule.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';
import { PersonEntity } from './person.entity.js';

@Entity('team')
@Unique(['key'])
export class TeamEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  /** Short and stable, for files and queries: `payments`. */
  @WordColumn() key!: string;
  @WordColumn() name!: string;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;

  /** Which days are worked; null for those of the organization. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => WorkCalendarEntity, { onDelete: 'RESTRICT' })
  calendarId!: string | null;

  /** When its digest is sent; null: when the organization says. */
  @JsonColumn({ nullable: true }) digestSchedule!: WeeklySchedule | null;
}

@Entity('team_member')
export class TeamMemberEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => TeamEntity, { onDelete: 'CASCADE' })
  teamId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @WordColumn() role!: TeamRole;
}
