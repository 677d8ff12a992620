import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { OrganizationEntity } from './organization.entity.js';
import {
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
