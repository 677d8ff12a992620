import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { ChoicePagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { teamById } from '../people/people.loaders.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { ServiceEntity } from './service.entity.js';
import {
  Service,
  ServiceArchivePayload,
  ServiceConnection,
  ServiceCreateInput,
  ServiceCreatePayload,
  ServiceDeletePayload,
  ServiceFilter,
  ServiceOrder,
  ServiceRestorePayload,
  ServiceUpdateInput,
  ServiceUpdatePayload,
} from './service.graphql.js';
import { dependenciesOf, dependentsOf } from './service.loaders.js';
import { ServiceList } from './service.read.js';
import { ServiceCatalog } from './service.service.js';

type ServicePayload = Promise<Payload<'service', ServiceEntity>>;

const WHICH = { type: () => ID, description: 'The service.' } as const;

@Resolver(() => Service)
export class ServiceResolver {
  constructor(
    private readonly catalog: ServiceCatalog,
    private readonly list: ServiceList,
  ) {}

  @Requires('read')
  @Query(() => Service, {
    nullable: true,
    description:
      'One service by id or by name; null if there is none or the caller may not see it.',
  })
  service(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('name', { type: () => String, nullable: true, description: 'The whole name.' })
    name?: string,
  ): Promise<ServiceEntity | null> {
    return this.catalog.find(ctx, { id, name });
  }

  @Requires('read')
  @Query(() => ServiceConnection, { description: 'The catalogue of services.' })
  services(
    @Reading() ctx: Ctx,
    @Args() paging: ChoicePagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: ServiceFilter,
    @Args('orderBy', { nullable: true, description: 'Default: by name.' }) orderBy?: ServiceOrder,
  ): Promise<Page<ServiceEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Who owns it; null for nobody yet.' })
  ownerTeam(
    @Reading() ctx: Ctx,
    @Parent() { ownerTeamId }: ServiceEntity,
  ): Promise<TeamEntity | null> | null {
    return ownerTeamId === null ? null : teamById(ctx).load(ownerTeamId);
  }

  @ResolveField(() => [Service], { description: 'What it needs in order to work, by name.' })
  dependsOn(@Reading() ctx: Ctx, @Parent() { id }: ServiceEntity): Promise<ServiceEntity[]> {
    return dependenciesOf(ctx).load(id);
  }

  @ResolveField(() => [Service], { description: 'What needs it in order to work, by name.' })
  dependents(@Reading() ctx: Ctx, @Parent() { id }: ServiceEntity): Promise<ServiceEntity[]> {
    return dependentsOf(ctx).load(id);
  }

  @Requires('write')
  @Mutation(() => ServiceCreatePayload, { description: 'Takes a service into the catalogue.' })
  async serviceCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The service.' }) input: ServiceCreateInput,
  ): ServicePayload {
    return { service: await this.catalog.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ServiceUpdatePayload, { description: 'Changes a service.' })
  async serviceUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: ServiceUpdateInput,
  ): ServicePayload {
    return { service: await this.catalog.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ServiceArchivePayload, {
    description:
      'Sets a service aside: old incidents keep naming it, it is offered for nothing new.',
  })
  async serviceArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ServicePayload {
    return { service: await this.catalog.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ServiceRestorePayload, {
    description: 'Brings back a service that was set aside.',
  })
  async serviceRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ServicePayload {
    return { service: await this.catalog.restore(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => ServiceDeletePayload, {
    description:
      'Removes a service for good; refused as IN_USE if an incident struck it. Administrators only.',
  })
  async serviceDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ServicePayload {
    return { service: await this.catalog.delete(tx, id) };
  }
}
