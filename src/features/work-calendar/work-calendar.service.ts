import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import {
  daysBetween,
  MOST_DAYS_OF_RANGE,
  type SpecialDays,
  type Weekday,
} from '../../core/working-days.js';
import { zoneSchema } from '../../core/zone.js';
import { deleteUnused, refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { WorkCalendarEntity } from './work-calendar.entity.js';
import { mayKeepCalendars, mayReadCalendars } from './work-calendar.policy.js';

const specialDays = z
  .object({
    from: z.iso.date(),
    to: z.iso.date().nullish(),
    name: text.name,
    isWorked: z.boolean().default(false),
  })
  .transform(({ to, ...days }) => ({ ...days, to: to ?? days.from }))
  .refine(({ from, to }) => from <= to, { error: 'daysTurnedRound', path: ['to'], abort: true })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS_OF_RANGE, {
    error: 'daysTooLong',
    path: ['to'],
  });

const fields = {
  name: text.name,
  zone: zoneSchema,
  weekdays: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .refine((days) => days.length > 0, { error: 'noWorkday' })
    .transform((days): Weekday[] => [...new Set(days)].sort()),
  specialDays: z
    .array(specialDays)
    .max(LIMITS.specialDays)
    .transform((days): SpecialDays[] =>
      days.sort((one, other) => (one.from + one.to < other.from + other.to ? -1 : 1)),
    ),
};
const createSchema = z.object({
  ...fields,
  weekdays: fields.weekdays.default([1, 2, 3, 4, 5]),
  specialDays: fields.specialDays.default([]),
});
const updateSchema = z
  .object(fields)
  .partial()
  .extend({ expectedVersion: z.number().int().nullish() });

export type WorkCalendarCreate = z.input<typeof createSchema>;
export type WorkCalendarUpdate = z.input<typeof updateSchema>;

const NAME = ['input', 'name'] as const;

/** Keeps the calendars that say which days are worked. */
@Injectable()
export class WorkCalendars {
  /** All of them by name; at most 200. */
  async list(ctx: Ctx): Promise<WorkCalendarEntity[]> {
    if (!mayReadCalendars(ctx.actor)) return [];
    const order = { name: 'ASC', id: 'ASC' } as const;
    return ctx.db.find(WorkCalendarEntity, { order, take: LIMITS.shortList });
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, ALREADY_EXISTS for the name */
  async create(tx: TxCtx, input: WorkCalendarCreate): Promise<WorkCalendarEntity> {
    if (!mayKeepCalendars(tx.actor)) throw new ForbiddenError();
    const values = checked(createSchema, input);
    if ((await tx.db.countBy(WorkCalendarEntity, {})) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const row = { id: newId(), version: 1, ...values, createdAt: tx.clock.now() };
    await refuseTaken(() => insertRows(tx, WorkCalendarEntity, [row]), values.name, NAME);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS for the name */
  async update(tx: TxCtx, id: string, input: WorkCalendarUpdate): Promise<WorkCalendarEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    return refuseTaken(
      () => updateVersioned(tx, WorkCalendarEntity, row, expectedVersion, given(changes)),
      changes.name ?? '',
      NAME,
    );
  }

  /** @throws FupanError IN_USE while a team or the organization goes by it */
  async delete(tx: TxCtx, id: string): Promise<WorkCalendarEntity> {
    const row = await this.#require(tx, id);
    await deleteUnused(tx, WorkCalendarEntity, id);
    return row;
  }

  async #require(tx: TxCtx, id: string): Promise<WorkCalendarEntity> {
    if (!mayKeepCalendars(tx.actor)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(WorkCalendarEntity, { id });
    if (!row) throw new NotFoundError('calendar', ['id']);
    return row;
  }
}
