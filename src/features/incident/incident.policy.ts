import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import { roleAllows, type Actor, type RoleAct } from '../../core/actor.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** What the policy looks at: how many cases are about the incident, and how many of them the actor may read. */
export interface IncidentFacts {
  readonly cases: number;
  readonly readableCases: number;
}

/**
 * Whether the actor may do this to an incident that exists. One that is only written up in
 * confidential cases is as confidential as they are.
 */
export function mayIncident(actor: Actor, act: RoleAct, facts: IncidentFacts): boolean {
  if (facts.cases > 0 && facts.readableCases === 0) return false;
  return roleAllows(actor, act);
}

/** Keeps of a query over `IncidentEntity` under `alias` what the actor may read: `mayIncident` in SQL. */
export function onlyReadableIncidents<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  if (actor.kind === 'operator') return query;
  if (!roleAllows(actor, 'read')) return query.andWhere('1 = 0');
  const cases = () =>
    query
      .subQuery()
      .select('1')
      .from(PostmortemIncidentEntity, 'about')
      .where(`about.incidentId = ${alias}.id`);
  const readable = cases().innerJoin(
    PostmortemEntity,
    'written',
    'written.id = about.postmortemId',
  );
  return query.andWhere(
    `(NOT EXISTS ${cases().getQuery()} OR EXISTS ${onlyReadable(readable, actor, 'written').getQuery()})`,
  );
}
