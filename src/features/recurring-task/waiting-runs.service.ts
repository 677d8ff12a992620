import { IsNull } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { RecurringTaskEntity } from './recurring-task.entity.js';
import { mayTask } from './recurring-task.policy.js';
import { occurrencesOf, type SeenOccurrence } from './task-occurrences.read.js';

/** Occurrences of one task that are ahead. */
const AHEAD = 8;

/** An occurrence of a task that nobody has recorded yet. */
export interface WaitingRun {
  readonly task: RecurringTaskEntity;
  readonly occurrence: SeenOccurrence;
}

/** The last occurrence of each task if it waits, and the next ones. Two statements. */
export async function waitingRuns(
  ctx: Ctx,
  scope: { readonly ownerId: string } | { readonly teamId: string },
): Promise<WaitingRun[]> {
  if (!mayTask(ctx.actor, 'read')) return [];
  const tasks = await ctx.db.find(RecurringTaskEntity, {
    where: { ...scope, archivedAt: IsNull() },
    order: { number: 'ASC' },
    take: LIMITS.recurringTasks,
  });
  const runs = await Promise.all(
    tasks.map(async (task) =>
      (await occurrencesOf(ctx, task, { last: 1, next: AHEAD })).map((occurrence) => ({
        task,
        occurrence,
      })),
    ),
  );
  return runs.flat().filter(({ occurrence: { runs: recorded } }) => recorded.length === 0);
}
