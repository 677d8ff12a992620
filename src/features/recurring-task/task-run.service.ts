import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { ConflictError, ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { TASK_RESULTS } from '../../core/vocabulary.js';
import { isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { OvertakenError } from '../../infra/database/versioned.js';
import { PersonEntity } from '../people/person.entity.js';
import { occurrenceOn } from '../../core/cadence.js';
import { RecurringTaskEntity, TaskRunEntity } from './recurring-task.entity.js';
import { mayTask } from './recurring-task.policy.js';
import { occurrencesAround, todayOf } from './task-state.js';

const runSchema = z
  .object({
    dueOn: z.iso.date(),
    result: z.enum(TASK_RESULTS),
    note: text.entry.nullish(),
    evidence: text.entry.nullish(),
    doneById: z.string().nullish(),
    doneAt: z.date().nullish(),
    expectedVersion: z.number().int().nullish(),
  })
  .refine(({ result, note }) => result === 'PASSED' || note, {
    error: 'reasonMissing',
    path: ['note'],
  });
export type TaskRunRecord = z.input<typeof runSchema>;

/** Records what came of the occurrences of a task. What was recorded before is kept. */
@Injectable()
export class TaskRuns {
  /**
   * Records a run of an occurrence that has fallen due, or of the next one; in place of what was
   * recorded for it before.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT
   */
  async record(tx: TxCtx, taskId: string, input: TaskRunRecord): Promise<RecurringTaskEntity> {
    if (!mayTask(tx.actor, 'edit')) throw new ForbiddenError();
    const task = await tx.db.findOneBy(RecurringTaskEntity, { id: taskId });
    if (!task) throw new NotFoundError('recurring task', ['id']);
    const values = checked(runSchema, input);
    const { dueOn, expectedVersion } = values;
    const now = tx.clock.now();
    requireOccurrence(task, dueOn, now);
    if (values.doneAt && values.doneAt > now) {
      throw new FupanError('VALIDATION', 'notYet', {}, ['input', 'doneAt']);
    }
    const doneById = values.doneById ?? personIdOf(tx.actor);
    if (values.doneById && !(await tx.db.existsBy(PersonEntity, { id: values.doneById }))) {
      throw new NotFoundError('person', ['input', 'doneById']);
    }
    const before = (await tx.db.maximum(TaskRunEntity, 'number', { taskId, dueOn })) ?? 0;
    if ((expectedVersion ?? before) !== before)
      throw new ConflictError({ ...task, version: before });
    if (before >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const row: TaskRunEntity = {
      id: newId(),
      taskId,
      dueOn,
      number: before + 1,
      result: values.result,
      note: values.note ?? null,
      evidence: values.evidence ?? null,
      doneById,
      doneAt: values.doneAt ?? now,
      recordedById: personIdOf(tx.actor),
      recordedAt: now,
    };
    try {
      await insertRows(tx, TaskRunEntity, [row]);
    } catch (error) {
      // Somebody recorded it first, in a transaction beside this one.
      throw isUniqueViolation(error) ? new OvertakenError() : error;
    }
    return task;
  }
}

/** @throws FupanError VALIDATION `notDue` */
function requireOccurrence(task: RecurringTaskEntity, dueOn: string, now: Date): void {
  const [next] = occurrencesAround(task, now, { last: 0, next: 1 });
  const isToCome = dueOn > (next?.dueOn ?? todayOf(task, now));
  if (isToCome || !occurrenceOn(task.cadences, dueOn)) {
    throw new FupanError('VALIDATION', 'notDue', {}, ['input', 'dueOn']);
  }
}
