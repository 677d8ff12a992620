import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked } from '../../core/validation.js';
import { zoneSchema } from '../../core/zone.js';
import { insertRows } from '../../infra/database/insert.js';
import { takeNumbers } from '../../infra/database/keys.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { setInvitees } from './invitees.service.js';
import { ReviewAttendanceEntity, ReviewMeetingEntity } from './review-meeting.entity.js';
import { mayReview, type ReviewAct } from './review-meeting.policy.js';
import { OPEN_STATES, requireState } from './review-meeting.states.js';
import { meetingFields, requireKnown } from './review-meeting.values.js';
import { ReviewInvitations } from './review-invitations.service.js';

/** Instants at which a meeting may begin: whatever somebody means is among them. */
const startsAt = z
  .date()
  .refine((at) => at >= new Date('1970-01-01') && at < new Date('2200-01-01'), {
    error: 'dayFarAway',
  });
const createSchema = z.object({ ...meetingFields, startsAt, zone: zoneSchema });
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type ReviewMeetingCreate = z.input<typeof createSchema>;
export type ReviewMeetingUpdate = z.input<typeof updateSchema>;

/** What a calendar shows of a meeting. */
const SHOWN = ['title', 'startsAt', 'durationMinutes', 'place'] as const;
type Shown = Pick<ReviewMeetingEntity, (typeof SHOWN)[number]>;

/** Plans review meetings and changes them; `ReviewMeetingLifecycle` starts, ends and cancels them. */
@Injectable()
export class ReviewMeetings {
  constructor(private readonly invitations: ReviewInvitations) {}

  /** The meeting with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<ReviewMeetingEntity | null> {
    if (!mayReview(ctx.actor, 'read') || (!by.id && !by.key)) return null;
    return ctx.db.findOneBy(ReviewMeetingEntity, {
      ...(by.id ? { id: by.id } : {}),
      ...(by.key ? { key: by.key.toUpperCase() } : {}),
    });
  }

  /** Plans a meeting and invites to it. @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for what it names */
  async create(tx: TxCtx, input: ReviewMeetingCreate): Promise<ReviewMeetingEntity> {
    if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
    const { teamIds, personIds, ...values } = checked(createSchema, input);
    await requireKnown(tx, { ...values, teamIds, personIds });
    const row = await newMeeting(tx, {
      ...values,
      place: values.place ?? null,
      facilitatorId: values.facilitatorId ?? null,
      createdById: personIdOf(tx.actor),
      seriesId: null,
      slotAt: null,
    });
    await insertRows(tx, ReviewMeetingEntity, [row]);
    await setInvitees(tx, { meetingId: row.id }, { teamIds, personIds });
    this.invitations.follow(tx, row.id);
    return row;
  }

  /**
   * Changes what is given. Another time makes all answers void, and its series leaves it alone from
   * now on.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, WRONG_STATE once it is over, and
   *   for the time of one that has begun
   */
  async update(tx: TxCtx, id: string, input: ReviewMeetingUpdate): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'edit', id);
    const { expectedVersion, teamIds, personIds, ...values } = checked(updateSchema, input);
    await requireKnown(tx, { ...values, teamIds, personIds });
    requireState(row, OPEN_STATES);
    if (values.startsAt && values.startsAt.getTime() !== row.startsAt.getTime()) {
      requireState(row, ['PLANNED'], ['input', 'startsAt']);
    }
    const changed = await changeMeeting(tx, row, given(values), {
      expectedVersion,
      adjustedAt: row.seriesId === null ? null : tx.clock.now(),
    });
    if (teamIds || personIds) await setInvitees(tx, { meetingId: id }, { teamIds, personIds });
    this.invitations.follow(tx, id);
    return changed;
  }
}

/**
 * A meeting that stands in nothing yet, with a number of its own.
 */
export async function newMeeting(
  tx: TxCtx,
  values: Shown &
    Pick<ReviewMeetingEntity, 'zone' | 'facilitatorId' | 'createdById' | 'seriesId' | 'slotAt'>,
): Promise<ReviewMeetingEntity> {
  const number = await takeNumbers(tx, 'RM');
  const now = tx.clock.now();
  const { title, startsAt: at, zone, durationMinutes, place } = values;
  const { facilitatorId, createdById, seriesId, slotAt } = values;
  return {
    id: newId(),
    version: 1,
    key: `RM-${number}`,
    number,
    seriesId,
    slotAt,
    adjustedAt: null,
    title,
    startsAt: at,
    zone,
    durationMinutes,
    place,
    facilitatorId,
    createdById,
    state: 'PLANNED',
    reason: null,
    closing: null,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    endedAt: null,
  };
}

/**
 * Changes the fields of a meeting; one that a calendar shows raises its sequence.
 * @throws ConflictError if it is not at `expectedVersion`
 */
export async function changeMeeting(
  tx: TxCtx,
  row: ReviewMeetingEntity,
  changes: Partial<ReviewMeetingEntity>,
  {
    expectedVersion,
    adjustedAt = row.adjustedAt,
  }: {
    readonly expectedVersion?: number | null | undefined;
    readonly adjustedAt?: Date | null;
  } = {},
): Promise<ReviewMeetingEntity> {
  const next = { ...row, ...changes };
  const isShown =
    SHOWN.some((name) => String(next[name]) !== String(row[name])) ||
    (next.state === 'CANCELED') !== (row.state === 'CANCELED');
  if (next.startsAt.getTime() !== row.startsAt.getTime()) await voidAnswers(tx, row.id);
  return updateVersioned(tx, ReviewMeetingEntity, row, expectedVersion, {
    ...changes,
    adjustedAt,
    sequence: row.sequence + (isShown ? 1 : 0),
    updatedAt: tx.clock.now(),
  });
}

/** Whoever said yes said it to another time. */
async function voidAnswers(tx: TxCtx, meetingId: string): Promise<void> {
  await tx.db.update(ReviewAttendanceEntity, { meetingId }, { answer: null, answeredAt: null });
}

/**
 * The meeting, if the actor may do this to it; whoever else changes it waits until the commit.
 * @throws FupanError NOT_FOUND, FORBIDDEN
 */
export async function requireMeeting(
  tx: TxCtx,
  act: Exclude<ReviewAct, 'read'>,
  id: string,
): Promise<ReviewMeetingEntity> {
  if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
  await takeTurn(tx, id);
  const row = await tx.db.findOneBy(ReviewMeetingEntity, { id });
  if (!row) throw new NotFoundError('review meeting', ['id']);
  if (act === 'run' && !mayReview(tx.actor, act, row)) throw new ForbiddenError();
  return row;
}

/** As with a case: what one checks another must not change meanwhile. Only PostgreSQL needs it. */
async function takeTurn(tx: TxCtx, id: string): Promise<void> {
  await tx.db
    .createQueryBuilder()
    .update(ReviewMeetingEntity)
    .set({ version: () => 'version' })
    .where('id = :id', { id })
    .execute();
}
