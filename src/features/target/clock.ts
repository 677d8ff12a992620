import type { WorkingDays } from '../../core/working-days.js';

export const CLOCK_STATES = ['RUNNING', 'PAUSED', 'ENDED', 'STOPPED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** How much of its time something has used. Days are working days of a calendar. */
export interface Clock {
  readonly state: ClockState;
  /** How many it may use; null without a target. */
  readonly targetDays: number | null;
  /** How many it has used, those of pauses left out. */
  readonly usedDays: number;
  /** How many it was paused. */
  readonly pausedDays: number;
  /** It has used more than it may. */
  readonly breached: boolean;
  /** The last day within the target, if nothing stops the clock any more; null if it never comes. */
  readonly targetOn: string | null;
}

/** Days in which a clock ran, or stood still in a pause. */
export interface Stretch {
  readonly from: string;
  /** The day on which something else began; null while nothing has. */
  readonly until: string | null;
  readonly isPause: boolean;
}

/**
 * Adds up stretches. A working day counts if the clock ran when the day began: that on which
 * something starts is not used yet, that on which it is paused or done is, and what is paused and
 * taken up on the same day has lost nothing.
 * @param stretches the first first; none that runs begins after `today`
 */
export function readClock(
  stretches: readonly Stretch[],
  {
    state,
    ...given
  }: Pick<Clock, 'state' | 'targetDays'> & { calendar: WorkingDays; today: string },
): Clock {
  const { calendar, today } = given;
  // What was over before fupan knew of it has never had a clock.
  const targetDays = stretches.some(({ isPause }) => !isPause) ? given.targetDays : null;
  let [usedDays, pausedDays] = [0, 0];
  let targetOn: string | null = null;
  for (const { from, until, isPause } of stretches) {
    const end = until === null || until > today ? today : until;
    const days = from < end ? calendar.workingDaysBetween(from, end) : 0;
    if (isPause) {
      pausedDays += days;
      continue;
    }
    const left = targetDays === null ? Infinity : targetDays - usedDays;
    if (targetOn === null && left < Infinity && (until === null || days >= left)) {
      targetOn = dayAfter(calendar, from, left);
    }
    usedDays += days;
  }
  const breached = targetDays !== null && usedDays > targetDays;
  return { state, targetDays, usedDays, pausedDays, breached, targetOn };
}

const LAST_DAY = '9999-12-31';

function dayAfter(calendar: WorkingDays, from: string, days: number): string | null {
  const isBeyond = calendar.workingDaysBetween(from, LAST_DAY) < days;
  return isBeyond ? null : calendar.addWorkingDays(from, days);
}
