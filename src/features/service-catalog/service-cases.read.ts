import type { ReadManager } from '../../core/ctx.js';
import { IncidentServiceEntity } from '../incident/incident.entity.js';
import { PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';

/** The ids of the cases about incidents that struck a service. */
export async function caseIdsOfService(db: ReadManager, serviceId: string): Promise<string[]> {
  const rows = await db
    .createQueryBuilder(PostmortemIncidentEntity, 'pi')
    .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
    .select('pi.postmortemId', 'id')
    .distinct(true)
    .where('x.serviceId = :serviceId', { serviceId })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
