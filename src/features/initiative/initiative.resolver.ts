import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem, ActionItemConnection } from '../action-item/action-item.graphql.js';
import { dayOf } from '../action-item/action-item.states.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { PostmortemConnection } from '../postmortem/postmortem.graphql.js';
import { InitiativeEventEntity, type InitiativeEntity } from './initiative.entity.js';
import {
  Initiative,
  InitiativeConnection,
  InitiativeEvent,
  InitiativeEventConnection,
  InitiativeFilter,
  InitiativeMoveEnum,
  InitiativeOrder,
  InitiativeProgress,
} from './initiative.graphql.js';
import { initiativeOf, initiativeSharesOf } from './initiative.loaders.js';
import { mayInitiative } from './initiative.policy.js';
import { progressOf } from './initiative.progress.js';
import { InitiativeList } from './initiative.read.js';
import { Initiatives } from './initiative.service.js';
import { isLate, offersInState, type InitiativeOffer } from './initiative.states.js';

@Resolver(() => Initiative)
export class InitiativeResolver {
  constructor(
    private readonly service: Initiatives,
    private readonly list: InitiativeList,
  ) {}

  @Requires('read')
  @Query(() => Initiative, {
    nullable: true,
    description: 'One initiative by id or by key; null if there is none.',
  })
  initiative(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'INI-4.' }) key?: string,
  ): Promise<InitiativeEntity | null> {
    return this.service.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => InitiativeConnection, { description: 'The initiatives.' })
  initiatives(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: InitiativeFilter,
    @Args('orderBy', { nullable: true, description: 'Default: what is urgent first.' })
    orderBy?: InitiativeOrder,
  ): Promise<Page<InitiativeEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => Boolean, {
    description: 'Proposed or active after its target day, in UTC.',
  })
  late(@Reading() ctx: Ctx, @Parent() initiative: InitiativeEntity): boolean {
    return isLate(initiative, dayOf(ctx.clock.now()));
  }

  @ResolveField(() => [InitiativeMoveEnum], {
    description: 'What the caller may do with it now, by role and by its state.',
  })
  allowedMoves(
    @Reading() { actor }: Ctx,
    @Parent() { status }: InitiativeEntity,
  ): InitiativeOffer[] {
    return [
      ...(mayInitiative(actor, 'edit') ? offersInState(status) : []),
      ...(mayInitiative(actor, 'delete') ? (['DELETE'] as const) : []),
    ];
  }

  @ResolveField(() => Team, { nullable: true, description: 'Answers for it; null: no team yet.' })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: InitiativeEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Sees to it; null: nobody yet.' })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: InitiativeEntity,
  ): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }

  @ResolveField(() => InitiativeProgress, {
    description: 'How far it has come, by what the caller may see.',
  })
  async progress(
    @Reading() ctx: Ctx,
    @Parent() { id }: InitiativeEntity,
  ): Promise<InitiativeProgress> {
    return progressOf(await initiativeSharesOf(ctx).load(id));
  }

  @ResolveField(() => ActionItemConnection, {
    description:
      'The action items that it gathers, in cases that the caller may see; what is due first.',
  })
  actionItems(
    @Reading() ctx: Ctx,
    @Parent() { id }: InitiativeEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<ActionItemEntity>> {
    return this.list.actionItems(ctx, id, paging);
  }

  @ResolveField(() => PostmortemConnection, {
    description: 'The cases that its action items come from and the caller may see, newest first.',
  })
  cases(
    @Reading() ctx: Ctx,
    @Parent() { id }: InitiativeEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<PostmortemEntity>> {
    return this.list.cases(ctx, id, paging);
  }

  @ResolveField(() => InitiativeEventConnection, {
    description: 'What happened to it, the latest first.',
  })
  history(
    @Reading() ctx: Ctx,
    @Parent() { id }: InitiativeEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<InitiativeEventEntity>> {
    const query = ctx.db
      .createQueryBuilder(InitiativeEventEntity, 'e')
      .where('e.initiativeId = :id', { id });
    return keysetPage(query, { property: 'number', direction: 'DESC' }, paging);
  }
}

@Resolver(() => InitiativeEvent)
export class InitiativeEventResolver {
  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who did it; null for the program itself, such as an import.',
  })
  actor(
    @Reading() ctx: Ctx,
    @Parent() { actorId }: InitiativeEventEntity,
  ): Promise<PersonEntity | null> | null {
    return actorId === null ? null : personById(ctx).load(actorId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Its owner then; null for nobody.' })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: InitiativeEventEntity,
  ): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Its team then; null for none.' })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: InitiativeEventEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }
}

@Resolver(() => ActionItem)
export class ActionItemInitiativeResolver {
  @ResolveField(() => Initiative, {
    nullable: true,
    description: 'The initiative that gathers it; null for none.',
  })
  initiative(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
  ): Promise<InitiativeEntity | null> {
    return initiativeOf(ctx).load(id);
  }
}
