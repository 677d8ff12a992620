import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import {
  CaseLink,
  CaseLinkInput,
  CaseLinkPayload,
  CaseUnlinkPayload,
} from './case-link.graphql.js';
import { linksOf, seenFrom, type SeenLink } from './case-link.loaders.js';
import { CaseLinkService } from './case-link.service.js';

type LinkPayload = Promise<Payload<'caseLink', SeenLink>>;

@Resolver(() => Postmortem)
export class PostmortemLinksResolver {
  @ResolveField(() => [CaseLink], {
    description: 'Links to and from other cases that the caller may see.',
  })
  links(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<SeenLink[]> {
    return linksOf(ctx).load(id);
  }
}

@Resolver(() => CaseLink)
export class CaseLinkResolver {
  constructor(private readonly service: CaseLinkService) {}

  @ResolveField(() => Postmortem, { description: 'The case at the other end.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { otherId }: SeenLink,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(otherId);
  }

  @Requires('write')
  @Mutation(() => CaseLinkPayload, { description: 'Links a case to another; both show it.' })
  async caseLink(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case the link is made from.' })
    postmortemId: string,
    @Args('input', { description: 'The link.' }) input: CaseLinkInput,
  ): LinkPayload {
    const link = await this.service.link(tx, postmortemId, input);
    return { caseLink: seenFrom(link, link.fromId) };
  }

  @Requires('write')
  @Mutation(() => CaseUnlinkPayload, { description: 'Takes a link away from both cases.' })
  async caseUnlink(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The link.' }) id: string,
  ): LinkPayload {
    const link = await this.service.unlink(tx, id);
    return { caseLink: seenFrom(link, link.fromId) };
  }
}
