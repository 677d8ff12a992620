import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { ServiceDependencyEntity, ServiceEntity } from './service.entity.js';
import { mayService } from './service.policy.js';

/** A service by id; null where there is none or the caller may not read it. */
export const serviceById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayService(ctx.actor, 'read')
    ? byId(await ctx.db.findBy(ServiceEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** What a service needs in order to work, by name. */
export const dependenciesOf = defineLoader((ctx, ids: readonly string[]) =>
  neighbours(ctx, ids, { of: 'serviceId', are: 'dependsOnId' }),
);

/** What needs a service in order to work, by name. */
export const dependentsOf = defineLoader((ctx, ids: readonly string[]) =>
  neighbours(ctx, ids, { of: 'dependsOnId', are: 'serviceId' }),
);

type End = keyof ServiceDependencyEntity;

/** The services at the other end of each dependency. */
async function neighbours(
  ctx: Ctx,
  ids: readonly string[],
  { of, are }: { of: End; are: End },
): Promise<ServiceEntity[][]> {
  const { entities, raw } = await ctx.db
    .createQueryBuilder(ServiceEntity, 's')
    .innerJoin(ServiceDependencyEntity, 'd', `d.${are} = s.id`)
    .addSelect(`d.${of}`, 'of_service')
    .where(`d.${of} IN (:...ids)`, { ids })
    .orderBy('s.name')
    .getRawAndEntities<{ s_id: string; of_service: string }>();
  const services = new Map(entities.map((entity) => [entity.id, entity]));
  return groupedBy(raw, ids, (row) => row.of_service).map((rows) =>
    rows.flatMap((row) => services.get(row.s_id) ?? []),
  );
}
