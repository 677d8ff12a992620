import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { Revision, RevisionConnection } from './revision.graphql.js';
import { revisionMarkdown, type RevisionHead } from './revision.loaders.js';
import { oneRevision, revisionPage } from './revision.read.js';

@Resolver(() => Postmortem)
export class PostmortemRevisionsResolver {
  @ResolveField(() => RevisionConnection, { description: 'How it came to be, newest first.' })
  revisions(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<RevisionHead>> {
    return revisionPage(ctx, id, paging);
  }
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Requires('read')
  @Query(() => Revision, {
    nullable: true,
    description: 'One revision; null if there is none or the caller may not see the case.',
  })
  revision(
    @Reading() ctx: Ctx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('number', { type: () => Int, description: 'Which one, from 1.' }) number: number,
  ): Promise<RevisionHead | null> {
    return oneRevision(ctx, postmortemId, number);
  }

  @ResolveField(() => String, {
    description: 'The whole case as its export file at that moment: Markdown with front matter.',
  })
  markdown(@Reading() ctx: Ctx, @Parent() revision: RevisionHead): Promise<string> {
    return revisionMarkdown(ctx).load(revision);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who made the edit; null for the program itself, such as an import.',
  })
  editor(
    @Reading() ctx: Ctx,
    @Parent() { editorId }: RevisionHead,
  ): Promise<PersonEntity | null> | null {
    return editorId === null ? null : personById(ctx).load(editorId);
  }

  @ResolveField(() => Postmortem, { description: 'The case, as it is today.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: RevisionHead,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }
}
