import { Brackets, In } from 'typeorm';

import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { RecurringTaskEntity, TaskRunEntity } from './recurring-task.entity.js';
import { mayTask } from './recurring-task.policy.js';

/** A task by id; null where there is none or the caller may not read it. */
export const recurringTaskById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayTask(ctx.actor, 'read')
    ? byId(await ctx.db.findBy(RecurringTaskEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** The run that counts for the last occurrence of a task that has one; null where none has. */
export const lastRunOf = defineLoader(async (ctx, taskIds: readonly string[]) => {
  if (taskIds.length === 0 || !mayTask(ctx.actor, 'read')) return taskIds.map(() => null);
  const query = ctx.db.createQueryBuilder(TaskRunEntity, 'r');
  const overtaken = query
    .subQuery()
    .select('1')
    .from(TaskRunEntity, 'o')
    .where('o.taskId = r.taskId')
    .andWhere('(o.dueOn > r.dueOn OR (o.dueOn = r.dueOn AND o.number > r.number))')
    .getQuery();
  const rows = await query
    .where('r.taskId IN (:...taskIds)', { taskIds })
    .andWhere(`NOT EXISTS ${overtaken}`)
    .getMany();
  const found = new Map(rows.map((row) => [row.taskId, row]));
  return taskIds.map((id) => found.get(id) ?? null);
});

/** Runs of a task for the occurrences from a day on. */
export interface RunsFrom {
  readonly taskId: string;
  readonly day: string;
}

/** All that was recorded for those occurrences, by day, for each in the order it was recorded. */
export const runsFrom = defineLoader(async (ctx, keys: readonly RunsFrom[]) => {
  if (!mayTask(ctx.actor, 'read')) return keys.map(() => []);
  const query = ctx.db.createQueryBuilder(TaskRunEntity, 'r').where(
    new Brackets((any) => {
      keys.forEach(({ taskId, day }, at) => {
        any.orWhere(`(r.taskId = :task${at} AND r.dueOn >= :day${at})`, {
          [`task${at}`]: taskId,
          [`day${at}`]: day,
        });
      });
    }),
  );
  const rows = await query.orderBy('r.dueOn').addOrderBy('r.number').getMany();
  const groups = groupedBy(
    rows,
    [...new Set(keys.map(({ taskId }) => taskId))],
    (row) => row.taskId,
  );
  const runsOf = new Map(groups.flatMap((group) => (group[0] ? [[group[0].taskId, group]] : [])));
  return keys.map(({ taskId, day }) =>
    (runsOf.get(taskId) ?? []).filter(({ dueOn }) => dueOn >= day),
  );
});
