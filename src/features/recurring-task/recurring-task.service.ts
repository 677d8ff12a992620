import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { PRACTICES } from '../../core/vocabulary.js';
import { dayIn, plusDays } from '../../core/working-days.js';
import { setArchived } from '../../infra/database/archive.js';
import { insertRows } from '../../infra/database/insert.js';
import { takeNumbers } from '../../infra/database/keys.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import type { Cadence } from '../../core/cadence.js';
import { cadenceFields, checkedRule } from '../../core/cadence-input.js';
import { RecurringTaskEntity } from './recurring-task.entity.js';
import { mayTask } from './recurring-task.policy.js';
import { todayOf } from './task-state.js';

const cadenceSchema = z.object({
  ...cadenceFields,
  graceDays: z
    .number()
    .int()
    .refine((days) => days >= 0 && days <= 60, { error: 'graceDays' }),
});
const fields = {
  title: text.title,
  detail: text.entry.nullish(),
  teamId: z.string().nullish(),
  ownerId: z.string().nullish(),
  serviceId: z.string().nullish(),
  practice: z.enum(PRACTICES).nullish(),
  cadence: cadenceSchema,
};
const createSchema = z.object(fields);
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

type CadenceValues = z.output<typeof cadenceSchema>;
export type RecurringTaskCreate = z.input<typeof createSchema>;
export type RecurringTaskUpdate = z.input<typeof updateSchema>;

const CADENCE = ['input', 'cadence'];
const RULE = [...CADENCE, 'rule'];

/** Keeps what has to be done again and again, and when it is due. */
@Injectable()
export class RecurringTasks {
  /** The task with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<RecurringTaskEntity | null> {
    if (!mayTask(ctx.actor, 'read') || (!by.id && !by.key)) return null;
    return ctx.db.findOneBy(RecurringTaskEntity, {
      ...(by.id ? { id: by.id } : {}),
      ...(by.key ? { key: by.key.toUpperCase() } : {}),
    });
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for what it names */
  async create(tx: TxCtx, input: RecurringTaskCreate): Promise<RecurringTaskEntity> {
    if (!mayTask(tx.actor, 'edit')) throw new ForbiddenError();
    const { cadence, ...values } = checked(createSchema, input);
    await requireKnown(tx, values);
    if ((await tx.db.countBy(RecurringTaskEntity, {})) >= LIMITS.recurringTasks) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.recurringTasks }, ['input']);
    }
    const number = await takeNumbers(tx, 'RT');
    const row: RecurringTaskEntity = {
      id: newId(),
      version: 1,
      key: `RT-${number}`,
      number,
      title: values.title,
      detail: values.detail ?? null,
      teamId: values.teamId ?? null,
      ownerId: values.ownerId ?? null,
      serviceId: values.serviceId ?? null,
      practice: values.practice ?? null,
      cadences: withCadence(tx, [], cadence),
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await insertRows(tx, RecurringTaskEntity, [row]);
    return row;
  }

  /**
   * Changes what is given. Another cadence is in force from today on and leaves the past as it was.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, WRONG_STATE for the cadence of
   * one that is archived
   */
  async update(tx: TxCtx, id: string, input: RecurringTaskUpdate): Promise<RecurringTaskEntity> {
    const row = await this.#require(tx, 'edit', id);
    const { expectedVersion, cadence, ...values } = checked(updateSchema, input);
    await requireKnown(tx, values);
    if (cadence && row.archivedAt) {
      throw new FupanError('WRONG_STATE', 'WRONG_STATE', { status: 'ARCHIVED' }, CADENCE);
    }
    const cadences = cadence && withCadence(tx, row.cadences, cadence);
    const changes = given({ ...values, cadences });
    return updateVersioned(tx, RecurringTaskEntity, row, expectedVersion, changes);
  }

  /** Nothing is due from today on. @throws FupanError WRONG_STATE if it is archived already */
  async archive(tx: TxCtx, id: string): Promise<RecurringTaskEntity> {
    const row = await this.#require(tx, 'edit', id);
    const archived = await setArchived(tx, RecurringTaskEntity, row, true);
    const cadences = endedBefore(row.cadences, todayOf(row, tx.clock.now()));
    await tx.db.update(RecurringTaskEntity, { id }, { cadences });
    return { ...archived, cadences };
  }

  /** It is due again from today on. @throws FupanError WRONG_STATE if it is not archived */
  async restore(tx: TxCtx, id: string): Promise<RecurringTaskEntity> {
    const row = await this.#require(tx, 'edit', id);
    const restored = await setArchived(tx, RecurringTaskEntity, row, false);
    const today = todayOf(row, tx.clock.now());
    const [last] = row.cadences.slice(-1);
    const again = last && { ...last, validFrom: laterOf(last.startsOn, today), validUntil: null };
    const cadences = again ? [...endedBefore(row.cadences, again.validFrom), again] : [];
    await tx.db.update(RecurringTaskEntity, { id }, { cadences });
    return { ...restored, cadences };
  }

  /** Removes a task for good, and what was recorded of it. @throws FupanError NOT_FOUND, FORBIDDEN */
  async delete(tx: TxCtx, id: string): Promise<RecurringTaskEntity> {
    const row = await this.#require(tx, 'delete', id);
    await tx.db.delete(RecurringTaskEntity, { id });
    return row;
  }

  async #require(tx: TxCtx, act: 'edit' | 'delete', id: string): Promise<RecurringTaskEntity> {
    if (!mayTask(tx.actor, act)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(RecurringTaskEntity, { id });
    if (!row) throw new NotFoundError('recurring task', ['id']);
    return row;
  }
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** The cadences as they were up to the day before; one that had not begun is left out, but not the only one. */
function endedBefore(cadences: readonly Cadence[], day: string): Cadence[] {
  const validUntil = plusDays(day, -1);
  const begun = cadences.filter(({ validFrom }, at) => validFrom < day || at === 0);
  return begun.map((cadence) =>
    (cadence.validUntil ?? day) < day ? cadence : { ...cadence, validUntil },
  );
}

/** The cadences with another one from today, or from the day it starts on. */
function withCadence(tx: TxCtx, before: readonly Cadence[], values: CadenceValues): Cadence[] {
  const rule = checkedRule(values, RULE);
  const present = before.at(-1);
  const next = { ...values, rule };
  const isSame =
    present &&
    (Object.keys(next) as (keyof typeof next)[]).every((key) => present[key] === next[key]);
  if (isSame) return [...before];
  const validFrom = laterOf(values.startsOn, dayIn(tx.clock.now(), values.zone));
  const past = endedBefore(before, validFrom).filter((each) => each.validFrom < validFrom);
  if (past.length >= LIMITS.shortList) {
    throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, CADENCE);
  }
  return [...past, { ...next, validFrom, validUntil: null }];
}

/** @throws NotFoundError for a team, a person or a service that does not exist */
async function requireKnown(
  tx: TxCtx,
  {
    teamId,
    ownerId,
    serviceId,
  }: Partial<Record<'teamId' | 'ownerId' | 'serviceId', string | null | undefined>>,
): Promise<void> {
  if (teamId && !(await tx.db.existsBy(TeamEntity, { id: teamId }))) {
    throw new NotFoundError('team', ['input', 'teamId']);
  }
  if (ownerId && !(await tx.db.existsBy(PersonEntity, { id: ownerId }))) {
    throw new NotFoundError('person', ['input', 'ownerId']);
  }
  if (serviceId && !(await tx.db.existsBy(ServiceEntity, { id: serviceId }))) {
    throw new NotFoundError('service', ['input', 'serviceId']);
  }
}
