import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemsOfIncident } from '../postmortem/postmortem.loaders.js';
import type { ServiceEntity } from '../service-catalog/service.entity.js';
import { Service } from '../service-catalog/service.graphql.js';
import { serviceById } from '../service-catalog/service.loaders.js';
import type {
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from './incident.entity.js';
import {
  AffectedService,
  Incident,
  IncidentReference,
  Measurement,
  Responder,
} from './incident.graphql.js';
import { affectedServicesOf, referencesOf, respondersOf } from './incident.loaders.js';
import { measurementsOf, type Measurement as MeasuredSpan } from './incident-milestones.js';

/** What belongs to an incident. */
@Resolver(() => Incident)
export class IncidentFieldsResolver {
  @ResolveField(() => [Measurement], {
    description:
      'Every span whose two milestones are known. One that would be negative, because its milestones are out of order, is left out.',
  })
  measurements(@Parent() row: IncidentEntity): MeasuredSpan[] {
    return measurementsOf(row);
  }

  @ResolveField(() => [AffectedService], { description: 'The services it struck, in order.' })
  services(
    @Reading() ctx: Ctx,
    @Parent() { id }: IncidentEntity,
  ): Promise<IncidentServiceEntity[]> {
    return affectedServicesOf(ctx).load(id);
  }

  @ResolveField(() => [Responder], { description: 'Who took part in the response, in order.' })
  responders(
    @Reading() ctx: Ctx,
    @Parent() { id }: IncidentEntity,
  ): Promise<IncidentResponderEntity[]> {
    return respondersOf(ctx).load(id);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who reported it; null if nobody said, or wanted to stay unnamed.',
  })
  reporter(
    @Reading() ctx: Ctx,
    @Parent() { reporterId }: IncidentEntity,
  ): Promise<PersonEntity | null> | null {
    return reporterId === null ? null : personById(ctx).load(reporterId);
  }

  @ResolveField(() => [IncidentReference], {
    description: 'Where it is known elsewhere, in order.',
  })
  references(
    @Reading() ctx: Ctx,
    @Parent() { id }: IncidentEntity,
  ): Promise<IncidentReferenceEntity[]> {
    return referencesOf(ctx).load(id);
  }

  @ResolveField(() => [Postmortem], {
    description: 'The cases about it that the caller may see, oldest first.',
  })
  postmortems(@Reading() ctx: Ctx, @Parent() { id }: IncidentEntity): Promise<PostmortemEntity[]> {
    return postmortemsOfIncident(ctx).load(id);
  }
}

/** What an affected service is. */
@Resolver(() => AffectedService)
export class AffectedServiceResolver {
  @ResolveField(() => Service, { description: 'Which service.' })
  service(
    @Reading() ctx: Ctx,
    @Parent() { serviceId }: IncidentServiceEntity,
  ): Promise<ServiceEntity | null> {
    return serviceById(ctx).load(serviceId);
  }
}

/** Who a responder is. */
@Resolver(() => Responder)
export class ResponderResolver {
  @ResolveField(() => Person, { description: 'Who.' })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: IncidentResponderEntity,
  ): Promise<PersonEntity | null> {
    return personById(ctx).load(personId);
  }
}
