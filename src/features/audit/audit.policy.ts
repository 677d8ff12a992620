import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import { roleAllows, type Actor } from '../../core/actor.js';
import { IncidentEntity } from '../incident/incident.entity.js';
import { onlyReadableIncidents } from '../incident/incident.policy.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** Whether the actor may read the audit log. */
export function mayReadAudit(actor: Actor): boolean {
  return roleAllows(actor, 'administer');
}

/**
 * Keeps of a query over `AuditEntryEntity` under `alias` what the actor may see: administrators what
 * tells of nothing that they may not read, and of nothing that is gone, as nobody can say any more
 * who might read that. The operator sees all.
 */
export function onlyVisibleEntries<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: Actor,
  alias: string,
): SelectQueryBuilder<Row> {
  if (actor.kind === 'operator') return query;
  if (!mayReadAudit(actor)) return query.andWhere('1 = 0');
  for (const property of ['caseId', 'otherCaseId'] as const) {
    const cases = query.subQuery().select('1').from(PostmortemEntity, 'told');
    onlyReadable(cases.where(`told.id = ${alias}.${property}`), actor, 'told');
    query.andWhere(`(${alias}.${property} IS NULL OR EXISTS ${cases.getQuery()})`);
  }
  const incidents = query.subQuery().select('1').from(IncidentEntity, 'told');
  onlyReadableIncidents(incidents.where(`told.id = ${alias}.incidentId`), actor, 'told');
  return query.andWhere(`(${alias}.incidentId IS NULL OR EXISTS ${incidents.getQuery()})`);
}
