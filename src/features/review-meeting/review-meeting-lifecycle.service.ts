import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { checked, needed, text } from '../../core/validation.js';
import { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import { ReviewInvitations } from './review-invitations.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { changeMeeting, requireMeeting } from './review-meeting.service.js';
import { OPEN_STATES, requireState } from './review-meeting.states.js';
import { ReviewMinutesMail } from './review-minutes-mail.service.js';

const cancelSchema = z.object({ reason: needed('reasonMissing') });
export type ReviewMeetingCancel = z.input<typeof cancelSchema>;
const closingSchema = z.object({
  closing: text.entry.nullable(),
  expectedVersion: z.number().int().nullish(),
});
export type ReviewMeetingClosingSet = z.input<typeof closingSchema>;

/** Starts, ends, closes with a word and cancels review meetings; for the facilitator, whoever planned it, administrators. */
@Injectable()
export class ReviewMeetingLifecycle {
  constructor(
    private readonly invitations: ReviewInvitations,
    private readonly minutes: ReviewMinutesMail,
  ) {}

  /** @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE unless it is planned */
  async start(tx: TxCtx, id: string): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'run', id);
    requireState(row, ['PLANNED']);
    return changeMeeting(tx, row, { state: 'RUNNING', startedAt: tx.clock.now() });
  }

  /**
   * Ends a meeting. A case of which nobody said what became of it was discussed if something was
   * decided about it; any other is carried over, back to the queue. Its minutes are sent.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE unless it is running
   */
  async end(tx: TxCtx, id: string): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'run', id);
    requireState(row, ['RUNNING']);
    const decided = tx.db
      .createQueryBuilder(ReviewDecisionEntity, 'd')
      .select('d.agendaCaseId')
      .getQuery();
    for (const [outcome, which] of [
      ['DISCUSSED', 'IN'],
      ['CARRIED_OVER', 'NOT IN'],
    ] as const) {
      await tx.db
        .createQueryBuilder()
        .update(ReviewAgendaCaseEntity)
        .set({ outcome, version: () => 'version + 1' })
        .where(`meetingId = :id AND outcome IS NULL AND id ${which} (${decided})`, { id })
        .execute();
    }
    await this.minutes.follow(tx, id);
    return changeMeeting(tx, row, { state: 'ENDED', endedAt: tx.clock.now() });
  }

  /**
   * Writes the closing words at the end of the minutes; null takes them away.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, WRONG_STATE before the meeting has
   *   begun and once it is canceled
   */
  async setClosing(
    tx: TxCtx,
    id: string,
    input: ReviewMeetingClosingSet,
  ): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'run', id);
    const { closing, expectedVersion } = checked(closingSchema, input);
    requireState(row, ['RUNNING', 'ENDED']);
    return changeMeeting(tx, row, { closing }, { expectedVersion });
  }

  /**
   * Calls a meeting off and tells everybody invited; its cases go back to the queue.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION `reasonMissing`, WRONG_STATE once it is over
   */
  async cancel(tx: TxCtx, id: string, input: ReviewMeetingCancel): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'run', id);
    const { reason } = checked(cancelSchema, input);
    requireState(row, OPEN_STATES);
    this.invitations.follow(tx, id);
    return changeMeeting(tx, row, { state: 'CANCELED', reason });
  }
}
