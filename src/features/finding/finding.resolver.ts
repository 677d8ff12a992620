import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { FindingEntity } from './finding.entity.js';
import {
  Finding,
  FindingCreateInput,
  FindingCreatePayload,
  FindingDeletePayload,
  FindingUpdateInput,
  FindingUpdatePayload,
} from './finding.graphql.js';
import { findingsOf } from './finding.loaders.js';
import { FindingService } from './finding.service.js';

type FindingPayload = Promise<Payload<'finding', FindingEntity>>;

const FINDING_ID = { type: () => ID, description: 'The finding.' };

@Resolver(() => Postmortem)
export class PostmortemFindingsResolver {
  @ResolveField(() => [Finding], { description: 'What was learnt, in order.' })
  findings(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<FindingEntity[]> {
    return findingsOf(ctx).load(id);
  }
}

@Resolver(() => Finding)
export class FindingResolver {
  constructor(private readonly service: FindingService) {}

  @ResolveField(() => Postmortem, { description: 'The case it belongs to.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: FindingEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @Requires('write')
  @Mutation(() => FindingCreatePayload, { description: 'Writes down what was learnt.' })
  async findingCreate(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The finding.' }) input: FindingCreateInput,
  ): FindingPayload {
    return { finding: await this.service.create(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => FindingUpdatePayload, { description: 'Changes a finding.' })
  async findingUpdate(
    @Writing() tx: TxCtx,
    @Args('id', FINDING_ID) id: string,
    @Args('input', { description: 'What to change.' }) input: FindingUpdateInput,
  ): FindingPayload {
    return { finding: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => FindingDeletePayload, {
    description: 'Removes a finding; earlier revisions keep it.',
  })
  async findingDelete(@Writing() tx: TxCtx, @Args('id', FINDING_ID) id: string): FindingPayload {
    return { finding: await this.service.delete(tx, id) };
  }
}
