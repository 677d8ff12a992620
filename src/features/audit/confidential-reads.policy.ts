import type { Ctx } from '../../core/ctx.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** A restricted case that somebody has read something of. */
export interface ReadCase {
  readonly id: string;
  readonly key: string;
}

/**
 * The restricted ones of some cases, and those that some incidents are only written up in, as far
 * as the reader may read them: what others may read of the same incident is not what they have read.
 */
export async function restrictedAmong(
  ctx: Ctx,
  caseIds: readonly string[],
  incidentIds: readonly string[],
): Promise<ReadCase[]> {
  if (caseIds.length + incidentIds.length === 0) return [];
  const query = ctx.db
    .createQueryBuilder(PostmortemEntity, 'p')
    .select('p.id', 'id')
    .addSelect('p.key', 'key')
    .where(`p.visibility = 'RESTRICTED'`);
  const roads: string[] = [];
  if (caseIds.length > 0) {
    roads.push('p.id IN (:...caseIds)');
    query.setParameter('caseIds', caseIds);
  }
  if (incidentIds.length > 0) {
    const openCases = query
      .subQuery()
      .select('1')
      .from(PostmortemIncidentEntity, 'also')
      .innerJoin(PostmortemEntity, 'open', 'open.id = also.postmortemId')
      .where(`also.incidentId = about.incidentId AND open.visibility = 'ORGANIZATION'`);
    const confidential = query
      .subQuery()
      .select('about.postmortemId')
      .from(PostmortemIncidentEntity, 'about')
      .where('about.incidentId IN (:...incidentIds)')
      .andWhere(`NOT EXISTS ${openCases.getQuery()}`);
    roads.push(`p.id IN ${confidential.getQuery()}`);
    query.setParameter('incidentIds', incidentIds);
  }
  query.andWhere(`(${roads.join(' OR ')})`);
  return onlyReadable(query, ctx.actor, 'p').orderBy('p.number').getRawMany<ReadCase>();
}
