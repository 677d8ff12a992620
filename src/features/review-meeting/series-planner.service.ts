import { In, IsNull, MoreThan } from 'typeorm';

import { dueAt, nextAfter, type Cadence } from '../../core/cadence.js';
import type { TxCtx } from '../../core/ctx.js';
import { dayIn, plusDays } from '../../core/working-days.js';
import { insertRows } from '../../infra/database/insert.js';
import { setInvitees } from './invitees.service.js';
import { ReviewAgendaCaseEntity } from './review-agenda.entity.js';
import { ReviewInviteeEntity, ReviewMeetingEntity } from './review-meeting.entity.js';
import { changeMeeting, newMeeting } from './review-meeting.service.js';
import { ReviewSeriesEntity } from './review-series.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** Meetings that are made ahead of a series, and for how long. */
const AHEAD = 4;
const AHEAD_MS = 90 * 86_400_000;

/** More than a series ever has to come. */
const MOST_TO_COME = 500;

/** When the next meetings of a series begin, as far as they are made ahead. */
export function slotsOf({ cadence }: ReviewSeriesEntity, now: Date): Date[] {
  const { startsOn } = cadence;
  const whole: Cadence = { ...cadence, graceDays: 0, validFrom: startsOn, validUntil: null };
  const yesterday = plusDays(dayIn(now, cadence.zone), -1);
  return nextAfter([whole], yesterday, AHEAD + 2)
    .map(dueAt)
    .filter((at) => at > now && at.getTime() <= now.getTime() + AHEAD_MS)
    .slice(0, AHEAD);
}

/**
 * Makes the meetings of a series that are missing: each slot gets one, however many processes do so
 * at a time, since whoever comes second waits for the first. One that was canceled is not made anew.
 * @returns those that were made
 */
export async function planAhead(tx: TxCtx, seriesId: string): Promise<ReviewMeetingEntity[]> {
  const series = await takeTurn(tx, seriesId);
  if (series?.archivedAt !== null) return [];
  const slots = slotsOf(series, tx.clock.now());
  const taken = await tx.db.findBy(ReviewMeetingEntity, { seriesId, slotAt: In(slots) });
  const known = new Set(taken.map(({ slotAt }) => slotAt?.getTime()));
  const missing = slots.filter((slot) => !known.has(slot.getTime()));
  if (missing.length === 0) return [];
  const invitees = await inviteesOf(tx, seriesId);
  const made: ReviewMeetingEntity[] = [];
  for (const slotAt of missing) {
    const row = await newMeeting(tx, { ...valuesOf(series), seriesId, slotAt, startsAt: slotAt });
    await insertRows(tx, ReviewMeetingEntity, [row]);
    await setInvitees(tx, { meetingId: row.id }, invitees);
    made.push(row);
  }
  return made;
}

/**
 * Has the meetings to come be as their series is now, but those that somebody changed by hand. They
 * are moved from slot to slot in order, so that calendars move them too; what finds no slot is
 * canceled, and what is missing is made.
 * @returns the ids of those that were changed
 */
export async function followSeries(tx: TxCtx, series: ReviewSeriesEntity): Promise<string[]> {
  const rows = await toCome(tx, series.id);
  const own = rows.filter(({ adjustedAt }) => adjustedAt === null);
  const slots = await freeSlots(tx, series, own);
  // A slot is given to one at a time.
  await tx.db.update(ReviewMeetingEntity, { id: In(own.map(({ id }) => id)) }, { slotAt: null });
  const invitees = await inviteesOf(tx, series.id);
  for (const [at, row] of own.entries()) {
    const slotAt = slots[at];
    const { facilitatorId, title, zone, durationMinutes, place } = valuesOf(series);
    const changes = slotAt
      ? { facilitatorId, title, zone, durationMinutes, place, slotAt, startsAt: slotAt }
      : ({ state: 'CANCELED', slotAt: null } as const);
    await changeMeeting(tx, row, changes);
    if (slotAt) await setInvitees(tx, { meetingId: row.id }, invitees);
  }
  return own.map(({ id }) => id);
}

/**
 * Cancels the meetings to come that have no cases, as far as whoever asks can see: a case that is
 * hidden from them goes back to the queue, so that nothing tells that it is there.
 * @returns the ids of those that were canceled
 */
export async function cancelEmpty(tx: TxCtx, seriesId: string): Promise<string[]> {
  const rows = await toCome(tx, seriesId);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const query = tx.db
    .createQueryBuilder(ReviewAgendaCaseEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
    .select('a.meetingId', 'id')
    .distinct(true)
    .where('a.meetingId IN (:...ids)', { ids });
  const held = await onlyReadable(query, tx.actor, 'p').getRawMany<{ id: string }>();
  const kept = new Set(held.map(({ id }) => id));
  const empty = rows.filter(({ id }) => !kept.has(id));
  for (const row of empty) await changeMeeting(tx, row, { state: 'CANCELED', slotAt: null });
  return empty.map(({ id }) => id);
}

/** The series, once nobody else plans it or changes it; null if there is none. */
async function takeTurn(tx: TxCtx, id: string): Promise<ReviewSeriesEntity | null> {
  await tx.db
    .createQueryBuilder()
    .update(ReviewSeriesEntity)
    .set({ version: () => 'version' })
    .where('id = :id', { id })
    .execute();
  return tx.db.findOneBy(ReviewSeriesEntity, { id });
}

const toCome = (tx: TxCtx, seriesId: string): Promise<ReviewMeetingEntity[]> =>
  tx.db.find(ReviewMeetingEntity, {
    where: { seriesId, state: 'PLANNED', startsAt: MoreThan(tx.clock.now()) },
    order: { startsAt: 'ASC' },
    take: MOST_TO_COME,
  });

/** The slots that no meeting but one of these has had. */
async function freeSlots(
  tx: TxCtx,
  series: ReviewSeriesEntity,
  own: readonly ReviewMeetingEntity[],
): Promise<Date[]> {
  const slots = slotsOf(series, tx.clock.now());
  const rows = await tx.db.findBy(ReviewMeetingEntity, { seriesId: series.id, slotAt: In(slots) });
  const ids = new Set(own.map(({ id }) => id));
  const taken = new Set(rows.filter(({ id }) => !ids.has(id)).map((row) => row.slotAt?.getTime()));
  return slots.filter((slot) => !taken.has(slot.getTime()));
}

async function inviteesOf(tx: TxCtx, seriesId: string) {
  const rows = await tx.db.find(ReviewInviteeEntity, {
    where: { seriesId, meetingId: IsNull() },
    order: { position: 'ASC' },
  });
  return {
    teamIds: rows.flatMap(({ teamId }) => teamId ?? []),
    personIds: rows.flatMap(({ personId }) => personId ?? []),
  };
}

/** What a meeting has from its series. */
function valuesOf({
  title,
  cadence: { zone },
  durationMinutes,
  place,
  facilitatorId,
  createdById,
}: ReviewSeriesEntity) {
  return { title, zone, durationMinutes, place, facilitatorId, createdById };
}
