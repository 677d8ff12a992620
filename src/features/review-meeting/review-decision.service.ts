import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { insertRows } from '../../infra/database/insert.js';
import { placeSchema, takePosition } from '../../infra/database/position.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { ActionItemLifecycle } from '../action-item/action-item-lifecycle.service.js';
import { ActionItemService, type ActionItemCreate } from '../action-item/action-item.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import { mayReview } from './review-meeting.policy.js';
import { requireState } from './review-meeting.states.js';

const createSchema = z.object({
  reviewMeetingId: z.string(),
  postmortemId: z.string(),
  text: text.entry,
  place: placeSchema,
});
const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  text: text.entry.optional(),
  place: placeSchema,
});

export type ReviewDecisionCreate = z.input<typeof createSchema>;
export type ReviewDecisionUpdate = z.input<typeof updateSchema>;
/** The action that a decision becomes; promised at once where `commit` is true. */
export type ReviewDecisionToAction = Omit<
  ActionItemCreate,
  'postmortemId' | 'place' | 'trackerUrl'
> & { readonly commit?: boolean | null | undefined };

/** Records what meetings decide about cases, and makes actions of it. */
@Injectable()
export class ReviewDecisions {
  constructor(
    private readonly access: CaseAccess,
    private readonly items: ActionItemService,
    private readonly lifecycle: ActionItemLifecycle,
  ) {}

  /**
   * Records a decision about a case on the agenda, in the meeting or after it.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, WRONG_STATE before the meeting has begun or
   *   once it is canceled
   */
  async create(tx: TxCtx, input: ReviewDecisionCreate): Promise<ReviewDecisionEntity> {
    if (!mayReview(tx.actor, 'edit')) throw new ForbiddenError();
    const { reviewMeetingId, postmortemId, place, ...values } = checked(createSchema, input);
    const meeting = await tx.db.findOneBy(ReviewMeetingEntity, { id: reviewMeetingId });
    if (!meeting) throw new NotFoundError('review meeting', ['input', 'reviewMeetingId']);
    const field = ['input', 'postmortemId'];
    await this.access.require(tx, 'edit', postmortemId, field);
    const agendaCase = await tx.db.findOneBy(ReviewAgendaCaseEntity, {
      meetingId: meeting.id,
      postmortemId,
    });
    if (!agendaCase) throw new NotFoundError('case on the agenda', field);
    requireState(meeting, ['RUNNING', 'ENDED']);
    const of = { agendaCaseId: agendaCase.id };
    if ((await tx.db.countBy(ReviewDecisionEntity, of)) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const row: ReviewDecisionEntity = {
      id: newId(),
      version: 1,
      ...of,
      postmortemId,
      position: await takePosition(tx, ReviewDecisionEntity, of, place),
      text: values.text,
      actionItemId: null,
      createdById: personIdOf(tx.actor),
      createdAt: tx.clock.now(),
    };
    await insertRows(tx, ReviewDecisionEntity, [row]);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT */
  async update(tx: TxCtx, id: string, input: ReviewDecisionUpdate): Promise<ReviewDecisionEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, place, ...values } = checked(updateSchema, input);
    const of = { agendaCaseId: row.agendaCaseId };
    const changes = {
      ...given(values),
      ...((place ?? null) === null
        ? {}
        : { position: await takePosition(tx, ReviewDecisionEntity, of, place, id) }),
    };
    return updateVersioned(tx, ReviewDecisionEntity, row, expectedVersion, changes);
  }

  /** Removes a decision; an action that was made of it stays. @throws FupanError NOT_FOUND, FORBIDDEN */
  async delete(tx: TxCtx, id: string): Promise<ReviewDecisionEntity> {
    const row = await this.#require(tx, id);
    await tx.db.delete(ReviewDecisionEntity, { id });
    return row;
  }

  /**
   * Makes an action item of the case, in the same transaction: both are there, or neither.
   * @throws FupanError NOT_FOUND, FORBIDDEN; ALREADY_EXISTS `decisionHasAction` the second time; what
   *   making and promising an action item refuses
   */
  async toAction(
    tx: TxCtx,
    id: string,
    { commit, ...values }: ReviewDecisionToAction,
  ): Promise<ReviewDecisionEntity> {
    const row = await this.#require(tx, id);
    if (row.actionItemId !== null) {
      throw new FupanError('ALREADY_EXISTS', 'decisionHasAction', {}, ['id']);
    }
    const item = await this.items.create(tx, { ...values, postmortemId: row.postmortemId });
    if (commit) await this.lifecycle.commit(tx, item.id, {});
    return updateVersioned(tx, ReviewDecisionEntity, row, undefined, { actionItemId: item.id });
  }

  async #require(tx: TxCtx, id: string): Promise<ReviewDecisionEntity> {
    const found = await tx.db.findOneBy(ReviewDecisionEntity, { id });
    if (!found) throw new NotFoundError('decision', ['id']);
    await this.access.require(tx, 'edit', found.postmortemId, ['id'], 'decision');
    // As it is now that nobody else changes the case.
    const row = await tx.db.findOneBy(ReviewDecisionEntity, { id });
    if (!row) throw new NotFoundError('decision', ['id']);
    return row;
  }
}
