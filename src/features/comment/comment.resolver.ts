import { Args, Int, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import type { FactorEntity } from '../factor/factor.entity.js';
import { Factor } from '../factor/factor.graphql.js';
import type { FindingEntity } from '../finding/finding.entity.js';
import { Finding } from '../finding/finding.graphql.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity, SectionEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem, Section } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';
import type { CommentEntity, CommentThreadEntity } from './comment.entity.js';
import { Comment, CommentThread, CommentThreadConnection } from './comment.graphql.js';
import { CommentThreadFilter } from './comment.inputs.graphql.js';
import { commentsOf, entryById, openQuestionsOf } from './comment.loaders.js';
import { mayComment } from './comment.policy.js';
import { threadsOf } from './comment.read.js';
import { isPartGone, sectionAt } from './thread-part.service.js';

const COMMENT_ACTS = ['CHANGE', 'REMOVE'] as const;
type CommentActName = (typeof COMMENT_ACTS)[number];
const CommentActEnum = enumOf(COMMENT_ACTS);
registerEnumType(CommentActEnum, {
  name: 'CommentAct',
  description: 'What can be done with a comment.',
  valuesMap: {
    CHANGE: { description: 'Change its words.' },
    REMOVE: { description: 'Delete it.' },
  },
});

@Resolver(() => Postmortem)
export class PostmortemThreadsResolver {
  @ResolveField(() => CommentThreadConnection, {
    description: 'What is said about it and about its parts, the oldest thread first.',
  })
  threads(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: CommentThreadFilter,
  ): Promise<Page<CommentThreadEntity>> {
    return threadsOf(ctx, id, filter ?? {}, paging);
  }

  @ResolveField(() => Int, {
    description: 'How many questions about it nobody has resolved, those for the meeting included.',
  })
  openQuestions(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<number> {
    return openQuestionsOf(ctx).load(id);
  }
}

/** Of an entry, which is null where the thread is about something else. */
const entry = (what: string) => ({
  nullable: true,
  description: `The ${what} that it is about; null where it is about something else, or once that is gone.`,
});

@Resolver(() => CommentThread)
export class CommentThreadResolver {
  @ResolveField(() => Postmortem, {
    nullable: true,
    description: 'The case; null if the caller may not see it.',
  })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: CommentThreadEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @ResolveField(() => [Comment], { description: 'What began it, and the replies in order.' })
  comments(@Reading() ctx: Ctx, @Parent() { id }: CommentThreadEntity): Promise<CommentEntity[]> {
    return commentsOf(ctx).load(id);
  }

  @ResolveField(() => Boolean, { description: 'The review meeting is to talk about it.' })
  forMeeting(@Parent() { state }: CommentThreadEntity): boolean {
    return state === 'CARRIED';
  }

  @ResolveField(() => Boolean, { description: 'What it was about is not there any more.' })
  isPartGone(@Reading() ctx: Ctx, @Parent() thread: CommentThreadEntity): Promise<boolean> {
    return isPartGone(ctx, thread);
  }

  @ResolveField(() => Section, entry('section'))
  section(
    @Reading() ctx: Ctx,
    @Parent() thread: CommentThreadEntity,
  ): Promise<SectionEntity | null> {
    return sectionAt(ctx, thread);
  }

  @ResolveField(() => TimelineEvent, entry('entry of the timeline'))
  timelineEvent(
    @Reading() ctx: Ctx,
    @Parent() { part, partId }: CommentThreadEntity,
  ): Promise<TimelineEventEntity | null> | null {
    return part === 'TIMELINE_EVENT' ? entryById[part](ctx).load(partId ?? '') : null;
  }

  @ResolveField(() => Factor, entry('factor'))
  factor(
    @Reading() ctx: Ctx,
    @Parent() { part, partId }: CommentThreadEntity,
  ): Promise<FactorEntity | null> | null {
    return part === 'FACTOR' ? entryById[part](ctx).load(partId ?? '') : null;
  }

  @ResolveField(() => Finding, entry('finding'))
  finding(
    @Reading() ctx: Ctx,
    @Parent() { part, partId }: CommentThreadEntity,
  ): Promise<FindingEntity | null> | null {
    return part === 'FINDING' ? entryById[part](ctx).load(partId ?? '') : null;
  }

  @ResolveField(() => ActionItem, entry('action item'))
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() { part, partId }: CommentThreadEntity,
  ): Promise<ActionItemEntity | null> | null {
    return part === 'ACTION_ITEM' ? entryById[part](ctx).load(partId ?? '') : null;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who resolved it; null while nobody has, and for the program itself.',
  })
  settledBy(
    @Reading() ctx: Ctx,
    @Parent() { settledById }: CommentThreadEntity,
  ): Promise<PersonEntity | null> | null {
    return settledById === null ? null : personById(ctx).load(settledById);
  }
}

@Resolver(() => Comment)
export class CommentResolver {
  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who said it; null for the program itself.',
  })
  author(
    @Reading() ctx: Ctx,
    @Parent() { authorId }: CommentEntity,
  ): Promise<PersonEntity | null> | null {
    return authorId === null ? null : personById(ctx).load(authorId);
  }

  @ResolveField(() => [CommentActEnum], { description: 'What the caller may do with it now.' })
  allowedActs(
    @Reading() { actor }: Ctx,
    @Parent() { authorId, removedAt }: CommentEntity,
  ): CommentActName[] {
    if (removedAt !== null) return [];
    const isOwn = authorId === personIdOf(actor);
    return COMMENT_ACTS.filter((act) =>
      mayComment(actor, act === 'CHANGE' ? 'change' : 'remove', { isOwn }),
    );
  }
}
