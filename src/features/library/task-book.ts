import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import { numberOf } from '../../infra/database/keys.js';
import type { TaskDocument } from '../case-file/improvement-file.js';
import { RecurringTaskEntity, TaskRunEntity } from '../recurring-task/recurring-task.entity.js';
import type { Ids } from './catalog-book.js';
import type { ImportFault } from './import-fault.js';
import { instant } from './incident-book.js';
import { keyOf, KeyRing, type Keyed } from './key-ring.js';
import type { PersonBook } from './person-book.js';

interface Known {
  readonly people: PersonBook;
  readonly teams: Ids;
  readonly services: Ids;
}

interface AddedTask extends Keyed {
  readonly id: string;
  readonly document: TaskDocument;
}

/**
 * Adds recurring tasks that are not there, by id, else by key and title, and to those that are the
 * runs that were recorded later than what is known of their occurrence. Answers what found no room.
 */
export async function writeTasks(
  tx: TxCtx,
  tasks: readonly TaskDocument[],
  known: Known,
): Promise<ImportFault[]> {
  if (tasks.length === 0) return [];
  const rows = await tx.db.find(RecurringTaskEntity, {
    select: { id: true, key: true, title: true },
    where: [
      { id: In(tasks.flatMap(({ id }) => id ?? [])) },
      { key: In(tasks.flatMap(({ key }) => key ?? [])) },
    ],
  });
  const keys = new KeyRing(
    'RT',
    rows.map(({ key }) => key),
  );
  const faults: ImportFault[] = [];
  const added: AddedTask[] = [];
  const runs: TaskRunEntity[] = [];
  const room = LIMITS.recurringTasks - (await tx.db.countBy(RecurringTaskEntity, {}));
  for (const [at, document] of tasks.entries()) {
    const { key, title } = document;
    if (document.id !== undefined && added.some(({ id }) => id === document.id)) {
      faults.push({ path: ['tasks', at], message: 'the task is there twice; keep one' });
      continue;
    }
    const there =
      rows.find(({ id }) => id === document.id) ??
      rows.find((row) => row.key === key && row.title === title);
    if (!there && added.length >= room) {
      const message = `there are ${LIMITS.recurringTasks} recurring tasks already; remove one first`;
      faults.push({ path: ['tasks', at], message });
      continue;
    }
    const id = there?.id ?? document.id ?? newId();
    if (!there) {
      const task: AddedTask = { id, document };
      added.push(task);
      keys.give(task, key);
    }
    runs.push(...newRuns(id, document, there ? await lastRecorded(tx, id) : NONE, known));
  }
  await keys.close(tx);
  await insertRows(
    tx,
    RecurringTaskEntity,
    added.map((task) => rowOf(task.id, keyOf(task), task.document, known, tx.clock.now())),
  );
  await insertRows(tx, TaskRunEntity, runs);
  return faults;
}

function rowOf(
  id: string,
  key: string,
  task: TaskDocument,
  { people, teams, services }: Known,
  now: Date,
): RecurringTaskEntity {
  return {
    id,
    version: 1,
    key,
    number: numberOf(key),
    title: task.title,
    detail: task.detail ?? null,
    teamId: teams.get(task.team ?? '') ?? null,
    ownerId: task.owner ? people.idOf(task.owner) : null,
    serviceId: services.get(task.service ?? '') ?? null,
    practice: task.practice ?? null,
    cadences: task.cadences.map(({ validUntil = null, ...cadence }) => ({
      ...cadence,
      validUntil,
    })),
    createdAt: instant(task.createdAt) ?? now,
    archivedAt: instant(task.archivedAt),
  };
}

type Last = Pick<TaskRunEntity, 'dueOn' | 'number' | 'recordedAt'>;

const NONE: ReadonlyMap<string, Last> = new Map();

/** The run that counts for each occurrence of a task, by its day. */
async function lastRecorded(tx: TxCtx, taskId: string): Promise<ReadonlyMap<string, Last>> {
  const rows = await tx.db.find(TaskRunEntity, {
    select: { id: true, dueOn: true, number: true, recordedAt: true },
    where: { taskId },
    order: { dueOn: 'ASC', number: 'ASC' },
  });
  return new Map(rows.map((row) => [row.dueOn, row]));
}

function newRuns(
  taskId: string,
  { runs }: TaskDocument,
  last: ReadonlyMap<string, Last>,
  { people }: Known,
): TaskRunEntity[] {
  const numbers = new Map([...last].map(([dueOn, { number }]) => [dueOn, number]));
  return runs.flatMap((run): TaskRunEntity[] => {
    const recordedAt = new Date(run.recordedAt);
    const there = last.get(run.dueOn);
    if (there && there.recordedAt >= recordedAt) return [];
    const number = (numbers.get(run.dueOn) ?? 0) + 1;
    numbers.set(run.dueOn, number);
    return [
      {
        id: newId(),
        taskId,
        dueOn: run.dueOn,
        number,
        result: run.result,
        note: run.note ?? null,
        evidence: run.evidence ?? null,
        doneById: run.doneBy ? people.idOf(run.doneBy) : null,
        doneAt: new Date(run.doneAt),
        recordedById: run.recordedBy ? people.idOf(run.recordedBy) : null,
        recordedAt,
      },
    ];
  });
}
