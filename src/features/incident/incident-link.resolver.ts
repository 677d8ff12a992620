import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { incidentIdsOf } from '../postmortem/postmortem.loaders.js';
import type { ServiceEntity } from '../service-catalog/service.entity.js';
import { Service } from '../service-catalog/service.graphql.js';
import type { IncidentEntity } from './incident.entity.js';
import { Incident } from './incident.graphql.js';
import { incidentById, incidentCountOfService } from './incident.loaders.js';

/** What a case is about. */
@Resolver(() => Postmortem)
export class PostmortemIncidentsResolver {
  @ResolveField(() => [Incident], { description: 'The incidents it is about, in order.' })
  async incidents(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<IncidentEntity[]> {
    const ids = await incidentIdsOf(ctx).load(id);
    const incidents = await Promise.all(ids.map((each) => incidentById(ctx).load(each)));
    return incidents.filter((incident) => incident !== null);
  }
}

/** How often a service was struck. */
@Resolver(() => Service)
export class ServiceIncidentsResolver {
  @ResolveField(() => Int, {
    description:
      'How many incidents that the caller may see have struck it; `incidents` lists them by its name.',
  })
  incidentCount(@Reading() ctx: Ctx, @Parent() { id }: ServiceEntity): Promise<number> {
    return incidentCountOfService(ctx).load(id);
  }
}
