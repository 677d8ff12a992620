import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { OvertakenError } from '../../infra/database/versioned.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { attendeesOf } from './review-attendance.service.js';
import { ReviewFeedbackEntity } from './review-feedback.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import { mayAnswer, mayReview } from './review-meeting.policy.js';
import { requireState } from './review-meeting.states.js';

/** The questions, each answered by 1 (not at all) to 5 (very much). */
export const FEEDBACK_QUESTIONS = [
  'timeWellSpent',
  'learnedSomething',
  'decisionsCarriedOut',
] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

/** From so many answers on they are shown: of fewer it could be told whose they are. */
const ENOUGH = 3;
/** Answers to one meeting that are counted: as many people as are shown of it. */
const MOST = 1_000;
const OPEN_MS = 14 * 86_400_000;
const LEAST = 1;
const BEST = 5;

const degree = z
  .number()
  .int()
  .refine((value) => value >= LEAST && value <= BEST, { error: 'feedbackDegree' });
const schema = z.object({
  timeWellSpent: degree,
  learnedSomething: degree,
  decisionsCarriedOut: degree,
  word: text.entry.pipe(z.string().max(LIMITS.feedbackWord)).nullish(),
});
export type ReviewFeedbackInput = z.input<typeof schema>;

/** How many gave each answer, from 1 to 5. */
export type FeedbackCounts = readonly number[];

/** What people thought of a meeting, without names. */
export interface FeedbackResults extends Readonly<Record<FeedbackQuestion, FeedbackCounts>> {
  readonly count: number;
  /** By their letters and not by when they came. */
  readonly words: readonly string[];
}

/** Asks those who were invited or there what a meeting was worth. */
@Injectable()
export class ReviewFeedback {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Answers for the caller, or changes their answer. The audit log does not hear whose it was.
   * @throws FupanError FORBIDDEN for one who was neither invited nor there, NOT_FOUND, VALIDATION,
   *   WRONG_STATE before the meeting has ended and `feedbackClosed` 14 days after
   */
  async answer(
    tx: TxCtx,
    meetingId: string,
    input: ReviewFeedbackInput,
  ): Promise<ReviewMeetingEntity> {
    const personId = personIdOf(tx.actor);
    if (personId === null || !mayAnswer(tx.actor)) throw new ForbiddenError();
    this.audit.unnamed(tx);
    const meeting = await tx.db.findOneBy(ReviewMeetingEntity, { id: meetingId });
    if (!meeting) throw new NotFoundError('review meeting', ['id']);
    if (!(await wasAsked(tx, meeting, personId))) {
      throw new FupanError('FORBIDDEN', 'notAtMeeting', {}, ['id']);
    }
    requireState(meeting, ['ENDED']);
    if (!isOpen(tx, meeting)) throw new FupanError('WRONG_STATE', 'feedbackClosed', {}, ['id']);
    const { word, ...degrees } = checked(schema, input);
    await this.#set(tx, { meetingId, personId }, { ...degrees, word: word ?? null });
    return meeting;
  }

  /** What the caller has answered; null while they have not. */
  mine(ctx: Ctx, { id: meetingId }: ReviewMeetingEntity): Promise<ReviewFeedbackEntity | null> {
    const personId = personIdOf(ctx.actor);
    if (personId === null || !mayReview(ctx.actor, 'read')) return Promise.resolve(null);
    return ctx.db.findOneBy(ReviewFeedbackEntity, { meetingId, personId });
  }

  /** Whether the caller may answer now. */
  async mayAnswer(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<boolean> {
    const personId = personIdOf(ctx.actor);
    if (personId === null || !mayAnswer(ctx.actor) || !isOpen(ctx, meeting)) return false;
    return wasAsked(ctx, meeting, personId);
  }

  /**
   * What people thought; null while there are fewer than three answers, and for whoever was neither
   * invited nor there and does not run the meeting: the words are meant for those who were.
   */
  async results(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<FeedbackResults | null> {
    if (!(await maySeeResults(ctx, meeting))) return null;
    const rows = await ctx.db.find(ReviewFeedbackEntity, {
      where: { meetingId: meeting.id },
      take: MOST,
    });
    if (rows.length < ENOUGH) return null;
    const countsOf = (question: FeedbackQuestion): FeedbackCounts =>
      Array.from(
        { length: BEST },
        (_, at) => rows.filter((row) => row[question] === at + LEAST).length,
      );
    return {
      count: rows.length,
      timeWellSpent: countsOf('timeWellSpent'),
      learnedSomething: countsOf('learnedSomething'),
      decisionsCarriedOut: countsOf('decisionsCarriedOut'),
      words: rows.flatMap(({ word }) => word ?? []).sort(),
    };
  }

  async #set(
    tx: TxCtx,
    whose: Pick<ReviewFeedbackEntity, 'meetingId' | 'personId'>,
    values: Pick<ReviewFeedbackEntity, FeedbackQuestion | 'word'>,
  ): Promise<void> {
    const { affected } = await tx.db.update(ReviewFeedbackEntity, whose, values);
    if (affected !== 0) return;
    try {
      await insertRows(tx, ReviewFeedbackEntity, [{ id: newId(), ...whose, ...values }]);
    } catch (error) {
      // The same person was faster in another window.
      throw isUniqueViolation(error) ? new OvertakenError() : error;
    }
  }
}

/** Until when the questions can be answered; null while the meeting has not ended. */
export function feedbackUntil({
  state,
  endedAt,
}: Pick<ReviewMeetingEntity, 'state' | 'endedAt'>): Date | null {
  return state === 'ENDED' && endedAt ? new Date(endedAt.getTime() + OPEN_MS) : null;
}

function isOpen({ clock }: Ctx, meeting: ReviewMeetingEntity): boolean {
  const until = feedbackUntil(meeting);
  return until !== null && clock.now() < until;
}

/** Whether somebody was invited or there. */
async function wasAsked(ctx: Ctx, meeting: ReviewMeetingEntity, id: string): Promise<boolean> {
  const own = (await attendeesOf(ctx, meeting)).find(({ personId }) => personId === id);
  return own !== undefined && (own.isInvited || own.presence === 'PRESENT');
}

async function maySeeResults(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<boolean> {
  const personId = personIdOf(ctx.actor);
  if (!mayReview(ctx.actor, 'read')) return false;
  if (mayReview(ctx.actor, 'run', meeting)) return true;
  return personId !== null && wasAsked(ctx, meeting, personId);
}
