import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import {
  Draft,
  DRAFT_CASE,
  DraftDiscardPayload,
  DraftSaveInput,
  DraftSavePayload,
} from './draft.graphql.js';
import { draftsOf, textOf, type DraftHead } from './draft.loaders.js';
import { DraftService } from './draft.service.js';

@Resolver(() => Postmortem)
export class PostmortemDraftsResolver {
  @ResolveField(() => [Draft], {
    description: 'What the caller has typed into it and not saved, the newest first; at most 200.',
  })
  drafts(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<DraftHead[]> {
    return draftsOf(ctx).load(id);
  }
}

@Resolver(() => Draft)
export class DraftResolver {
  constructor(private readonly service: DraftService) {}

  @Requires('read')
  @Query(() => [Draft], {
    description:
      'What the caller has typed and not saved, in the cases they may see, the newest first.',
  })
  drafts(
    @Reading() ctx: Ctx,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number,
  ): Promise<DraftHead[]> {
    return this.service.list(ctx, first);
  }

  @ResolveField(() => Postmortem, { description: 'The case it belongs to.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: DraftHead,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @ResolveField()
  text(@Reading() ctx: Ctx, @Parent() draft: DraftHead): Promise<string> {
    return textOf(ctx, draft, 'text');
  }

  @ResolveField()
  base(@Reading() ctx: Ctx, @Parent() draft: DraftHead): Promise<string> {
    return textOf(ctx, draft, 'base');
  }

  @Requires('write')
  @Mutation(() => DraftSavePayload, {
    description:
      'Keeps what the caller has typed into a part of a case, in place of what was kept before. It changes nothing of the case and is not in the audit log. At most 200 drafts in a case, 2,000 in all.',
  })
  async draftSave(
    @Writing() tx: TxCtx,
    @Args('postmortemId', DRAFT_CASE) postmortemId: string,
    @Args('input', { description: 'What was typed so far.' }) input: DraftSaveInput,
  ): Promise<Payload<'draft', DraftHead>> {
    return { draft: await this.service.save(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => DraftDiscardPayload, {
    description:
      'Forgets what the caller has typed into a part of a case; the same if nothing was kept. It is not in the audit log.',
  })
  async draftDiscard(
    @Writing() tx: TxCtx,
    @Args('postmortemId', DRAFT_CASE) postmortemId: string,
    @Args('part', { description: 'Which part, as it was kept.' }) part: string,
  ): Promise<Payload<'postmortem', PostmortemEntity>> {
    return { postmortem: await this.service.discard(tx, postmortemId, part) };
  }
}
