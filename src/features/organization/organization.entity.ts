import { Entity, ForeignKey } from 'typeorm';

import type { LeadersSchedule, WeeklySchedule } from '../../core/weekly-schedule.js';
import {
  IdColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';

/** Whose library it is: one row, from the first time that somebody says so. */
@Entity('organization')
export class OrganizationEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn({ nullable: true }) name!: string | null;

  /** Which days are worked; null for Monday to Friday, in UTC. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => WorkCalendarEntity, { onDelete: 'RESTRICT' })
  calendarId!: string | null;

  /** When the digests of teams are sent that say nothing else; null for the usual time. */
  @JsonColumn({ nullable: true }) digestSchedule!: WeeklySchedule | null;
  /** When and to whom the digest of the organization is sent; null as usual. */
  @JsonColumn({ nullable: true }) leadersDigest!: LeadersSchedule | null;
}
