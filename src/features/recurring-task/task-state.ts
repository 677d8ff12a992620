import { dayIn, plusDays } from '../../core/working-days.js';
import type { TaskResult } from '../../core/vocabulary.js';
import { lastUpTo, nextAfter, timingOf, type Occurrence, type Timing } from '../../core/cadence.js';
import type { RecurringTaskEntity, TaskRunEntity } from './recurring-task.entity.js';

/** How an occurrence stands, in the order of a life. */
export const OCCURRENCE_STATES = [
  'UPCOMING',
  'DUE',
  'DONE',
  'FAILED',
  'SKIPPED',
  'MISSED',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** How a task stands, the most urgent first. */
export const TASK_STATES = ['MISSED', 'DUE', 'FAILED', 'OK'] as const;
export type TaskState = (typeof TASK_STATES)[number];

const STATE_OF: Readonly<Record<TaskResult, OccurrenceState>> = {
  PASSED: 'DONE',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
};

/** How an occurrence stands, given the run that counts for it. */
export function occurrenceState(
  occurrence: Occurrence,
  run: Pick<TaskRunEntity, 'result'> | null,
  now: Date,
): OccurrenceState {
  return run ? STATE_OF[run.result] : timingOf(occurrence, now);
}

/** The day that it is for a task. */
export function todayOf({ cadences }: RecurringTaskEntity, now: Date): string {
  return dayIn(now, cadences.at(-1)?.zone ?? 'UTC');
}

/**
 * How a task stands, given the last run that counts. It is missed where an occurrence after that run
 * is past its grace; what was missed before it is history.
 */
export function taskState(
  task: RecurringTaskEntity,
  last: Pick<TaskRunEntity, 'dueOn' | 'result'> | null,
  now: Date,
): TaskState {
  const grace = task.cadences.at(-1)?.graceDays ?? 0;
  // Those within the grace, were it due every day, one that is past it, and the one of tomorrow.
  const recent = lastUpTo(task.cadences, plusDays(todayOf(task, now), 1), grace + 3);
  const timings = new Set<Timing>(
    recent
      .filter(({ dueOn }) => dueOn > (last?.dueOn ?? ''))
      .map((occurrence) => timingOf(occurrence, now)),
  );
  if (timings.has('MISSED')) return 'MISSED';
  if (timings.has('DUE')) return 'DUE';
  return last?.result === 'FAILED' ? 'FAILED' : 'OK';
}

/** The last occurrences that have fallen due, and the next ones that have not; the earliest first. */
export function occurrencesAround(
  { cadences }: RecurringTaskEntity,
  now: Date,
  { last, next }: { readonly last: number; readonly next: number },
): Occurrence[] {
  // In whatever zone: what falls due the day before or after is told apart by its instant.
  const tomorrow = dayIn(now, '+14:00');
  const near = lastUpTo(cadences, tomorrow, last + 2);
  const isToCome = (occurrence: Occurrence): boolean => timingOf(occurrence, now) === 'UPCOMING';
  const past = near.filter((occurrence) => !isToCome(occurrence));
  const toCome = [...near.filter(isToCome), ...nextAfter(cadences, tomorrow, next)];
  return [...(last === 0 ? [] : past.slice(-last)), ...toCome.slice(0, next)];
}
