import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { HelpfulVoteGivePayload, HelpfulVoteWithdrawPayload } from './helpful-vote.graphql.js';
import { helpOf } from './helpful-vote.loaders.js';
import { HelpfulVotes } from './helpful-vote.service.js';

type PostmortemPayload = Promise<Payload<'postmortem', PostmortemEntity>>;

const CASE_ID = { type: () => ID, description: 'The case.' } as const;

@Resolver(() => Postmortem)
export class HelpfulVoteResolver {
  constructor(private readonly votes: HelpfulVotes) {}

  @ResolveField(() => Int, {
    description: 'How many people said that it helped them. Nobody is told who.',
  })
  async helpedCount(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<number> {
    return (await helpOf(ctx).load(id)).count;
  }

  @ResolveField(() => Boolean, { description: 'Whether the caller is one of them.' })
  async viewerWasHelped(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<boolean> {
    return (await helpOf(ctx).load(id)).helpedViewer;
  }

  @Requires('write')
  @Mutation(() => HelpfulVoteGivePayload, {
    description:
      'Says that a case helped the caller: once, however often it is said. For everybody who may read it, viewers too; not of a draft. Cases that helped more come first among those that match alike.',
  })
  async helpfulVoteGive(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
  ): PostmortemPayload {
    return { postmortem: await this.votes.give(tx, postmortemId) };
  }

  @Requires('write')
  @Mutation(() => HelpfulVoteWithdrawPayload, {
    description: 'Takes back that a case helped the caller, if they have said so.',
  })
  async helpfulVoteWithdraw(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
  ): PostmortemPayload {
    return { postmortem: await this.votes.withdraw(tx, postmortemId) };
  }
}
