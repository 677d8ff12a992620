import type { SelectQueryBuilder } from 'typeorm';
import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';

/** What stands on agendas, as `a`, of the cases that the caller may read: for them there are no others. */
export function readableAgenda(ctx: Ctx): SelectQueryBuilder<ReviewAgendaCaseEntity> {
  const query = ctx.db
    .createQueryBuilder(ReviewAgendaCaseEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId');
  return onlyReadable(query, ctx.actor, 'p');
}

/** The agenda of a meeting, in order. */
export const agendaOf = defineLoader(async (ctx, meetingIds: readonly string[]) =>
  groupedBy(
    await readableAgenda(ctx)
      .andWhere('a.meetingId IN (:...meetingIds)', { meetingIds })
      .orderBy('a.position')
      .addOrderBy('a.id')
      .getMany(),
    meetingIds,
    (row) => row.meetingId,
  ),
);

/** What stands on an agenda, by id; null where the caller may not read its case. */
export const agendaCaseById = defineLoader(async (ctx, ids: readonly string[]) =>
  byId(await readableAgenda(ctx).andWhere('a.id IN (:...ids)', { ids }).getMany(), ids),
);

/** Where a case was and is to be reviewed, the latest meeting first. */
export const reviewsOfCase = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await readableAgenda(ctx)
      .innerJoin(ReviewMeetingEntity, 'm', 'm.id = a.meetingId')
      .andWhere('a.postmortemId IN (:...postmortemIds)', { postmortemIds })
      .orderBy('m.startsAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .getMany(),
    postmortemIds,
    (row) => row.postmortemId,
  ),
);

/** The decisions about a case that the caller may read, in order. */
export const decisionsOf = defineLoader(async (ctx, agendaCaseIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(ReviewDecisionEntity, {
      where: { agendaCaseId: In([...agendaCaseIds]) },
      order: { position: 'ASC', id: 'ASC' },
    }),
    agendaCaseIds,
    (row) => row.agendaCaseId,
  ),
);
