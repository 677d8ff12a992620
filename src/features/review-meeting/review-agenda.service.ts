import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { insertRows } from '../../infra/database/insert.js';
import { placeSchema } from '../../infra/database/position.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import { readableAgenda } from './review-agenda.loaders.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import { mayReview } from './review-meeting.policy.js';
import { requireMeeting } from './review-meeting.service.js';
import { LONGEST, OPEN_STATES, requireState, REVIEW_OUTCOMES } from './review-meeting.states.js';

const plannedMinutes = z
  .number()
  .int()
  .refine((minutes) => minutes >= 1 && minutes <= LONGEST, { error: 'plannedMinutes' })
  .nullish();
const addSchema = z.object({ postmortemId: z.string(), plannedMinutes, place: placeSchema });
const moveSchema = z.object({ place: placeSchema });
const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  plannedMinutes,
  /** May be emptied. */
  notes: text.prose.pipe(z.string().max(LIMITS.entry)).optional(),
  outcome: z.enum(REVIEW_OUTCOMES).nullish(),
});

export type ReviewCaseAdd = z.input<typeof addSchema>;
export type ReviewCaseMove = z.input<typeof moveSchema>;
export type ReviewCaseUpdate = z.input<typeof updateSchema>;

/**
 * Keeps the agendas of review meetings. Whoever changes one may edit the case; what they may not
 * read counts neither in places nor in numbers.
 */
@Injectable()
export class ReviewAgenda {
  constructor(private readonly access: CaseAccess) {}

  /**
   * Puts a case on the agenda.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, WRONG_STATE for a meeting that is over or a
   *   case that is archived, IN_USE `caseOnAgenda` while a meeting to come has it
   */
  async add(tx: TxCtx, meetingId: string, input: ReviewCaseAdd): Promise<ReviewMeetingEntity> {
    const meeting = await requireMeeting(tx, 'edit', meetingId);
    const { postmortemId, place, ...values } = checked(addSchema, input);
    const field = ['input', 'postmortemId'];
    const { status } = await this.access.require(tx, 'edit', postmortemId, field);
    requireState(meeting, OPEN_STATES);
    if (status === 'ARCHIVED')
      throw new FupanError('WRONG_STATE', 'WRONG_STATE', { status }, field);
    await refuseHeld(tx, postmortemId, field);
    const row: ReviewAgendaCaseEntity = {
      id: newId(),
      version: 1,
      meetingId,
      postmortemId,
      position: await takePlace(tx, meetingId, place),
      plannedMinutes: values.plannedMinutes ?? null,
      notes: '',
      outcome: null,
    };
    await insertRows(tx, ReviewAgendaCaseEntity, [row]);
    return meeting;
  }

  /**
   * Takes a case off the agenda, back to the queue.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE once the meeting is over, IN_USE
   *   `agendaCaseUsed` where there are notes or decisions: those are not thrown away
   */
  async remove(tx: TxCtx, meetingId: string, postmortemId: string): Promise<ReviewMeetingEntity> {
    const { meeting, row } = await this.#require(tx, meetingId, postmortemId);
    requireState(meeting, OPEN_STATES);
    const isDecided = await tx.db.existsBy(ReviewDecisionEntity, { agendaCaseId: row.id });
    if (isDecided || row.notes !== '') {
      throw new FupanError('IN_USE', 'agendaCaseUsed', {}, ['postmortemId']);
    }
    await tx.db.delete(ReviewAgendaCaseEntity, { id: row.id });
    return meeting;
  }

  /** Moves a case within the agenda. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE once it is over */
  async move(
    tx: TxCtx,
    meetingId: string,
    postmortemId: string,
    input: ReviewCaseMove,
  ): Promise<ReviewMeetingEntity> {
    const { meeting, row } = await this.#require(tx, meetingId, postmortemId);
    const { place } = checked(moveSchema, input);
    requireState(meeting, OPEN_STATES);
    const position = await takePlace(tx, meetingId, place, row.id);
    await tx.db.update(ReviewAgendaCaseEntity, { id: row.id }, { position });
    return meeting;
  }

  /**
   * Changes the minutes, the notes and the outcome of a case; after the meeting too, as minutes are
   * often put into words then.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, WRONG_STATE once it is canceled
   */
  async update(tx: TxCtx, id: string, input: ReviewCaseUpdate): Promise<ReviewAgendaCaseEntity> {
    if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
    const what = 'case on the agenda';
    const row = await tx.db.findOneBy(ReviewAgendaCaseEntity, { id });
    if (!row) throw new NotFoundError(what, ['id']);
    await this.access.require(tx, 'edit', row.postmortemId, ['id'], what);
    const meeting = await tx.db.findOneByOrFail(ReviewMeetingEntity, { id: row.meetingId });
    const { expectedVersion, ...values } = checked(updateSchema, input);
    requireState(meeting, [...OPEN_STATES, 'ENDED']);
    return updateVersioned(tx, ReviewAgendaCaseEntity, row, expectedVersion, given(values));
  }

  async #require(
    tx: TxCtx,
    meetingId: string,
    postmortemId: string,
  ): Promise<{ meeting: ReviewMeetingEntity; row: ReviewAgendaCaseEntity }> {
    const meeting = await requireMeeting(tx, 'edit', meetingId);
    const field = ['postmortemId'];
    await this.access.require(tx, 'edit', postmortemId, field);
    const row = await tx.db.findOneBy(ReviewAgendaCaseEntity, { meetingId, postmortemId });
    if (!row) throw new NotFoundError('case on the agenda', field);
    return { meeting, row };
  }
}

/** A case waits for one meeting at a time. */
async function refuseHeld(tx: TxCtx, postmortemId: string, field: string[]): Promise<void> {
  const rows = await tx.db.find(ReviewAgendaCaseEntity, {
    where: { postmortemId },
    order: { id: 'DESC' },
    take: LIMITS.shortList,
  });
  const holding = await tx.db.findOneBy(ReviewMeetingEntity, {
    id: In(rows.map(({ meetingId }) => meetingId)),
    state: In(OPEN_STATES),
  });
  if (!holding) return;
  throw new FupanError('IN_USE', 'caseOnAgenda', { meeting: holding.key }, field);
}

/**
 * Makes room on an agenda; `place` counts what the actor may read, so that they can tell from no
 * answer that there is more.
 */
async function takePlace(
  tx: TxCtx,
  meetingId: string,
  place: number | null | undefined,
  movingId?: string,
): Promise<number> {
  const seen = await readableAgenda(tx)
    .andWhere('a.meetingId = :meetingId', { meetingId })
    .orderBy('a.position')
    .addOrderBy('a.id')
    .getMany();
  const others = seen.filter(({ id }) => id !== movingId);
  if (others.length >= LIMITS.shortList) {
    throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
  }
  const next = others[place ?? others.length];
  if (!next) {
    return ((await tx.db.maximum(ReviewAgendaCaseEntity, 'position', { meetingId })) ?? -1) + 1;
  }
  const behind = { meetingId, position: MoreThanOrEqual(next.position) };
  await tx.db.increment(ReviewAgendaCaseEntity, behind, 'position', 1);
  return next.position;
}
