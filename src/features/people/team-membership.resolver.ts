import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById, teamById } from './people.loaders.js';
import type { PersonEntity } from './person.entity.js';
import { Person } from './person.graphql.js';
import type { TeamEntity, TeamMemberEntity } from './team.entity.js';
import { Team, TeamMembership } from './team.graphql.js';

/** Both ends of a membership. */
@Resolver(() => TeamMembership)
export class TeamMembershipResolver {
  @ResolveField(() => Person, { description: 'Who.' })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: TeamMemberEntity,
  ): Promise<PersonEntity | null> {
    return personById(ctx).load(personId);
  }

  @ResolveField(() => Team, { description: 'Where.' })
  team(@Reading() ctx: Ctx, @Parent() { teamId }: TeamMemberEntity): Promise<TeamEntity | null> {
    return teamById(ctx).load(teamId);
  }
}
