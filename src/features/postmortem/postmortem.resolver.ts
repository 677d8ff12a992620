import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { Writing, Reading } from '../../infra/graphql/request.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import { personById } from '../people/people.loaders.js';
import type { PostmortemEntity, SectionEntity } from './postmortem.entity.js';
import {
  Postmortem,
  PostmortemApprovePayload,
  PostmortemArchivePayload,
  PostmortemConnection,
  PostmortemCreateInput,
  PostmortemCreatePayload,
  PostmortemDeletePayload,
  PostmortemFilter,
  PostmortemOrder,
  PostmortemPublishPayload,
  PostmortemReopenPayload,
  PostmortemSubmitPayload,
  PostmortemUpdateInput,
  PostmortemUpdatePayload,
  Section,
} from './postmortem.graphql.js';
import { PostmortemLifecycle } from './postmortem-lifecycle.service.js';
import { PostmortemList } from './postmortem.read.js';
import { peopleOfPostmortem, postmortemById, sectionsOf, tagsOf } from './postmortem.loaders.js';
import { PostmortemService } from './postmortem.service.js';

type PostmortemPayload = Promise<Payload<'postmortem', PostmortemEntity>>;

@Resolver(() => Postmortem)
export class PostmortemResolver {
  constructor(
    private readonly service: PostmortemService,
    private readonly lifecycle: PostmortemLifecycle,
    private readonly list: PostmortemList,
  ) {}

  @Requires('read')
  @Query(() => Postmortem, {
    nullable: true,
    description: 'One case by id or by key; null if there is none or the caller may not see it.',
  })
  postmortem(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'PM-12.' }) key?: string,
  ): Promise<PostmortemEntity | null> {
    return this.service.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => PostmortemConnection, { description: 'The cases that the caller may see.' })
  postmortems(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: PostmortemFilter,
    @Args('orderBy', { nullable: true, description: 'Default: last change first.' })
    orderBy?: PostmortemOrder,
  ): Promise<Page<PostmortemEntity>> {
    return this.list.page(ctx, filter ?? {}, orderBy, paging);
  }

  @ResolveField(() => Int, { description: 'The number of its newest revision.' })
  async revision(@Reading() ctx: Ctx, @Parent() row: PostmortemEntity): Promise<number> {
    // Read anew: an edit gets its revision just before the commit, after the mutation has its row.
    return (await postmortemById(ctx).load(row.id))?.revision ?? row.revision;
  }

  @ResolveField(() => [Section], { description: 'The prose, in order.' })
  sections(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<SectionEntity[]> {
    return sectionsOf(ctx).load(id);
  }

  @ResolveField(() => [String], { description: 'In the order they were given.' })
  tags(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<string[]> {
    return tagsOf(ctx).load(id);
  }

  @ResolveField(() => [Person], { description: 'Who wrote it.' })
  authors(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<PersonEntity[]> {
    return this.#people(ctx, id, 'AUTHOR');
  }

  @ResolveField(() => [Person], { description: 'Who is asked to review it.' })
  reviewers(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<PersonEntity[]> {
    return this.#people(ctx, id, 'REVIEWER');
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who leads its review; null for nobody yet.',
  })
  facilitator(
    @Reading() ctx: Ctx,
    @Parent() { facilitatorId }: PostmortemEntity,
  ): Promise<PersonEntity | null> | null {
    return facilitatorId === null ? null : personById(ctx).load(facilitatorId);
  }

  async #people(ctx: Ctx, id: string, role: 'AUTHOR' | 'REVIEWER'): Promise<PersonEntity[]> {
    const rows = (await peopleOfPostmortem(ctx).load(id)).filter((row) => row.role === role);
    const people = await Promise.all(rows.map((row) => personById(ctx).load(row.personId)));
    return people.filter((person) => person !== null);
  }

  @Requires('write')
  @Mutation(() => PostmortemCreatePayload, {
    description:
      'Begins a case, as a draft: until it is handed in, only its authors, reviewers and facilitator see it, and the caller must be among them.',
  })
  async postmortemCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'What it begins with.' }) input: PostmortemCreateInput,
  ): PostmortemPayload {
    return { postmortem: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => PostmortemUpdatePayload, {
    description: 'Changes a case; each change is a revision.',
  })
  async postmortemUpdate(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
    @Args('input', { description: 'What changes.' }) input: PostmortemUpdateInput,
  ): PostmortemPayload {
    return { postmortem: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => PostmortemSubmitPayload, { description: 'Hands a draft in for review.' })
  async postmortemSubmit(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.lifecycle.submit(tx, id) };
  }

  @Requires('write')
  @Mutation(() => PostmortemApprovePayload, { description: 'Says that a case in review is right.' })
  async postmortemApprove(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.lifecycle.approve(tx, id) };
  }

  @Requires('write')
  @Mutation(() => PostmortemPublishPayload, {
    description: 'Takes an approved case into the library.',
  })
  async postmortemPublish(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.lifecycle.publish(tx, id) };
  }

  @Requires('write')
  @Mutation(() => PostmortemArchivePayload, {
    description:
      'Sets a case aside. It can still be read; one that was a draft also by everybody it is open to.',
  })
  async postmortemArchive(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.lifecycle.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => PostmortemReopenPayload, {
    description:
      'Makes a draft again of a case in review, approved or archived. Drafts are hidden from whoever does not write or review them, so that nobody else can do this.',
  })
  async postmortemReopen(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.lifecycle.reopen(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => PostmortemDeletePayload, {
    description: 'Removes a case for good with all that belongs to it; administrators only.',
  })
  async postmortemDelete(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
  ): PostmortemPayload {
    return { postmortem: await this.service.delete(tx, id) };
  }
}
