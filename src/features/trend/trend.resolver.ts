import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import { ActionTrends } from './trend.graphql.js';
import { TrendService, type ActionTrends as Trends } from './trend.service.js';

@Resolver(() => ActionTrends)
export class TrendResolver {
  constructor(private readonly service: TrendService) {}

  @Requires('read')
  @Query(() => ActionTrends, {
    nullable: true,
    description:
      'How actions have come on over the weeks; null if there is no such team or the caller may not see it.',
  })
  actionTrends(
    @Reading() ctx: Ctx,
    @Args('weeks', {
      type: () => Int,
      defaultValue: 26,
      description: 'How many weeks of burn-up, 1 to 104.',
    })
    weeks: number,
    @Args('teamKey', {
      type: () => String,
      nullable: true,
      description: 'The key of a team; left out, the actions of all.',
    })
    teamKey?: string | null,
  ): Promise<Trends | null> {
    return this.service.of(ctx, teamKey, weeks);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Whose they are; null for all.' })
  team(@Parent() { team }: Trends): TeamEntity | null {
    return team;
  }
}
