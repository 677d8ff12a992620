import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { FactorEntity } from './factor.entity.js';
import {
  Factor,
  FactorCreateInput,
  FactorCreatePayload,
  FactorDeletePayload,
  FactorUpdateInput,
  FactorUpdatePayload,
} from './factor.graphql.js';
import { factorTreeOf } from './factor.loaders.js';
import { FactorService } from './factor.service.js';

type FactorPayload = Promise<Payload<'factor', FactorEntity>>;

const FACTOR_ID = { type: () => ID, description: 'The factor.' };

@Resolver(() => Postmortem)
export class PostmortemFactorsResolver {
  @ResolveField(() => [Factor], {
    description: 'The factors at the root; `children` of each leads on.',
  })
  async factors(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<FactorEntity[]> {
    return (await factorTreeOf(ctx).load(id)).childrenOf(null);
  }

  @ResolveField(() => [Factor], {
    description: 'Every factor, parents before their children; `parent` tells the tree.',
  })
  async allFactors(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<FactorEntity[]> {
    return (await factorTreeOf(ctx).load(id)).below(null);
  }
}

@Resolver(() => Factor)
export class FactorResolver {
  constructor(private readonly service: FactorService) {}

  @ResolveField(() => Factor, {
    nullable: true,
    description: 'The factor of which this answers "why?"; null at the root.',
  })
  async parent(@Reading() ctx: Ctx, @Parent() factor: FactorEntity): Promise<FactorEntity | null> {
    if (factor.parentId === null) return null;
    return (await factorTreeOf(ctx).load(factor.postmortemId)).find(factor.parentId) ?? null;
  }

  @ResolveField(() => [Factor], { description: 'What answers "why?" of this one, in order.' })
  async children(@Reading() ctx: Ctx, @Parent() factor: FactorEntity): Promise<FactorEntity[]> {
    return (await factorTreeOf(ctx).load(factor.postmortemId)).childrenOf(factor.id);
  }

  @ResolveField(() => Postmortem, { description: 'The case it belongs to.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: FactorEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @Requires('write')
  @Mutation(() => FactorCreatePayload, { description: 'Adds a factor to the tree of a case.' })
  async factorCreate(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The factor.' }) input: FactorCreateInput,
  ): FactorPayload {
    return { factor: await this.service.create(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => FactorUpdatePayload, { description: 'Changes a factor, or moves it.' })
  async factorUpdate(
    @Writing() tx: TxCtx,
    @Args('id', FACTOR_ID) id: string,
    @Args('input', { description: 'What to change.' }) input: FactorUpdateInput,
  ): FactorPayload {
    return { factor: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => FactorDeletePayload, {
    description: 'Removes a factor with all that is under it; earlier revisions keep them.',
  })
  async factorDelete(@Writing() tx: TxCtx, @Args('id', FACTOR_ID) id: string): FactorPayload {
    return { factor: await this.service.delete(tx, id) };
  }
}
