import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import {
  ActionItemLinkInput,
  ActionItemLinkPayload,
  ActionItemUnlinkPayload,
  ActionLink,
} from './action-link.graphql.js';
import { actionLinksOf, ideaOf, weightOf, type SeenActionLink } from './action-link.loaders.js';
import { ActionLinks } from './action-link.service.js';

type LinkPayload = Promise<Payload<'actionLink', SeenActionLink>>;

@Resolver(() => ActionItem)
export class ActionItemLinksResolver {
  @ResolveField(() => [ActionLink], {
    description:
      'Links to other action items that the caller may see, in the order they were made.',
  })
  links(@Reading() ctx: Ctx, @Parent() { id }: ActionItemEntity): Promise<SeenActionLink[]> {
    return actionLinksOf(ctx).load(id);
  }

  @ResolveField(() => [ActionItem], {
    description:
      'The action items of other cases that are the same idea, by links from one to the next; at most 100, the oldest first.',
  })
  async sameIdea(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
  ): Promise<ActionItemEntity[]> {
    const others = (await ideaOf(ctx).load(id)).filter((item) => item.id !== id);
    const items = await Promise.all(
      others.slice(0, LIMITS.pageSize).map((item) => actionItemById(ctx).load(item.id)),
    );
    return items.filter((item) => item !== null);
  }

  @ResolveField(() => Int, {
    description:
      'In how many cases that the caller may see the same idea came up, this one included, or would have helped: what keeps coming up weighs more.',
  })
  weight(@Reading() ctx: Ctx, @Parent() { id }: ActionItemEntity): Promise<number> {
    return weightOf(ctx).load(id);
  }
}

@Resolver(() => ActionLink)
export class ActionLinkResolver {
  constructor(private readonly service: ActionLinks) {}

  @ResolveField(() => ActionItem, { description: 'The action item at the other end.' })
  actionItem(@Parent() { otherItem }: SeenActionLink): ActionItemEntity {
    return otherItem;
  }

  @Requires('write')
  @Mutation(() => ActionItemLinkPayload, {
    description:
      'Links an action item to another; both show it. Two of one case can be alternatives, and not the same idea.',
  })
  async actionItemLink(
    @Writing() tx: TxCtx,
    @Args('actionItemId', { type: () => ID, description: 'The action item it is made from.' })
    actionItemId: string,
    @Args('input', { description: 'The link.' }) input: ActionItemLinkInput,
  ): LinkPayload {
    return { actionLink: await this.service.link(tx, actionItemId, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemUnlinkPayload, {
    description: 'Takes a link away from both action items.',
  })
  async actionItemUnlink(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The link.' }) id: string,
  ): LinkPayload {
    return { actionLink: await this.service.unlink(tx, id) };
  }
}
