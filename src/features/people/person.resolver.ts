import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { ChoicePagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { membershipsOfPerson } from './people.loaders.js';
import { PeopleList } from './people.read.js';
import type { PersonEntity } from './person.entity.js';
import {
  Person,
  PersonArchivePayload,
  PersonConnection,
  PersonCreateInput,
  PersonCreatePayload,
  PersonDeletePayload,
  PersonFilter,
  PersonOrder,
  PersonRestorePayload,
  PersonUpdateInput,
  PersonUpdatePayload,
} from './person.graphql.js';
import { PersonService } from './person.service.js';
import type { TeamMemberEntity } from './team.entity.js';
import { TeamMembership } from './team.graphql.js';

type PersonPayload = Promise<Payload<'person', PersonEntity>>;

const WHICH = { type: () => ID, description: 'The person.' } as const;

@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly service: PersonService,
    private readonly list: PeopleList,
  ) {}

  @Requires('nothing')
  @Query(() => Person, {
    nullable: true,
    description:
      'The person who asks; null for the operator of the program and for anonymous callers.',
  })
  viewer(@Reading() ctx: Ctx): Promise<PersonEntity | null> {
    return this.service.viewer(ctx);
  }

  @Requires('read')
  @Query(() => Person, {
    nullable: true,
    description: 'One person; null if there is none or the caller may not see it.',
  })
  person(@Reading() ctx: Ctx, @Args('id', WHICH) id: string): Promise<PersonEntity | null> {
    return this.service.find(ctx, id);
  }

  @Requires('read')
  @Query(() => PersonConnection, { description: 'The people that fupan knows.' })
  people(
    @Reading() ctx: Ctx,
    @Args() paging: ChoicePagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: PersonFilter,
    @Args('orderBy', { nullable: true, description: 'Default: by name.' }) orderBy?: PersonOrder,
  ): Promise<Page<PersonEntity>> {
    return this.list.people(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => [TeamMembership], { description: 'Their teams, those they lead first.' })
  teams(@Reading() ctx: Ctx, @Parent() { id }: PersonEntity): Promise<TeamMemberEntity[]> {
    return membershipsOfPerson(ctx).load(id);
  }

  @Requires('write')
  @Mutation(() => PersonCreatePayload, {
    description:
      'Makes somebody known to fupan: members by name only, administrators with an e-mail address and a role.',
  })
  async personCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'Who.' }) input: PersonCreateInput,
  ): PersonPayload {
    return { person: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => PersonUpdatePayload, { description: 'Changes what is known of somebody.' })
  async personUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: PersonUpdateInput,
  ): PersonPayload {
    return { person: await this.service.update(tx, id, input) };
  }

  @Requires('admin')
  @Mutation(() => PersonArchivePayload, {
    description:
      'Says that somebody has left: they are signed out everywhere, their tokens end, they stay on old cases and are offered for nothing new. Administrators only.',
  })
  async personArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): PersonPayload {
    return { person: await this.service.archive(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => PersonRestorePayload, {
    description: 'Says that somebody is back; they sign in anew. Administrators only.',
  })
  async personRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): PersonPayload {
    return { person: await this.service.restore(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => PersonDeletePayload, {
    description:
      'Removes somebody for good; refused as IN_USE if a case, an incident, an action item or a revision names them. Administrators only.',
  })
  async personDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): PersonPayload {
    return { person: await this.service.delete(tx, id) };
  }
}
