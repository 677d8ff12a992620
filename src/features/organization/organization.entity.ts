import { Entity, ForeignKey } from 'typeorm';

import { IdColumn, IntegerColumn, RefColumn, WordColumn } from '../../infra/database/columns.js';
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
}
