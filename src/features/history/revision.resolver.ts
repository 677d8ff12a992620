import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { CaseRestorer } from '../library/case-restorer.service.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import {
  PostmortemRevisionRestoreInput,
  PostmortemRevisionRestorePayload,
  Revision,
  RevisionConnection,
} from './revision.graphql.js';
import { restoredMarkdown, revisionMarkdown, type RevisionHead } from './revision.loaders.js';
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
  constructor(private readonly restorer: CaseRestorer) {}

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

  @ResolveField(() => String, {
    description:
      'The whole case as its export file would be if this revision were restored now; see `postmortemRevisionRestore`.',
  })
  restoredMarkdown(@Reading() ctx: Ctx, @Parent() revision: RevisionHead): Promise<string> {
    return restoredMarkdown(ctx).load(revision);
  }

  @Requires('write')
  @Mutation(() => PostmortemRevisionRestorePayload, {
    description:
      'Brings back what a case said at a revision, as a new revision: title, summary, language, tags, sections, timeline, factors, findings and practices. All else stays as it is now: its state, who may read it and who answers for it, its incidents, action items, links, attachments and comments. An archived case is reopened first.',
  })
  async postmortemRevisionRestore(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
    @Args('input', { description: 'Which revision, and why.' })
    input: PostmortemRevisionRestoreInput,
  ): Promise<Payload<'postmortem', PostmortemEntity>> {
    return { postmortem: await this.restorer.restore(tx, id, input) };
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
