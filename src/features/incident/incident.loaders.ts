import { In } from 'typeorm';

import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import {
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from './incident.entity.js';
import { onlyReadableIncidents } from './incident.policy.js';

const inOrder = { position: 'ASC' } as const;

/** An incident by id; null where there is none or the caller may not read it. */
export const incidentById = defineLoader(async (ctx, ids: readonly string[]) => {
  const query = ctx.db.createQueryBuilder(IncidentEntity, 'i').where('i.id IN (:...ids)', { ids });
  return byId(await onlyReadableIncidents(query, ctx.actor, 'i').getMany(), ids);
});

/** The services that an incident struck, in order. */
export const affectedServicesOf = defineLoader(async (ctx, incidentIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(IncidentServiceEntity, {
      where: { incidentId: In([...incidentIds]) },
      order: inOrder,
    }),
    incidentIds,
    (row) => row.incidentId,
  ),
);

/** Who took part in the response, in order. */
export const respondersOf = defineLoader(async (ctx, incidentIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(IncidentResponderEntity, {
      where: { incidentId: In([...incidentIds]) },
      order: inOrder,
    }),
    incidentIds,
    (row) => row.incidentId,
  ),
);

/** Where an incident is known in other systems, in order. */
export const referencesOf = defineLoader(async (ctx, incidentIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(IncidentReferenceEntity, {
      where: { incidentId: In([...incidentIds]) },
      order: inOrder,
    }),
    incidentIds,
    (row) => row.incidentId,
  ),
);

/** How many incidents that the caller may read have struck a service. */
export const incidentCountOfService = defineLoader(async (ctx, serviceIds: readonly string[]) => {
  const query = ctx.db
    .createQueryBuilder(IncidentServiceEntity, 'x')
    .innerJoin(IncidentEntity, 'i', 'i.id = x.incidentId')
    .select('x.serviceId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where('x.serviceId IN (:...serviceIds)', { serviceIds })
    .groupBy('x.serviceId');
  const rows = await onlyReadableIncidents(query, ctx.actor, 'i').getRawMany<{
    id: string;
    // PostgreSQL counts in 64 bits, which its driver hands over as text.
    count: number | string;
  }>();
  const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return serviceIds.map((id) => counts.get(id) ?? 0);
});
