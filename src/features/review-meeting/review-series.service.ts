import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import { cadenceFields, checkedRule } from '../../core/cadence-input.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked } from '../../core/validation.js';
import { setArchived } from '../../infra/database/archive.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { setInvitees } from './invitees.service.js';
import { ReviewInvitations } from './review-invitations.service.js';
import { mayReview, type ReviewAct } from './review-meeting.policy.js';
import { meetingFields, requireKnown } from './review-meeting.values.js';
import { ReviewSeriesEntity, type SeriesCadence } from './review-series.entity.js';
import { cancelEmpty, followSeries, planAhead } from './series-planner.service.js';

const createSchema = z.object({ ...meetingFields, cadence: z.object(cadenceFields) });
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type ReviewSeriesCreate = z.input<typeof createSchema>;
export type ReviewSeriesUpdate = z.input<typeof updateSchema>;

const RULE = ['input', 'cadence', 'rule'];

/** Keeps the slots that come again and again, and the meetings that are made of them. */
@Injectable()
export class ReviewSeriesService {
  constructor(private readonly invitations: ReviewInvitations) {}

  /** The slots, those in use first, by title; none for a caller who may not read them. */
  async list(ctx: Ctx, archived?: boolean | null): Promise<ReviewSeriesEntity[]> {
    if (!mayReview(ctx.actor, 'read')) return [];
    const rows = await ctx.db.find(ReviewSeriesEntity, {
      order: { title: 'ASC', id: 'ASC' },
      take: LIMITS.reviewSeries,
    });
    const isWanted = (row: ReviewSeriesEntity): boolean =>
      typeof archived !== 'boolean' || (row.archivedAt !== null) === archived;
    const rank = (row: ReviewSeriesEntity): number => Number(row.archivedAt !== null);
    return rows.filter(isWanted).sort((one, other) => rank(one) - rank(other));
  }

  /** Begins a slot and makes its next meetings. @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for what it names */
  async create(tx: TxCtx, input: ReviewSeriesCreate): Promise<ReviewSeriesEntity> {
    if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
    const { teamIds, personIds, cadence, ...values } = checked(createSchema, input);
    await requireKnown(tx, { ...values, teamIds, personIds });
    if ((await tx.db.countBy(ReviewSeriesEntity, {})) >= LIMITS.reviewSeries) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.reviewSeries }, ['input']);
    }
    const row: ReviewSeriesEntity = {
      id: newId(),
      version: 1,
      title: values.title,
      cadence: checkedCadence(cadence),
      durationMinutes: values.durationMinutes,
      place: values.place ?? null,
      facilitatorId: values.facilitatorId ?? null,
      createdById: personIdOf(tx.actor),
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await insertRows(tx, ReviewSeriesEntity, [row]);
    await setInvitees(tx, { seriesId: row.id }, { teamIds, personIds });
    await this.#plan(tx, row.id);
    return row;
  }

  /**
   * Changes what is given, and with it the meetings to come that nobody has changed by hand.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, WRONG_STATE once it is set aside
   */
  async update(tx: TxCtx, id: string, input: ReviewSeriesUpdate): Promise<ReviewSeriesEntity> {
    const row = await this.#require(tx, 'edit', id);
    const { expectedVersion, teamIds, personIds, ...values } = checked(updateSchema, input);
    await requireKnown(tx, { ...values, teamIds, personIds });
    if (row.archivedAt) {
      throw new FupanError('WRONG_STATE', 'WRONG_STATE', { status: 'ARCHIVED' }, ['id']);
    }
    const cadence = values.cadence && checkedCadence(values.cadence);
    const changes = given({ ...values, cadence });
    const series = await updateVersioned(tx, ReviewSeriesEntity, row, expectedVersion, changes);
    if (teamIds || personIds) await setInvitees(tx, { seriesId: id }, { teamIds, personIds });
    const changed = await followSeries(tx, series);
    for (const meetingId of changed) this.invitations.follow(tx, meetingId);
    await this.#plan(tx, id);
    return series;
  }

  /**
   * Sets a slot aside: no more meetings are made, and those to come without cases are canceled.
   * For its facilitator, whoever began it and administrators.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE if it is so already
   */
  async archive(tx: TxCtx, id: string): Promise<ReviewSeriesEntity> {
    const row = await this.#require(tx, 'run', id);
    const archived = await setArchived(tx, ReviewSeriesEntity, row, true);
    for (const meetingId of await cancelEmpty(tx, id)) this.invitations.follow(tx, meetingId);
    return archived;
  }

  /** Takes a slot up again and makes its next meetings. @throws FupanError WRONG_STATE if it is in use */
  async restore(tx: TxCtx, id: string): Promise<ReviewSeriesEntity> {
    const row = await this.#require(tx, 'run', id);
    const restored = await setArchived(tx, ReviewSeriesEntity, row, false);
    await this.#plan(tx, id);
    return restored;
  }

  async #plan(tx: TxCtx, id: string): Promise<void> {
    for (const meeting of await planAhead(tx, id)) this.invitations.follow(tx, meeting.id);
  }

  async #require(
    tx: TxCtx,
    act: Exclude<ReviewAct, 'read'>,
    id: string,
  ): Promise<ReviewSeriesEntity> {
    if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
    const row = await tx.db.findOneBy(ReviewSeriesEntity, { id });
    if (!row) throw new NotFoundError('review series', ['id']);
    if (act === 'run' && !mayReview(tx.actor, act, row)) throw new ForbiddenError();
    return row;
  }
}

function checkedCadence(cadence: SeriesCadence): SeriesCadence {
  return { ...cadence, rule: checkedRule(cadence, RULE) };
}
