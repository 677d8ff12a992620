import { z } from 'zod';

import { LIMITS } from './limits.js';
import type { Weekday } from './working-days.js';

/** When something is sent every week, by the clock of the zone it is for. */
export interface WeeklySchedule {
  readonly isOn: boolean;
  readonly weekday: Weekday;
  /** 0 to 23, at the full hour. */
  readonly hour: number;
}

/** As long as nobody has said otherwise: Monday at nine. */
export const USUAL_SCHEDULE: WeeklySchedule = { isOn: true, weekday: 1, hour: 9 };

export const weeklySchedule = z.object({
  isOn: z.boolean(),
  weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
  hour: z.number().int().min(0).max(23),
});

/** When those who lead hear of the whole organization, and who they are. */
export interface LeadersSchedule extends WeeklySchedule {
  /** Null: all administrators. */
  readonly personIds: readonly string[] | null;
}

export const USUAL_LEADERS: LeadersSchedule = { ...USUAL_SCHEDULE, personIds: null };

export const leadersSchedule = weeklySchedule.extend({
  personIds: z.array(z.string()).max(LIMITS.shortList).nullable(),
});
