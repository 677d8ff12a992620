import { Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Direction, type Page, type PageRequest } from '../../core/paging.js';
import { MEASUREMENTS, type MeasurementName, type Milestone } from '../../core/vocabulary.js';
import { keepContaining, keepOneOf } from '../../infra/database/filters.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { dayOf, OPEN_STATUSES } from '../action-item/action-item.states.js';
import type { IncidentEntity } from '../incident/incident.entity.js';
import { incidentsOfCase } from '../target/target.loaders.js';
import { ReviewInviteeEntity, ReviewMeetingEntity } from './review-meeting.entity.js';
import { mayReview } from './review-meeting.policy.js';
import type { MeetingState } from './review-meeting.states.js';

/** What a list of meetings keeps; all that is given must hold. */
export interface MeetingListFilter {
  readonly query?: string | null;
  readonly state?: readonly MeetingState[] | null;
  readonly seriesId?: string | null;
  readonly teamId?: string | null;
  readonly startsAfter?: Date | null;
  readonly startsBefore?: Date | null;
}

/** The list of review meetings, for screens. */
@Injectable()
export class ReviewMeetingList {
  /** One page by when they begin. Two statements. */
  page(
    ctx: Ctx,
    filter: MeetingListFilter,
    direction: Direction,
    paging: PageRequest,
  ): Promise<Page<ReviewMeetingEntity>> {
    const query = ctx.db.createQueryBuilder(ReviewMeetingEntity, 'm');
    if (!mayReview(ctx.actor, 'read')) query.andWhere('1 = 0');
    keepContaining(query, ['m.title', 'm.key'], filter.query);
    keepOneOf(query, 'state', filter.state);
    const { seriesId, teamId, startsAfter, startsBefore } = filter;
    if (seriesId) query.andWhere('m.seriesId = :seriesId', { seriesId });
    if (startsAfter) {
      query.andWhere('m.startsAt >= :startsAfter', { startsAfter: startsAfter.toISOString() });
    }
    if (startsBefore) {
      query.andWhere('m.startsAt < :startsBefore', { startsBefore: startsBefore.toISOString() });
    }
    if (teamId) {
      const invited = query
        .subQuery()
        .select('i.meetingId')
        .from(ReviewInviteeEntity, 'i')
        .where('i.teamId = :teamId AND i.meetingId IS NOT NULL')
        .getQuery();
      query.andWhere(`m.id IN ${invited}`, { teamId });
    }
    return keysetPage(query, { property: 'startsAt', direction }, paging);
  }
}

/** Days that a single meeting looks back. */
const LOOKS_BACK_MS = 14 * 86_400_000;

/**
 * The actions that have become overdue since the last meeting of the same series, or within 14 days
 * for the first and for a single one, and still are; of cases that the caller may read, the longest
 * overdue first.
 */
export async function overdueSince(
  ctx: Ctx,
  meeting: ReviewMeetingEntity,
  paging: PageRequest,
): Promise<Page<ActionItemEntity>> {
  const { startsAt, seriesId, endedAt } = meeting;
  const last =
    seriesId === null
      ? null
      : await ctx.db.findOne(ReviewMeetingEntity, {
          where: { seriesId, startsAt: LessThan(startsAt), state: Not('CANCELED') },
          order: { startsAt: 'DESC' },
        });
  const now = endedAt ?? ctx.clock.now();
  // One that lies ahead tells what is overdue by now.
  const until = startsAt < now ? startsAt : now;
  const since = last && last.startsAt < until ? last.startsAt : backFrom(until);
  const query = readableActionItems(ctx).andWhere(
    'a.dueOn >= :since AND a.dueOn < :today AND a.status IN (:...open)',
    { since: dayOf(since), today: dayOf(now), open: OPEN_STATUSES },
  );
  return keysetPage(query, { property: 'dueOn', direction: 'ASC', nullAs: '' }, paging);
}

const backFrom = (at: Date): Date => new Date(at.getTime() - LOOKS_BACK_MS);

/** A span of an incident that cannot be measured, and the milestones that are not known. */
export interface UnmeasuredSpan {
  readonly incident: IncidentEntity;
  readonly name: MeasurementName;
  readonly missing: readonly Milestone[];
}

/** Of the incidents of a case that the caller may read: what to ask while everybody is there. */
export async function unmeasuredSpans(ctx: Ctx, postmortemId: string): Promise<UnmeasuredSpan[]> {
  const incidents = await incidentsOfCase(ctx).load(postmortemId);
  return incidents
    .filter(({ status }) => status !== 'CANCELED')
    .flatMap((incident) =>
      Object.entries(MEASUREMENTS).flatMap(([name, ends]) => {
        const missing = ends.filter((milestone) => incident[milestone] === null);
        return missing.length === 0 ? [] : [{ incident, name: name as MeasurementName, missing }];
      }),
    );
}
