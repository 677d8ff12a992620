import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked } from '../../core/validation.js';
import { isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { OvertakenError } from '../../infra/database/versioned.js';
import { ReviewAttendanceEntity, ReviewMeetingEntity } from './review-meeting.entity.js';
import { attendanceOf, invitedIdsOf } from './review-meeting.loaders.js';
import { mayAnswer } from './review-meeting.policy.js';
import { requireMeeting } from './review-meeting.service.js';
import {
  MEETING_ANSWERS,
  OPEN_STATES,
  PRESENCES,
  requireState,
  type MeetingAnswer,
  type Presence,
} from './review-meeting.states.js';
import { requirePerson } from './review-meeting.values.js';

const presenceSchema = z.object({
  personId: z.string(),
  presence: z.enum(PRESENCES).nullable(),
});
export type ReviewAttendanceSet = z.input<typeof presenceSchema>;

/** Somebody who is invited, has answered or was there. */
export interface Attendee {
  readonly personId: string;
  readonly isInvited: boolean;
  readonly answer: MeetingAnswer | null;
  readonly answeredAt: Date | null;
  readonly presence: Presence | null;
}

/** People of one meeting that are shown. */
const MOST = 1_000;

/** Who comes to review meetings, and who came. */
@Injectable()
export class ReviewAttendance {
  /**
   * Answers an invitation for the caller; null takes the answer back.
   * @throws FupanError FORBIDDEN for one who is not invited, NOT_FOUND, WRONG_STATE once it has begun
   */
  async answer(
    tx: TxCtx,
    meetingId: string,
    answer: MeetingAnswer | null,
  ): Promise<ReviewMeetingEntity> {
    const personId = personIdOf(tx.actor);
    if (personId === null || !mayAnswer(tx.actor)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(ReviewMeetingEntity, { id: meetingId });
    if (!row) throw new NotFoundError('review meeting', ['id']);
    requireState(row, ['PLANNED']);
    if (!(await invitedIdsOf(tx, row)).includes(personId)) {
      throw new FupanError('FORBIDDEN', 'notInvited', {}, ['id']);
    }
    const said = answer === null ? null : checked(z.enum(MEETING_ANSWERS), answer, ['answer']);
    const answeredAt = said === null ? null : tx.clock.now();
    await this.#set(tx, meetingId, personId, { answer: said, answeredAt });
    return row;
  }

  /**
   * Notes whether somebody is there, invited or not; null: nobody knows.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE for a meeting that was canceled
   */
  async setPresence(
    tx: TxCtx,
    meetingId: string,
    input: ReviewAttendanceSet,
  ): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'edit', meetingId);
    const { personId, presence } = checked(presenceSchema, input);
    await requirePerson(tx, personId, ['input', 'personId']);
    requireState(row, [...OPEN_STATES, 'ENDED']);
    if ((await tx.db.countBy(ReviewAttendanceEntity, { meetingId })) >= MOST) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: MOST }, ['input']);
    }
    await this.#set(tx, meetingId, personId, { presence });
    return row;
  }

  async #set(
    tx: TxCtx,
    meetingId: string,
    personId: string,
    changes: Partial<Pick<ReviewAttendanceEntity, 'answer' | 'answeredAt' | 'presence'>>,
  ): Promise<void> {
    const { affected } = await tx.db.update(
      ReviewAttendanceEntity,
      { meetingId, personId },
      changes,
    );
    if (affected !== 0) return;
    const nothing = { answer: null, answeredAt: null, presence: null };
    const row = { id: newId(), meetingId, personId, ...nothing, ...changes };
    try {
      await insertRows(tx, ReviewAttendanceEntity, [row]);
    } catch (error) {
      // Somebody noted them first, in a transaction beside this one.
      throw isUniqueViolation(error) ? new OvertakenError() : error;
    }
  }
}

/** Everybody who is invited, has answered or was there, those invited first. */
export async function attendeesOf(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<Attendee[]> {
  const rows = new Map(
    (await attendanceOf(ctx).load(meeting.id)).map((row) => [row.personId, row]),
  );
  const invited = new Set(await invitedIdsOf(ctx, meeting));
  return [...new Set([...invited, ...rows.keys()])].slice(0, MOST).map((personId) => {
    const { answer = null, answeredAt = null, presence = null } = rows.get(personId) ?? {};
    return { personId, isInvited: invited.has(personId), answer, answeredAt, presence };
  });
}
