import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Page } from '../../core/paging.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import { ActionItemEventEntity } from './action-item-event.entity.js';
import { ActionItemEvent, ActionItemEventConnection } from './action-item-event.graphql.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { ActionItem } from './action-item.graphql.js';

@Resolver(() => ActionItem)
export class ActionItemHistoryResolver {
  @ResolveField(() => ActionItemEventConnection, {
    description: 'What happened to it, the latest first.',
  })
  history(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<ActionItemEventEntity>> {
    // Whoever has the item may read its case, and so its history.
    const query = ctx.db
      .createQueryBuilder(ActionItemEventEntity, 'e')
      .where('e.actionItemId = :id', { id });
    return keysetPage(query, { property: 'number', direction: 'DESC' }, paging);
  }
}

@Resolver(() => ActionItemEvent)
export class ActionItemEventResolver {
  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who did it; null for the program itself, such as an import.',
  })
  actor(
    @Reading() ctx: Ctx,
    @Parent() { actorId }: ActionItemEventEntity,
  ): Promise<PersonEntity | null> | null {
    return actorId === null ? null : personById(ctx).load(actorId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Its owner then; null for nobody.' })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: ActionItemEventEntity,
  ): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Its team then; null for none.' })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: ActionItemEventEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }
}
