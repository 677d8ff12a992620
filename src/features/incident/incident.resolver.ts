import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { IncidentEntity } from './incident.entity.js';
import {
  Incident,
  IncidentConnection,
  IncidentCreatePayload,
  IncidentDeletePayload,
  IncidentServiceRemovePayload,
  IncidentServiceSetPayload,
  IncidentUpdatePayload,
  NearMissReportPayload,
} from './incident.graphql.js';
import {
  AffectedServiceInput,
  IncidentCreateInput,
  IncidentFilter,
  IncidentOrder,
  IncidentUpdateInput,
  NearMissReportInput,
} from './incident-input.graphql.js';
import { IncidentList } from './incident.read.js';
import { IncidentService } from './incident.service.js';

type IncidentPayload = Promise<Payload<'incident', IncidentEntity>>;

const WHICH = { type: () => ID, description: 'The incident.' } as const;

@Resolver(() => Incident)
export class IncidentResolver {
  constructor(
    private readonly service: IncidentService,
    private readonly list: IncidentList,
  ) {}

  @Requires('read')
  @Query(() => Incident, {
    nullable: true,
    description:
      'One incident by id or by key; null if there is none or the caller may not see it.',
  })
  incident(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'INC-7.' }) key?: string,
  ): Promise<IncidentEntity | null> {
    return this.service.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => IncidentConnection, {
    description:
      'The incidents that the caller may see. One that is only written up in restricted cases is as confidential as they are.',
  })
  incidents(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: IncidentFilter,
    @Args('orderBy', { nullable: true, description: 'Default: latest onset first.' })
    orderBy?: IncidentOrder,
  ): Promise<Page<IncidentEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy, paging);
  }

  @Requires('write')
  @Mutation(() => IncidentCreatePayload, { description: 'Reports an incident.' })
  async incidentCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'What is known of it.' }) input: IncidentCreateInput,
  ): IncidentPayload {
    return { incident: await this.service.create(tx, input) };
  }

  // The scope keeps out programs that only read; whoever has signed in may, whatever their role.
  @Requires('write')
  @Mutation(() => NearMissReportPayload, {
    description:
      'Reports something that almost went wrong, without a name if so wanted. Viewers may too.',
  })
  async nearMissReport(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'What almost went wrong.' }) input: NearMissReportInput,
  ): IncidentPayload {
    return { incident: await this.service.reportNearMiss(tx, input) };
  }

  @Requires('write')
  @Mutation(() => IncidentUpdatePayload, {
    description: 'Changes an incident; a revision of every case about it.',
  })
  async incidentUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: IncidentUpdateInput,
  ): IncidentPayload {
    return { incident: await this.service.update(tx, id, input) };
  }

  @Requires('admin')
  @Mutation(() => IncidentDeletePayload, {
    description:
      'Removes an incident for good; refused as IN_USE while a case is about it. Administrators only; one that turned out to be none is CANCELED instead.',
  })
  async incidentDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): IncidentPayload {
    return { incident: await this.service.delete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => IncidentServiceSetPayload, {
    description: 'Says how the incident struck one service, instead of what was said of it before.',
  })
  async incidentServiceSet(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The service and its impact.' }) input: AffectedServiceInput,
  ): IncidentPayload {
    return { incident: await this.service.setService(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => IncidentServiceRemovePayload, {
    description: 'Says that the incident did not strike a service.',
  })
  async incidentServiceRemove(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('serviceId', { type: () => ID, description: 'The service.' }) serviceId: string,
  ): IncidentPayload {
    return { incident: await this.service.removeService(tx, id, serviceId) };
  }
}
