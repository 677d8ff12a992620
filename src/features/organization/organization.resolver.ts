import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import {
  USUAL_LEADERS,
  USUAL_SCHEDULE,
  type LeadersSchedule,
  type WeeklySchedule as Schedule,
} from '../../core/weekly-schedule.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { WeeklySchedule } from '../../infra/graphql/weekly-schedule.graphql.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { OrganizationEntity } from './organization.entity.js';
import {
  LeadersDigest,
  Organization,
  OrganizationUpdateInput,
  OrganizationUpdatePayload,
} from './organization.graphql.js';
import { OrganizationService } from './organization.service.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(private readonly service: OrganizationService) {}

  @Requires('read')
  @Query(() => Organization, { description: 'Whose library it is.' })
  organization(@Reading() ctx: Ctx): Promise<OrganizationEntity> {
    return this.service.find(ctx);
  }

  @ResolveField(() => WeeklySchedule, {
    description: 'When the digests of teams are sent that say nothing else.',
  })
  digestSchedule(@Parent() { digestSchedule }: OrganizationEntity): Schedule {
    return digestSchedule ?? USUAL_SCHEDULE;
  }

  @ResolveField(() => LeadersDigest, {
    description: 'When and to whom the digest of the organization is sent.',
  })
  leadersDigest(@Parent() { leadersDigest }: OrganizationEntity): LeadersSchedule {
    return leadersDigest ?? USUAL_LEADERS;
  }

  @Requires('admin')
  @Mutation(() => OrganizationUpdatePayload, {
    description: 'Says whose library it is. Administrators only.',
  })
  async organizationUpdate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The changes.' }) input: OrganizationUpdateInput,
  ): Promise<Payload<'organization', OrganizationEntity>> {
    return { organization: await this.service.update(tx, input) };
  }
}

@Resolver(() => LeadersDigest)
export class LeadersDigestResolver {
  @ResolveField(() => [Person], {
    nullable: true,
    description: 'To whom it is sent; null: to all administrators.',
  })
  async recipients(
    @Reading() ctx: Ctx,
    @Parent() { personIds }: LeadersSchedule,
  ): Promise<PersonEntity[] | null> {
    if (personIds === null) return null;
    const people = await Promise.all(personIds.map((id) => personById(ctx).load(id)));
    // Who was removed for good is no longer one of them.
    return people.flatMap((person) => person ?? []);
  }
}
