import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import { hasScope, roleAllows, type Actor, type RoleAct } from '../../core/actor.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { isOpenSql, mayCreatePostmortem, onlyReadable } from '../postmortem/postmortem.policy.js';

/** What the policy looks at: the cases about the incident. */
export interface IncidentFacts {
  /** There are some, and all of them are restricted. */
  readonly confidential: boolean;
  /** The actor may read one of them. */
  readonly readable: boolean;
}

/**
 * Whether the actor may do this to an incident that exists. One that is only written up in
 * restricted cases is as confidential as they are; that something happened is no secret where the
 * organization may read of it, be it later, when a draft is ready.
 */
export function mayIncident(actor: Actor, act: RoleAct, facts: IncidentFacts): boolean {
  if (facts.confidential && !facts.readable) return false;
  return roleAllows(actor, act);
}

/** Whether the actor may report a new incident. */
export function mayCreateIncident(actor: Actor): boolean {
  return roleAllows(actor, 'edit');
}

/** What screens offer to do with an incident, in the order they do. */
export const INCIDENT_ACTS = ['EDIT', 'WRITE_UP', 'DELETE'] as const;
export type IncidentAct = (typeof INCIDENT_ACTS)[number];

/** What the actor may do with an incident that they may read. */
export function allowedIncidentActs(actor: Actor): IncidentAct[] {
  const facts = { confidential: false, readable: true };
  if (!mayIncident(actor, 'read', facts)) return [];
  return INCIDENT_ACTS.filter((act) => {
    if (act === 'WRITE_UP') return mayCreatePostmortem(actor);
    return mayIncident(actor, act === 'EDIT' ? 'edit' : 'delete', facts);
  });
}

/**
 * Whether the actor may report a near miss: everybody in the organization, whatever their role; not
 * a program that is only meant to read.
 */
export function mayReportNearMiss(actor: Actor): boolean {
  return hasScope(actor, 'read') && hasScope(actor, 'write');
}

/** Keeps of a query over `IncidentEntity` under `alias` what the actor may read: `mayIncident` in SQL. */
export function onlyReadableIncidents<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  if (actor.kind === 'operator') return query;
  if (!roleAllows(actor, 'read')) return query.andWhere('1 = 0');
  // Most incidents are in no restricted case, and the list of the others is made only once.
  const some = query
    .subQuery()
    .select('secret.incidentId')
    .from(PostmortemIncidentEntity, 'secret')
    .innerJoin(PostmortemEntity, 'restricted', 'restricted.id = secret.postmortemId')
    .where(`restricted.visibility = 'RESTRICTED'`)
    .getQuery();
  const open = casesAbout(query, alias).andWhere(isOpenSql('written')).getQuery();
  const readable = readableCases(query, actor, alias);
  return query.andWhere(`(${alias}.id NOT IN ${some} OR EXISTS ${open} OR EXISTS ${readable})`);
}

/** Keeps of a query over `IncidentEntity` under `alias` those with a case that the actor may read, or the others. */
export function onlyWritten<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
  written: boolean,
): SelectQueryBuilder<Row> {
  return query.andWhere(`${written ? '' : 'NOT '}EXISTS ${readableCases(query, actor, alias)}`);
}

function readableCases(
  query: SelectQueryBuilder<ObjectLiteral>,
  actor: Actor,
  alias: string,
): string {
  return onlyReadable(casesAbout(query, alias), actor, 'written').getQuery();
}

function casesAbout(query: SelectQueryBuilder<ObjectLiteral>, alias: string) {
  return query
    .subQuery()
    .select('1')
    .from(PostmortemIncidentEntity, 'about')
    .innerJoin(PostmortemEntity, 'written', 'written.id = about.postmortemId')
    .where(`about.incidentId = ${alias}.id`);
}
