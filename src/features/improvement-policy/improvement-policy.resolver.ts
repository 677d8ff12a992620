import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import {
  ImprovementPolicy,
  ImprovementPolicyUpdateInput,
  ImprovementPolicyUpdatePayload,
} from './improvement-policy.graphql.js';
import { ImprovementPolicyService } from './improvement-policy.service.js';

@Resolver(() => ImprovementPolicy)
export class ImprovementPolicyResolver {
  constructor(private readonly service: ImprovementPolicyService) {}

  @Requires('read')
  @Query(() => ImprovementPolicy, {
    description: 'What the organization asks of its improvements.',
  })
  improvementPolicy(@Reading() ctx: Ctx): Promise<ImprovementPolicy> {
    return this.service.find(ctx);
  }

  @Requires('admin')
  @Mutation(() => ImprovementPolicyUpdatePayload, {
    description: 'Changes what the organization asks of its improvements. Administrators only.',
  })
  async improvementPolicyUpdate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The changes.' }) input: ImprovementPolicyUpdateInput,
  ): Promise<Payload<'improvementPolicy', ImprovementPolicy>> {
    return { improvementPolicy: await this.service.update(tx, input) };
  }
}
