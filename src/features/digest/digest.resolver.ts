import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { DigestEntry as Entry } from './digest.content.js';
import { Digest, DigestEntry, DigestOfTeam } from './digest.graphql.js';
import {
  DigestService,
  type Digest as DigestRow,
  type DigestOfTeam as OfTeam,
} from './digest.service.js';

const WEEK = 'As ISO 8601 numbers it: 2026-W47.';

@Resolver(() => Digest)
export class DigestResolver {
  constructor(private readonly service: DigestService) {}

  @Requires('read')
  @Query(() => Digest, {
    nullable: true,
    description:
      'The digest of a team for a week; null if there is no such team or the caller may not see it.',
  })
  digest(
    @Reading() ctx: Ctx,
    @Args('teamKey', { description: 'The key of the team.' }) teamKey: string,
    @Args('week', { description: WEEK }) week: string,
  ): Promise<DigestRow | null> {
    return this.service.ofTeam(ctx, teamKey, week);
  }

  @Requires('read')
  @Query(() => Digest, {
    nullable: true,
    description:
      'The digest of the caller for a week: what they own and are to check, in all their teams; null for a program that is nobody.',
  })
  myDigest(
    @Reading() ctx: Ctx,
    @Args('week', { description: WEEK }) week: string,
  ): Promise<DigestRow | null> {
    return this.service.ofCaller(ctx, week);
  }

  @Requires('read')
  @Query(() => Digest, {
    nullable: true,
    description:
      'The digest of the whole organization for a week, for those who lead it; null if the caller may not see it.',
  })
  organizationDigest(
    @Reading() ctx: Ctx,
    @Args('week', { description: WEEK }) week: string,
  ): Promise<DigestRow | null> {
    return this.service.ofOrganization(ctx, week);
  }

  @ResolveField(() => Team, {
    nullable: true,
    description: 'Whose digest it is; null for that of a person or the organization.',
  })
  team(@Parent() { team }: DigestRow): TeamEntity | null {
    return team;
  }
}

@Resolver(() => DigestOfTeam)
export class DigestOfTeamResolver {
  @ResolveField(() => Team, { description: 'The team.' })
  team(@Parent() { team }: OfTeam): TeamEntity {
    return team;
  }
}

@Resolver(() => DigestEntry)
export class DigestEntryResolver {
  @ResolveField(() => ActionItem, { description: 'The action as it is today.' })
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() { actionItemId }: Entry,
  ): Promise<ActionItemEntity | null> {
    return actionItemById(ctx).load(actionItemId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'The owner then; null for nobody.' })
  owner(@Reading() ctx: Ctx, @Parent() { ownerId }: Entry): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }
}
