import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import { DeliveryEntity } from '../delivery/delivery.entity.js';
import { promiseDelivery } from '../delivery/delivery.service.js';
import { mailPreferencesOf, momentForPerson } from '../mail-preference/mail-preference.loaders.js';
import { personById } from '../people/people.loaders.js';
import { ReviewInvitationEntity, ReviewMeetingEntity } from './review-meeting.entity.js';
import { invitedIdsOf } from './review-meeting.loaders.js';
import { LONGEST } from './review-meeting.states.js';

export const INVITATION = 'REVIEW_INVITATION';

/** People of one meeting that are told of it. */
const MOST = 20_000;

/** One mail of those to somebody about a meeting. */
const keyFor = (meetingId: string, personId: string, number: number): string =>
  `${INVITATION} ${meetingId} ${personId} ${number}`;

/**
 * Promises mails that keep the calendars of those invited as the meeting is: to whom it is new, to
 * everybody once what it says has changed, and to whom is not invited any more.
 */
@Injectable()
export class ReviewInvitations {
  constructor(@Inject(MAILER) private readonly mailer: Mailer) {}

  /** Sees to it, once whatever this transaction changes is done. */
  follow(tx: TxCtx, meetingId: string): void {
    tx.beforeCommit(`${INVITATION} ${meetingId}`, async (open) => {
      await this.promiseFor(open, meetingId);
    });
  }

  /** Promises what is missing; nothing of a meeting that is over. @returns how many mails */
  async promiseFor(tx: TxCtx, meetingId: string): Promise<number> {
    if (this.mailer.from === null) return 0;
    // Whoever has changed the meeting need not be allowed to know who belongs to a team.
    const ctx: TxCtx = { ...tx, actor: OPERATOR };
    const meeting = await tx.db.findOneBy(ReviewMeetingEntity, { id: meetingId });
    if (!meeting || isOver(meeting, tx.clock.now())) return 0;
    const rows = await tx.db.find(ReviewInvitationEntity, { where: { meetingId }, take: MOST });
    const told = new Map(rows.map((row) => [row.personId, row]));
    const invited = meeting.state === 'CANCELED' ? [] : await invitedIdsOf(ctx, meeting);
    const due = [
      ...invited.map((personId) => ({ personId, standing: 'INVITED' as const })),
      ...rows.flatMap(({ personId }) =>
        invited.includes(personId) ? [] : [{ personId, standing: 'LEFT_OUT' as const }],
      ),
    ]
      .filter(({ personId, standing }) => isNews(told.get(personId), standing, meeting))
      // In one order, so that two processes wait for each other and not for one another.
      .sort((one, other) => (one.personId < other.personId ? -1 : 1));
    let count = 0;
    for (const each of due) {
      if (await promise(ctx, meeting, each, told.get(each.personId))) count += 1;
    }
    return count;
  }
}

const isOver = ({ startsAt, durationMinutes, state }: ReviewMeetingEntity, now: Date): boolean =>
  state === 'ENDED' || startsAt.getTime() + durationMinutes * 60_000 <= now.getTime();

type Standing = ReviewInvitationEntity['standing'];

/** Whoever is left out hears of no further changes. */
const isNews = (
  told: ReviewInvitationEntity | undefined,
  standing: Standing,
  { sequence }: ReviewMeetingEntity,
): boolean => told?.standing !== standing || (standing === 'INVITED' && told.sequence !== sequence);

async function promise(
  tx: TxCtx,
  { id: meetingId, sequence, startsAt }: ReviewMeetingEntity,
  { personId, standing }: { readonly personId: string; readonly standing: Standing },
  told: ReviewInvitationEntity | undefined,
): Promise<boolean> {
  const person = await personById(tx).load(personId);
  const { meetings: isWanted } = await mailPreferencesOf(tx).load(personId);
  if (!person || person.archivedAt || person.email === null || !isWanted) return false;
  const now = tx.clock.now();
  const moment = await momentForPerson(tx, person, now);
  const number = (told?.number ?? 0) + 1;
  const isNew = await promiseDelivery(tx, {
    kind: INVITATION,
    dedupeKey: keyFor(meetingId, personId, number),
    to: { personId },
    subject: { meetingId, number, standing },
    // In their quiet hours only where it would come too late after them.
    dueAt: moment < startsAt ? moment : now,
  });
  // Another process was first, and has noted it.
  if (!isNew) return false;
  const note = { number, sequence, standing };
  if (told) await tx.db.update(ReviewInvitationEntity, { id: told.id }, note);
  else
    await insertRows(tx, ReviewInvitationEntity, [{ id: newId(), meetingId, personId, ...note }]);
  return true;
}

/** What was last promised to somebody of a meeting; null for nothing. */
export function lastInvitation(
  ctx: Ctx,
  meetingId: string,
  personId: string,
): Promise<ReviewInvitationEntity | null> {
  return ctx.db.findOneBy(ReviewInvitationEntity, { meetingId, personId });
}

/** How many mails before one are looked at: nobody changes a meeting that often. */
const MOST_MAILS = 200;

/**
 * Whether somebody's calendar holds a meeting: the last of the mails before this one that was sent
 * was an invitation.
 */
export async function hasInvitation(
  ctx: Ctx,
  { meetingId, personId, before }: { meetingId: string; personId: string; before: number },
): Promise<boolean> {
  const first = Math.max(1, before - MOST_MAILS);
  const numbers = Array.from({ length: before - first }, (_, at) => first + at);
  const [last] = await ctx.db.find(DeliveryEntity, {
    where: {
      dedupeKey: In(numbers.map((number) => keyFor(meetingId, personId, number))),
      state: 'SENT',
    },
    order: { id: 'DESC' },
    take: 1,
  });
  return last?.subject['standing'] === 'INVITED';
}

/** The ids of the meetings that may have something to tell, the soonest first. */
export async function meetingsToFollow(ctx: Ctx, most: number): Promise<string[]> {
  const rows = await ctx.db.find(ReviewMeetingEntity, {
    select: { id: true },
    where: {
      state: 'PLANNED',
      startsAt: MoreThanOrEqual(new Date(ctx.clock.now().getTime() - LONGEST * 60_000)),
    },
    order: { startsAt: 'ASC' },
    take: most,
  });
  return rows.map(({ id }) => id);
}
