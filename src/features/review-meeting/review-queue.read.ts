import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { pageOf, type Page, type PageRequest } from '../../core/paging.js';
import { SEVERITIES, type Severity } from '../../core/vocabulary.js';
import { PostmortemMoveEntity } from '../postmortem/postmortem-move.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { gravestSeverityOf } from '../target/target.loaders.js';
import { ReviewAgendaCaseEntity } from './review-agenda.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import { OPEN_STATES } from './review-meeting.states.js';

/** A case that waits for a review meeting. */
export interface QueueEntry {
  readonly id: string;
  readonly postmortem: PostmortemEntity;
  readonly severity: Severity | null;
  readonly waitingSince: Date;
}

interface Waiting {
  readonly id: string;
  readonly severity: Severity | null;
  readonly waitingSince: Date;
  /** The gravest and then the longest waiting have the least. */
  readonly value: number;
}

/** The cases that wait for a review meeting, for screens. */
@Injectable()
export class ReviewQueue {
  /** One page of the cases that the caller may read, gravest and then longest waiting first. */
  async page(ctx: Ctx, paging: PageRequest): Promise<Page<QueueEntry>> {
    const page = pageOf(await waitingCases(ctx), { name: 'queue', direction: 'ASC' }, paging);
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node: { id, severity, waitingSince } }) => {
        const postmortem = await postmortemById(ctx).load(id);
        return postmortem ? [{ cursor, node: { id, postmortem, severity, waitingSince } }] : [];
      }),
    );
    const shown = edges.flat();
    return { ...page, edges: shown, nodes: shown.map(({ node }) => node) };
  }
}

/**
 * The cases in review that no meeting to come holds, and that none has discussed since they were
 * submitted. How grave they are lies in their incidents, so all are looked at; there are few.
 */
async function waitingCases(ctx: Ctx): Promise<Waiting[]> {
  const query = ctx.db
    .createQueryBuilder(PostmortemEntity, 'p')
    .select(['p.id', 'p.createdAt'])
    .where(`p.status = 'IN_REVIEW'`);
  const held = query
    .subQuery()
    .select('1')
    .from(ReviewAgendaCaseEntity, 'a')
    .innerJoin(ReviewMeetingEntity, 'm', 'm.id = a.meetingId')
    .where('a.postmortemId = p.id AND m.state IN (:...openStates)')
    .getQuery();
  const rows = await onlyReadable(query, ctx.actor, 'p')
    .andWhere(`NOT EXISTS ${held}`, { openStates: OPEN_STATES })
    .orderBy('p.createdAt')
    .limit(LIMITS.reviewQueue)
    .getMany();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [submitted, discussed] = [await submittedAt(ctx, ids), await discussedAt(ctx, ids)];
  const all = rows.map(async ({ id, createdAt }): Promise<Waiting[]> => {
    const waitingSince = submitted.get(id) ?? createdAt;
    const last = discussed.get(id);
    if (last && last >= waitingSince) return [];
    const severity = await gravestSeverityOf(ctx).load(id);
    return [{ id, severity, waitingSince, value: rankOf(severity, waitingSince) }];
  });
  return (await Promise.all(all)).flat();
}

/** More minutes than have passed since 1970. */
const MINUTES = 100_000_000;

function rankOf(severity: Severity | null, since: Date): number {
  const rank = severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
  return rank * MINUTES + Math.floor(since.getTime() / 60_000);
}

async function submittedAt(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Date>> {
  const rows = await ctx.db
    .createQueryBuilder(PostmortemMoveEntity, 'v')
    .select('v.postmortemId', 'id')
    .addSelect('MAX(v.at)', 'at')
    .where(`v.postmortemId IN (:...ids) AND v.status = 'IN_REVIEW'`, { ids })
    .groupBy('v.postmortemId')
    .getRawMany<{ id: string; at: string }>();
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]));
}

async function discussedAt(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Date>> {
  const rows = await ctx.db
    .createQueryBuilder(ReviewAgendaCaseEntity, 'a')
    .innerJoin(ReviewMeetingEntity, 'm', 'm.id = a.meetingId')
    .select('a.postmortemId', 'id')
    .addSelect('MAX(m.endedAt)', 'at')
    .where(`a.postmortemId IN (:...ids) AND a.outcome = 'DISCUSSED' AND m.state = 'ENDED'`, { ids })
    .groupBy('a.postmortemId')
    .getRawMany<{ id: string; at: string }>();
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]));
}
