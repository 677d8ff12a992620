import { dayIn, type WorkingDays } from '../../core/working-days.js';
import type { ActionStatus } from '../../core/vocabulary.js';
import { readClock, type Clock, type ClockState, type Stretch } from './clock.js';

/** Something that happened to an action, as far as its clock looks at it. */
export interface ClockEvent {
  readonly at: Date;
  readonly status: ActionStatus;
  /** Until when it is paused, `YYYY-MM-DD`; null where it is not. */
  readonly pausedUntil: string | null;
}

/** In these somebody has still to do it. */
const TICKING: readonly ActionStatus[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'];

/**
 * Reads the clock of an action from its history. It starts when the action is proposed, as trackers
 * count from the day a bug is filed: an action that nobody commits to is not any faster for that.
 * It stands still while the action is paused, and runs again on the day the pause ends or the action
 * is taken up before; it ends when the action is done or given up, and goes on where it was if that
 * is taken back. A due date that is put off moves nothing here. Days begin and end in the zone of
 * the calendar.
 * @param events of one action, the first thing first; what came after `now` is left out
 */
export function actionClock(
  events: readonly ClockEvent[],
  {
    targetDays,
    calendar,
    now,
  }: {
    readonly targetDays: number | null;
    readonly calendar: WorkingDays;
    readonly now: Date;
  },
): Clock {
  const past = events.filter(({ at }) => at <= now);
  const today = dayIn(now, calendar.zone);
  const stretches = past.flatMap((event, index) => {
    const next = past[index + 1];
    return stretchesOf(event, next ? dayIn(next.at, calendar.zone) : null, calendar.zone);
  });
  const state = stateOf(past.at(-1), today);
  return readClock(stretches, { state, targetDays, calendar, today });
}

/** What an event leads to until the next one: a pause that ended by itself has two parts. */
function stretchesOf(event: ClockEvent, until: string | null, zone: string): Stretch[] {
  const { at, status, pausedUntil } = event;
  const from = dayIn(at, zone);
  if (TICKING.includes(status)) return [{ from, until, isPause: false }];
  if (status !== 'PAUSED') return [];
  if (pausedUntil === null || (until !== null && until <= pausedUntil)) {
    return [{ from, until, isPause: true }];
  }
  // The pause may have been over when this was written down.
  const end = pausedUntil > from ? pausedUntil : from;
  return [
    { from, until: end, isPause: true },
    { from: end, until, isPause: false },
  ];
}

function stateOf(last: ClockEvent | undefined, today: string): ClockState {
  switch (last?.status) {
    case 'PROPOSED':
    case 'COMMITTED':
    case 'IN_PROGRESS':
      return 'RUNNING';
    case 'PAUSED':
      return last.pausedUntil === null || last.pausedUntil > today ? 'PAUSED' : 'RUNNING';
    case 'REJECTED':
      return 'STOPPED';
    default:
      return 'ENDED';
  }
}
