import { dayIn, type WorkingDays } from '../../core/working-days.js';
import type { PostmortemStatus } from '../../core/vocabulary.js';
import { readClock, type Clock, type ClockState } from './clock.js';

/** What of a case its clocks look at. */
export interface CaseLife {
  readonly status: PostmortemStatus;
  /** When there was something to write up: its incident was resolved, or else it was begun. */
  readonly startedAt: Date;
  /** From state to state, the first first. */
  readonly moves: readonly {
    readonly at: Date;
    readonly fromStatus: PostmortemStatus;
    readonly status: PostmortemStatus;
  }[];
}

/** The state of a case in which each clock runs. */
const RUNS_IN = { WRITING: 'DRAFT', REVIEWING: 'IN_REVIEW' } as const;
export type CaseStage = keyof typeof RUNS_IN;

/**
 * Reads from the moves of a case how long it has been written, or reviewed. Writing begins when its
 * incident is resolved, and reviewing when it is submitted; what is sent back goes on where it was.
 * @returns null where there is nothing to tell: it never was in that stage as long as it is known,
 *   or waits to be reviewed again
 */
export function caseClock(
  stage: CaseStage,
  { status, startedAt, moves }: CaseLife,
  {
    targetDays,
    calendar,
    now,
  }: {
    readonly targetDays: number | null;
    readonly calendar: WorkingDays;
    readonly now: Date;
  },
): Clock | null {
  const day = (instant: Date): string => dayIn(instant, calendar.zone);
  const spells = [
    { at: startedAt, status: moves[0]?.fromStatus ?? status },
    ...moves.filter(({ at }) => at <= now),
  ];
  const stretches = spells.flatMap((spell, index) => {
    const next = spells[index + 1];
    if (spell.status !== RUNS_IN[stage]) return [];
    return [{ from: day(spell.at), until: next ? day(next.at) : null, isPause: false }];
  });
  if (stretches.length === 0) return null;
  if (stage === 'REVIEWING' && status === 'DRAFT') return null;
  const state = stateOf(stage, status, moves.at(-1)?.fromStatus);
  return readClock(stretches, { state, targetDays, calendar, today: day(now) });
}

function stateOf(
  stage: CaseStage,
  status: PostmortemStatus,
  before: PostmortemStatus | undefined,
): ClockState {
  if (status === RUNS_IN[stage]) return 'RUNNING';
  return status === 'ARCHIVED' && before === RUNS_IN[stage] ? 'STOPPED' : 'ENDED';
}
