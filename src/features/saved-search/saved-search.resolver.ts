import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { SavedSearchEntity } from './saved-search.entity.js';
import {
  SavedSearch,
  SavedSearchCreateInput,
  SavedSearchCreatePayload,
  SavedSearchDeletePayload,
  SavedSearchUpdateInput,
  SavedSearchUpdatePayload,
} from './saved-search.graphql.js';
import { SavedSearches } from './saved-search.service.js';

type SavedSearchPayload = Promise<Payload<'savedSearch', SavedSearchEntity>>;

const WHICH = { type: () => ID, description: 'The saved search.' } as const;

@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  constructor(private readonly service: SavedSearches) {}

  @Requires('read')
  @Query(() => [SavedSearch], {
    description: 'The caller’s own by name, then what others share; at most 200 of each.',
  })
  savedSearches(@Reading() ctx: Ctx): Promise<SavedSearchEntity[]> {
    return this.service.list(ctx);
  }

  @ResolveField(() => Boolean, { description: 'Whether everybody sees it.' })
  shared(@Parent() { sharedAt }: SavedSearchEntity): boolean {
    return sharedAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the caller’s own.' })
  isMine(@Reading() ctx: Ctx, @Parent() { ownerId }: SavedSearchEntity): boolean {
    return personIdOf(ctx.actor) === ownerId;
  }

  @ResolveField(() => Person, { description: 'Who keeps it.' })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: SavedSearchEntity,
  ): Promise<PersonEntity | null> {
    return personById(ctx).load(ownerId);
  }

  @Requires('write')
  @Mutation(() => SavedSearchCreatePayload, {
    description: 'Keeps a search under a name. Viewers may too, for themselves.',
  })
  async savedSearchCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The search.' }) input: SavedSearchCreateInput,
  ): SavedSearchPayload {
    return { savedSearch: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => SavedSearchUpdatePayload, { description: 'Changes a search of one’s own.' })
  async savedSearchUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: SavedSearchUpdateInput,
  ): SavedSearchPayload {
    return { savedSearch: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => SavedSearchDeletePayload, {
    description: 'Forgets a search: one’s own, or as an administrator one that everybody sees.',
  })
  async savedSearchDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): SavedSearchPayload {
    return { savedSearch: await this.service.delete(tx, id) };
  }
}
