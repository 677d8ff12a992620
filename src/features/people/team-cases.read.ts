import type { ReadManager } from '../../core/ctx.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { IncidentServiceEntity } from '../incident/incident.entity.js';
import { PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';

/** The ids of the cases that a team shows in: it owns an affected service or an action item. */
export async function caseIdsOfTeam(db: ReadManager, teamId: string): Promise<string[]> {
  const byService = await db
    .createQueryBuilder(PostmortemIncidentEntity, 'pi')
    .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
    .innerJoin(ServiceEntity, 's', 's.id = x.serviceId')
    .select('pi.postmortemId', 'id')
    .distinct(true)
    .where('s.ownerTeamId = :teamId', { teamId })
    .getRawMany<{ id: string }>();
  const byAction = await db
    .createQueryBuilder(ActionItemEntity, 'a')
    .select('a.postmortemId', 'id')
    .distinct(true)
    .where('a.teamId = :teamId', { teamId })
    .getRawMany<{ id: string }>();
  return [...new Set([...byService, ...byAction].map(({ id }) => id))];
}
