import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { ActionItemEntity } from './action-item.entity.js';
import {
  ActionItem,
  ActionItemConnection,
  ActionItemFilter,
  ActionItemOrder,
} from './action-item.graphql.js';
import { ActionItemList } from './action-item.read.js';
import { ActionItemService } from './action-item.service.js';
import { isOverdue } from './action-item.states.js';

@Resolver(() => ActionItem)
export class ActionItemResolver {
  constructor(
    private readonly service: ActionItemService,
    private readonly list: ActionItemList,
  ) {}

  @Requires('read')
  @Query(() => ActionItem, {
    nullable: true,
    description:
      'One action item by id or by key; null if there is none or the caller may not see it.',
  })
  actionItem(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'AI-99.' }) key?: string,
  ): Promise<ActionItemEntity | null> {
    return this.service.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => ActionItemConnection, {
    description: 'The action items of all cases that the caller may see.',
  })
  actionItems(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: ActionItemFilter,
    @Args('orderBy', { nullable: true, description: 'Default: what is due first.' })
    orderBy?: ActionItemOrder,
  ): Promise<Page<ActionItemEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => Boolean, { description: 'Open after its due day, in UTC.' })
  overdue(@Reading() ctx: Ctx, @Parent() item: ActionItemEntity): boolean {
    return isOverdue(item, ctx.clock.now());
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The person who sees to it; null for nobody yet.',
  })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: ActionItemEntity,
  ): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }

  @ResolveField(() => Team, {
    nullable: true,
    description: 'The team that answers for it; null for none yet.',
  })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: ActionItemEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who has checked it, never the owner; null before that.',
  })
  verifier(
    @Reading() ctx: Ctx,
    @Parent() { verifierId }: ActionItemEntity,
  ): Promise<PersonEntity | null> | null {
    return verifierId === null ? null : personById(ctx).load(verifierId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who agreed to the pause; null where it is not paused.',
  })
  pauseApprover(
    @Reading() ctx: Ctx,
    @Parent() { pauseApproverId }: ActionItemEntity,
  ): Promise<PersonEntity | null> | null {
    return pauseApproverId === null ? null : personById(ctx).load(pauseApproverId);
  }

  @ResolveField(() => Postmortem, { description: 'The case it comes from.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: ActionItemEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }
}
