import { In, type SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import type { Severity } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { RevisionEntity } from '../history/revision.entity.js';
import { IncidentEntity, IncidentServiceEntity } from '../incident/incident.entity.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
} from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import type { DigestScope } from './digest.read.js';
import { READING_MS, type Published } from './worth-reading.js';

/** A case that waits to be reviewed. */
export interface WaitingCase {
  readonly postmortemId: string;
  /** Since when, without a break. */
  readonly since: Date;
}

/** A case that has a factor of an earlier one again. */
export interface Recurrence {
  readonly postmortemId: string;
  readonly earlierId: string;
}

/** Cases that are looked through for one list. */
const MOST = 5_000;

// Inside of a text the quotation marks would be escaped; no other part of a case has this status.
const IN_REVIEW = '%"status":"IN_REVIEW"%';
const SAME_FACTOR = '%"SAME_FACTOR"%';

/** The cases that stood in review just before an instant, the one that has waited longest first. */
export async function waitingForReview(
  ctx: Ctx,
  scope: DigestScope,
  until: Date,
): Promise<WaitingCase[]> {
  const at = until.toISOString();
  const found = await lastRevisions(ctx, scope, until)
    .select('r.postmortemId', 'id')
    .andWhere(`(p.status = 'IN_REVIEW' OR p.updatedAt >= :until)`, { until: at })
    .andWhere('r.document LIKE :review', { review: IN_REVIEW })
    .getRawMany<{ id: string }>();
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const query = ctx.db.createQueryBuilder(RevisionEntity, 'r');
  const pause = query
    .subQuery()
    .select('MAX(o.number)')
    .from(RevisionEntity, 'o')
    .where('o.postmortemId = r.postmortemId AND o.at < :at AND o.document NOT LIKE :review')
    .getQuery();
  const rows = await query
    .select('r.postmortemId', 'id')
    .addSelect('MIN(r.at)', 'since')
    .where({ postmortemId: In(ids) })
    .andWhere(`r.at < :at AND r.number > COALESCE(${pause}, 0)`, { at, review: IN_REVIEW })
    .groupBy('r.postmortemId')
    .getRawMany<{ id: string; since: string }>();
  return rows
    .map(({ id, since }) => ({ postmortemId: id, since: new Date(since) }))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

const rank = ({ since, postmortemId }: WaitingCase): string =>
  `${since.toISOString()} ${postmortemId}`;

/**
 * The cases of which it was written within a week that they have a factor of an earlier one. Both
 * are such as the reader may read.
 */
export async function recurrencesBetween(
  ctx: Ctx,
  scope: DigestScope,
  from: Date,
  until: Date,
): Promise<Recurrence[]> {
  const now = await lastRevisions(ctx, scope, until)
    .andWhere('p.updatedAt >= :from AND r.at >= :from', { from: from.toISOString() })
    .andWhere('r.document LIKE :link', { link: SAME_FACTOR })
    .orderBy('r.postmortemId')
    .getMany();
  if (now.length === 0) return [];
  const before = await lastRevisions(ctx, scope, from)
    .andWhere({ postmortemId: In(now.map(({ postmortemId }) => postmortemId)) })
    .getMany();
  const known = new Map(before.map((one) => [one.postmortemId, new Set(linkedKeys(one))]));
  const links = now.flatMap((one) =>
    linkedKeys(one)
      .filter((key) => !known.get(one.postmortemId)?.has(key))
      .map((key) => ({ id: one.postmortemId, key })),
  );
  return pairsOf(ctx, links.slice(0, LIMITS.shortList));
}

const linkedKeys = ({ document }: RevisionEntity): string[] =>
  document.links.filter(({ kind }) => kind === 'SAME_FACTOR').map(({ to }) => to);

/** Of two linked cases the later one repeats the earlier one, whichever names the other. */
async function pairsOf(
  ctx: Ctx,
  links: readonly { id: string; key: string }[],
): Promise<Recurrence[]> {
  if (links.length === 0) return [];
  const query = ctx.db
    .createQueryBuilder(PostmortemEntity, 'p')
    .select(['p.id', 'p.key', 'p.createdAt', 'p.number'])
    .where([{ key: In(links.map(({ key }) => key)) }, { id: In(links.map(({ id }) => id)) }])
    .limit(2 * LIMITS.shortList);
  const rows = await onlyReadable(query, ctx.actor, 'p').getMany();
  const pairs = new Map<string, Recurrence>();
  for (const { id, key } of links) {
    const ends = [rows.find((row) => row.id === id), rows.find((row) => row.key === key)];
    const [earlier, later] = ends
      .flatMap((row) => row ?? [])
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.number - b.number);
    if (!earlier || !later || earlier === later) continue;
    pairs.set(`${later.id} ${earlier.id}`, { postmortemId: later.id, earlierId: earlier.id });
  }
  return [...pairs.values()];
}

/**
 * The published cases from which one is chosen to be read.
 * @param teamIds whose services are the reader's own
 */
export async function publishedBefore(
  ctx: Ctx,
  teamIds: readonly string[],
  until: Date,
): Promise<Published[]> {
  const query = ctx.db
    .createQueryBuilder(PostmortemEntity, 'p')
    .leftJoin(PostmortemIncidentEntity, 'pi', 'pi.postmortemId = p.id')
    .leftJoin(IncidentEntity, 'i', 'i.id = pi.incidentId')
    .select('p.id', 'id')
    .addSelect('p.number', 'number')
    .addSelect('p.publishedAt', 'publishedAt')
    .addSelect('MIN(i.severity)', 'severity')
    .where(`p.status = 'PUBLISHED' AND p.publishedAt >= :from AND p.publishedAt < :until`, {
      from: new Date(until.getTime() - READING_MS).toISOString(),
      until: until.toISOString(),
    })
    .groupBy('p.id')
    .addGroupBy('p.number')
    .addGroupBy('p.publishedAt')
    .orderBy('p.publishedAt', 'DESC')
    .addOrderBy('p.number')
    .limit(MOST);
  const rows = await onlyReadable(query, ctx.actor, 'p').getRawMany<{
    id: string;
    number: number;
    publishedAt: string;
    severity: Severity | null;
  }>();
  const own = new Set(await ofServices(ctx, teamIds));
  return rows.map(({ id, number, publishedAt, severity }) => ({
    ...{ id, number },
    publishedAt: new Date(publishedAt),
    severity,
    isOwn: own.has(id),
  }));
}

/** The ids of the cases about services of these teams. */
async function ofServices(ctx: Ctx, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.db
    .createQueryBuilder(PostmortemIncidentEntity, 'pi')
    .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
    .innerJoin(ServiceEntity, 's', 's.id = x.serviceId')
    .select('pi.postmortemId', 'id')
    .distinct(true)
    .where('s.ownerTeamId IN (:...teamIds)', { teamIds })
    .limit(MOST)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/** Of each case of a scope that the reader may read now, as `p`, the last revision before an instant, as `r`. */
function lastRevisions(
  ctx: Ctx,
  scope: DigestScope,
  before: Date,
): SelectQueryBuilder<RevisionEntity> {
  const query = ctx.db
    .createQueryBuilder(RevisionEntity, 'r')
    .innerJoin(PostmortemEntity, 'p', 'p.id = r.postmortemId')
    .limit(MOST);
  const last = query
    .subQuery()
    .select('MAX(l.number)')
    .from(RevisionEntity, 'l')
    .where('l.postmortemId = r.postmortemId AND l.at < :before')
    .getQuery();
  query.where(`r.number = ${last}`, { before: before.toISOString() });
  return onlyReadable(ofScope(query, scope), ctx.actor, 'p');
}

/** The cases, as `p`, about a service or with an action of a team; or that a person has a part in. */
function ofScope<Row extends object>(
  query: SelectQueryBuilder<Row>,
  scope: DigestScope,
): SelectQueryBuilder<Row> {
  if ('teamId' in scope) {
    const services = query
      .subQuery()
      .select('pi.postmortemId')
      .from(PostmortemIncidentEntity, 'pi')
      .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
      .innerJoin(ServiceEntity, 's', 's.id = x.serviceId')
      .where('s.ownerTeamId = :teamId')
      .getQuery();
    const actions = query
      .subQuery()
      .select('a.postmortemId')
      .from(ActionItemEntity, 'a')
      .where('a.teamId = :teamId')
      .getQuery();
    query.andWhere(`(p.id IN ${services} OR p.id IN ${actions})`, scope);
  }
  if ('personId' in scope) {
    const named = query
      .subQuery()
      .select('n.postmortemId')
      .from(PostmortemPersonEntity, 'n')
      .where('n.personId = :personId')
      .getQuery();
    query.andWhere(`(p.facilitatorId = :personId OR p.id IN ${named})`, scope);
  }
  return query;
}
