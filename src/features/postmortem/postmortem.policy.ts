import type { SelectQueryBuilder } from 'typeorm';

import { personIdOf, type Actor } from '../../core/actor.js';
import { PostmortemPersonEntity, type PostmortemEntity } from './postmortem.entity.js';

export type PostmortemAct = 'read' | 'edit' | 'delete';

/** What the policy looks at: the case, and whether the actor is named on it. */
export interface PostmortemFacts {
  readonly visibility: PostmortemEntity['visibility'];
  /** Author, reviewer or facilitator. */
  readonly involved: boolean;
}

/** Whether the actor may do this to a case that exists. */
export function mayPostmortem(actor: Actor, act: PostmortemAct, facts: PostmortemFacts): boolean {
  if (actor.kind === 'operator') return true;
  if (actor.kind === 'anonymous') return false;
  if (facts.visibility === 'RESTRICTED' && !facts.involved) return false;
  if (act === 'read') return true;
  if (act === 'delete') return actor.role === 'ADMIN';
  return actor.role !== 'VIEWER';
}

/** Whether the actor may write a new case. */
export function mayCreatePostmortem(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.role !== 'VIEWER');
}

/** Keeps of a query over `PostmortemEntity` under `alias` what the actor may read: `mayPostmortem` in SQL. */
export function onlyReadable<Row extends object>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  if (actor.kind === 'operator') return query;
  if (actor.kind === 'anonymous') return query.andWhere('1 = 0');
  const named = query
    .subQuery()
    .select('1')
    .from(PostmortemPersonEntity, 'named')
    .where(`named.postmortemId = ${alias}.id AND named.personId = :readerId`)
    .getQuery();
  return query.andWhere(
    `(${alias}.visibility = 'ORGANIZATION' OR ${alias}.facilitatorId = :readerId OR EXISTS ${named})`,
    { readerId: personIdOf(actor) },
  );
}
