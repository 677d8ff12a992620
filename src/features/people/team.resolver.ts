import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { ChoicePagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { membersOfTeam } from './people.loaders.js';
import { PeopleList } from './people.read.js';
import type { TeamEntity, TeamMemberEntity } from './team.entity.js';
import {
  Team,
  TeamArchivePayload,
  TeamConnection,
  TeamCreateInput,
  TeamCreatePayload,
  TeamDeletePayload,
  TeamFilter,
  TeamMemberInput,
  TeamMemberRemovePayload,
  TeamMembership,
  TeamMemberSetPayload,
  TeamOrder,
  TeamRestorePayload,
  TeamUpdateInput,
  TeamUpdatePayload,
} from './team.graphql.js';
import { TeamService } from './team.service.js';

type TeamPayload = Promise<Payload<'team', TeamEntity>>;

const WHICH = { type: () => ID, description: 'The team.' } as const;

@Resolver(() => Team)
export class TeamResolver {
  constructor(
    private readonly service: TeamService,
    private readonly list: PeopleList,
  ) {}

  @Requires('read')
  @Query(() => Team, {
    nullable: true,
    description: 'One team by id or by key; null if there is none or the caller may not see it.',
  })
  team(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'payments' }) key?: string,
  ): Promise<TeamEntity | null> {
    return this.service.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => TeamConnection, { description: 'The teams that fupan knows.' })
  teams(
    @Reading() ctx: Ctx,
    @Args() paging: ChoicePagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: TeamFilter,
    @Args('orderBy', { nullable: true, description: 'Default: by name.' }) orderBy?: TeamOrder,
  ): Promise<Page<TeamEntity>> {
    return this.list.teams(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => [TeamMembership], { description: 'Who belongs to it, leads first.' })
  members(@Reading() ctx: Ctx, @Parent() { id }: TeamEntity): Promise<TeamMemberEntity[]> {
    return membersOfTeam(ctx).load(id);
  }

  @Requires('write')
  @Mutation(() => TeamCreatePayload, {
    description: 'Makes a team known to fupan. Administrators only.',
  })
  async teamCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The team.' }) input: TeamCreateInput,
  ): TeamPayload {
    return { team: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => TeamUpdatePayload, {
    description:
      'Changes the name of a team and the calendar it works by, as its leads may; administrators also its key.',
  })
  async teamUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: TeamUpdateInput,
  ): TeamPayload {
    return { team: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => TeamArchivePayload, {
    description:
      'Sets a team aside: what it owns keeps naming it, it is offered for nothing new. Administrators only.',
  })
  async teamArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TeamPayload {
    return { team: await this.service.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => TeamRestorePayload, {
    description: 'Brings back a team that was set aside. Administrators only.',
  })
  async teamRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TeamPayload {
    return { team: await this.service.restore(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => TeamDeletePayload, {
    description:
      'Removes a team for good; refused as IN_USE while it owns a service or an action item. Administrators only.',
  })
  async teamDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TeamPayload {
    return { team: await this.service.delete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => TeamMemberSetPayload, {
    description:
      'Takes somebody into a team, or changes their part in it; its leads and administrators may. Restricted cases that are open to the team are open to them at once.',
  })
  async teamMemberSet(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Who, and their part.' }) input: TeamMemberInput,
  ): TeamPayload {
    return { team: await this.service.setMember(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => TeamMemberRemovePayload, {
    description:
      'Takes somebody out of a team; its leads and administrators may. Restricted cases that are open to the team are closed to them at once.',
  })
  async teamMemberRemove(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('personId', { type: () => ID, description: 'Who.' }) personId: string,
  ): TeamPayload {
    return { team: await this.service.removeMember(tx, id, personId) };
  }
}
