import { Entity, Unique } from 'typeorm';

import type { SpecialDays, Weekday } from '../../core/working-days.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  WordColumn,
} from '../../infra/database/columns.js';

/** Which days are worked: teams and the organization keep one each. */
@Entity('work_calendar')
@Unique(['name'])
export class WorkCalendarEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() name!: string;
  @WordColumn() zone!: string;
  /** Worked in a usual week, Monday first. */
  @JsonColumn() weekdays!: readonly Weekday[];
  /** Holidays and the days worked in their place, the earliest first. */
  @JsonColumn() specialDays!: readonly SpecialDays[];
  @InstantColumn() createdAt!: Date;
}
