import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { PostmortemEntity } from './postmortem.entity.js';
import { Postmortem } from './postmortem.graphql.js';
import { readersOf } from './postmortem.loaders.js';
import type { PostmortemReaderEntity } from './reader.entity.js';
import { Reader } from './reader.graphql.js';

@Resolver(() => Postmortem)
export class PostmortemReadersResolver {
  @ResolveField(() => [Reader], {
    description:
      'Whom it is open to while it is RESTRICTED, besides its authors, reviewers and facilitator. In the order they were given.',
  })
  readers(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<PostmortemReaderEntity[]> {
    return readersOf(ctx).load(id);
  }
}

@Resolver(() => Reader)
export class ReaderResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Who; null for a team.' })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: PostmortemReaderEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : personById(ctx).load(personId);
  }

  @ResolveField(() => Team, {
    nullable: true,
    description: 'Whoever belongs to this team at the time; null for a person.',
  })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: PostmortemReaderEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }
}
