import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { trackerReferencesIn } from '../../core/tracker-reference.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { FINISHED_STATUSES } from '../action-item/action-item.states.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TrackerLinkEntity } from './tracker-link.entity.js';
import {
  TrackerLink,
  TrackerLinkCreateInput,
  TrackerLinkCreatePayload,
  TrackerLinkDeletePayload,
  TrackerProposal,
  TrackerProposalAcceptPayload,
  TrackerProposalDeclineInput,
  TrackerProposalDeclinePayload,
} from './tracker-link.graphql.js';
import { trackerLinksOf } from './tracker-link.loaders.js';
import { TrackerLinks, type LinkOfCase } from './tracker-link.service.js';
import { TrackerProposals } from './tracker-proposal.service.js';

type LinkPayload = Promise<Payload<'trackerLink', LinkOfCase>>;

/** Issues that are offered at a time. */
const MOST_OFFERED = 10;

@Resolver(() => ActionItem)
export class ActionItemTrackersResolver {
  @ResolveField(() => [TrackerLink], {
    description:
      'The issues in which trackers follow it, in the order they were linked; at most 200.',
  })
  trackerLinks(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
  ): Promise<TrackerLinkEntity[]> {
    return trackerLinksOf(ctx).load(id);
  }

  @ResolveField(() => Boolean, {
    description:
      'An issue of it was closed in its tracker, and nobody has said whether it is done.',
  })
  async closedInTracker(@Reading() ctx: Ctx, @Parent() item: ActionItemEntity): Promise<boolean> {
    if (FINISHED_STATUSES.includes(item.status)) return false;
    const links = await trackerLinksOf(ctx).load(item.id);
    return links.some(({ proposedAt, answer }) => proposedAt !== null && answer === null);
  }

  @ResolveField(() => [String], {
    description:
      'Addresses of issues that stand in its texts and are no links of it yet; at most 10.',
  })
  async trackerOffers(@Reading() ctx: Ctx, @Parent() item: ActionItemEntity): Promise<string[]> {
    const texts = [item.title, item.detail, item.doneWhen, item.evidence];
    const named = trackerReferencesIn(texts.filter((text) => text !== null).join('\n'));
    if (named.length === 0) return [];
    const linked = new Set((await trackerLinksOf(ctx).load(item.id)).map((link) => link.identity));
    return named
      .filter(({ identity }) => !linked.has(identity))
      .slice(0, MOST_OFFERED)
      .map(({ url }) => url);
  }
}

@Resolver(() => TrackerLink)
export class TrackerLinkResolver {
  constructor(private readonly links: TrackerLinks) {}

  @ResolveField(() => ActionItem, { description: 'The action item that it follows.' })
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() { actionItemId }: TrackerLinkEntity,
  ): Promise<ActionItemEntity | null> {
    return actionItemById(ctx).load(actionItemId);
  }

  @ResolveField(() => TrackerProposal, {
    nullable: true,
    description:
      'Whether closing it made anybody ask if the action item is done; null where it never did.',
  })
  proposal(@Parent() link: TrackerLinkEntity): TrackerLinkEntity | null {
    return link.proposedAt === null ? null : link;
  }

  @Requires('write')
  @Mutation(() => TrackerLinkCreatePayload, {
    description: 'Links an action item to an issue of a tracker.',
  })
  async trackerLinkCreate(
    @Writing() tx: TxCtx,
    @Args('actionItemId', { type: () => ID, description: 'The action item.' }) actionItemId: string,
    @Args('input', { description: 'The issue.' }) input: TrackerLinkCreateInput,
  ): LinkPayload {
    return { trackerLink: await this.links.create(tx, actionItemId, input) };
  }

  @Requires('write')
  @Mutation(() => TrackerLinkDeletePayload, {
    description:
      'Takes a link away, and the `trackerUrl` of its action item where that is the same issue.',
  })
  async trackerLinkDelete(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The link.' }) id: string,
  ): LinkPayload {
    return { trackerLink: await this.links.delete(tx, id) };
  }
}

@Resolver(() => TrackerProposal)
export class TrackerProposalResolver {
  constructor(private readonly proposals: TrackerProposals) {}

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who answered; null where nobody did, or the tracker itself.',
  })
  answeredBy(
    @Reading() ctx: Ctx,
    @Parent() { answeredById }: TrackerLinkEntity,
  ): Promise<PersonEntity | null> | null {
    return answeredById === null ? null : personById(ctx).load(answeredById);
  }

  @Requires('write')
  @Mutation(() => TrackerProposalAcceptPayload, {
    description:
      'Says that an action item is done, as its closed issue shows: it is completed with that as its evidence.',
  })
  async trackerProposalAccept(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The link.' }) id: string,
  ): LinkPayload {
    return { trackerLink: await this.proposals.accept(tx, id) };
  }

  @Requires('write')
  @Mutation(() => TrackerProposalDeclinePayload, {
    description: 'Says that an action item is not done, although its issue was closed.',
  })
  async trackerProposalDecline(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The link.' }) id: string,
    @Args('input', { description: 'Why.' }) input: TrackerProposalDeclineInput,
  ): LinkPayload {
    return { trackerLink: await this.proposals.decline(tx, id, input) };
  }
}
