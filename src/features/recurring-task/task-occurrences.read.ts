import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { plusDays } from '../../core/working-days.js';
import { dueAt } from '../../core/cadence.js';
import type { RecurringTaskEntity, TaskRunEntity } from './recurring-task.entity.js';
import { runsFrom } from './recurring-task.loaders.js';
import { occurrencesAround, occurrenceState, type OccurrenceState } from './task-state.js';

/** An occurrence with what was recorded of it. */
export interface SeenOccurrence {
  readonly dueOn: string;
  readonly dueAt: Date;
  /** The last day on which it is not missed. */
  readonly graceUntil: string;
  readonly state: OccurrenceState;
  /** The one that counts first. */
  readonly runs: readonly TaskRunEntity[];
}

/**
 * The last occurrences of a task that have fallen due, and the next ones; the earliest first.
 * One statement, however many tasks are asked about at a time.
 * @throws FupanError VALIDATION unless both are 0 to 100
 */
export async function occurrencesOf(
  ctx: Ctx,
  task: RecurringTaskEntity,
  counts: { readonly last: number; readonly next: number },
): Promise<SeenOccurrence[]> {
  for (const name of ['last', 'next'] as const) {
    if (counts[name] >= 0 && counts[name] <= LIMITS.pageSize) continue;
    throw new FupanError('VALIDATION', 'pageSize', { max: LIMITS.pageSize }, [name]);
  }
  const now = ctx.clock.now();
  const occurrences = occurrencesAround(task, now, counts);
  const [first] = occurrences;
  if (!first) return [];
  const runs = await runsFrom(ctx).load({ taskId: task.id, day: first.dueOn });
  return occurrences.map((occurrence) => {
    const { dueOn, cadence } = occurrence;
    const recorded = runs.filter((run) => run.dueOn === dueOn).reverse();
    return {
      dueOn,
      dueAt: dueAt(occurrence),
      graceUntil: plusDays(dueOn, cadence.graceDays),
      state: occurrenceState(occurrence, recorded[0] ?? null, now),
      runs: recorded,
    };
  });
}
