import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { membersOfTeam, personById, teamById } from '../people/people.loaders.js';
import {
  ReviewAttendanceEntity,
  ReviewInviteeEntity,
  ReviewMeetingEntity,
} from './review-meeting.entity.js';
import { mayReview } from './review-meeting.policy.js';
import { ReviewSeriesEntity } from './review-series.entity.js';

/** A meeting by id; null where there is none or the caller may not read it. */
export const reviewMeetingById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReview(ctx.actor, 'read')
    ? byId(await ctx.db.findBy(ReviewMeetingEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** A series by id; null where there is none or the caller may not read it. */
export const reviewSeriesById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReview(ctx.actor, 'read')
    ? byId(await ctx.db.findBy(ReviewSeriesEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** Whom a meeting invites by name and by team, in order. */
export const inviteesOfMeeting = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(ReviewInviteeEntity, {
      where: { meetingId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.meetingId ?? '',
  ),
);

/** Whom the meetings of a series invite. */
export const inviteesOfSeries = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(ReviewInviteeEntity, {
      where: { seriesId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.seriesId ?? '',
  ),
);

/** What people answered, and who was there. */
export const attendanceOf = defineLoader(async (ctx, meetingIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(ReviewAttendanceEntity, {
      where: { meetingId: In([...meetingIds]) },
      order: { id: 'ASC' },
    }),
    meetingIds,
    (row) => row.meetingId,
  ),
);

/**
 * The ids of everybody who is invited: the facilitator, the people by name, and who belongs to the
 * teams at this moment; nobody who has left, and nobody by a team that was set aside.
 */
export async function invitedIdsOf(
  ctx: Ctx,
  { id, facilitatorId }: Pick<ReviewMeetingEntity, 'id' | 'facilitatorId'>,
): Promise<string[]> {
  const invitees = await inviteesOfMeeting(ctx).load(id);
  const members = await Promise.all(
    invitees.map(async ({ teamId }) => {
      const team = teamId === null ? null : await teamById(ctx).load(teamId);
      return team?.archivedAt === null ? membersOfTeam(ctx).load(team.id) : [];
    }),
  );
  const all = new Set([
    ...(facilitatorId === null ? [] : [facilitatorId]),
    ...invitees.flatMap(({ personId }) => personId ?? []),
    ...members.flat().map(({ personId }) => personId),
  ]);
  const people = await Promise.all([...all].map((personId) => personById(ctx).load(personId)));
  return people.flatMap((person) => (person?.archivedAt === null ? [person.id] : []));
}
