import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { clocksOfCase, type CaseClocks } from '../target/case-clock.loaders.js';
import { Clock } from '../target/target.graphql.js';
import type { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import {
  ReviewAgendaCase,
  ReviewDecision,
  ReviewMeetingAddCaseInput,
  ReviewMeetingMoveCaseInput,
  ReviewAgendaCaseUpdateInput,
  ReviewAgendaCaseUpdatePayload,
  ReviewQueueConnection,
  ReviewQueueEntry,
  ReviewUnmeasuredSpan,
} from './review-agenda.graphql.js';
import { decisionsOf, reviewsOfCase } from './review-agenda.loaders.js';
import { ReviewAgenda } from './review-agenda.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { ReviewMeeting } from './review-meeting.graphql.js';
import {
  ReviewMeetingAddCasePayload,
  ReviewMeetingMoveCasePayload,
  ReviewMeetingRemoveCasePayload,
} from './review-meeting.inputs.graphql.js';
import { reviewMeetingById } from './review-meeting.loaders.js';
import { unmeasuredSpans, type UnmeasuredSpan } from './review-meeting.read.js';
import { ReviewQueue, type QueueEntry } from './review-queue.read.js';

type MeetingPayload = Promise<Payload<'reviewMeeting', ReviewMeetingEntity>>;
type CasePayload = Promise<Payload<'agendaCase', ReviewAgendaCaseEntity>>;

const MEETING = { type: () => ID, description: 'The review meeting.' } as const;
const CASE = { type: () => ID, description: 'The case on its agenda.' } as const;

@Resolver(() => ReviewAgendaCase)
export class ReviewAgendaResolver {
  constructor(private readonly agenda: ReviewAgenda) {}

  @Requires('write')
  @Mutation(() => ReviewMeetingAddCasePayload, {
    description: 'Puts a case on the agenda of a meeting that is not over.',
  })
  async reviewMeetingAddCase(
    @Writing() tx: TxCtx,
    @Args('id', MEETING) id: string,
    @Args('input', { description: 'Which.' }) input: ReviewMeetingAddCaseInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.agenda.add(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingRemoveCasePayload, {
    description: 'Takes a case off the agenda; not one with notes or decisions.',
  })
  async reviewMeetingRemoveCase(
    @Writing() tx: TxCtx,
    @Args('id', MEETING) id: string,
    @Args('postmortemId', CASE) postmortemId: string,
  ): MeetingPayload {
    return { reviewMeeting: await this.agenda.remove(tx, id, postmortemId) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingMoveCasePayload, { description: 'Moves a case within the agenda.' })
  async reviewMeetingMoveCase(
    @Writing() tx: TxCtx,
    @Args('id', MEETING) id: string,
    @Args('postmortemId', CASE) postmortemId: string,
    @Args('input', { description: 'Where to.' }) input: ReviewMeetingMoveCaseInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.agenda.move(tx, id, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewAgendaCaseUpdatePayload, {
    description:
      'Changes the minutes, the notes and the outcome of a case on the agenda; after the meeting too.',
  })
  async reviewAgendaCaseUpdate(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The case on an agenda.' }) id: string,
    @Args('input', { description: 'The changes.' }) input: ReviewAgendaCaseUpdateInput,
  ): CasePayload {
    return { agendaCase: await this.agenda.update(tx, id, input) };
  }

  @ResolveField(() => Postmortem, {
    nullable: true,
    description: 'The case; null once it was removed.',
  })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: ReviewAgendaCaseEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @ResolveField(() => ReviewMeeting, { nullable: true, description: 'Null once it was removed.' })
  reviewMeeting(
    @Reading() ctx: Ctx,
    @Parent() { meetingId }: ReviewAgendaCaseEntity,
  ): Promise<ReviewMeetingEntity | null> {
    return reviewMeetingById(ctx).load(meetingId);
  }

  @ResolveField(() => [ReviewDecision], { description: 'What was decided, in order; at most 200.' })
  decisions(
    @Reading() ctx: Ctx,
    @Parent() { id }: ReviewAgendaCaseEntity,
  ): Promise<ReviewDecisionEntity[]> {
    return decisionsOf(ctx).load(id);
  }

  @ResolveField(() => [ReviewUnmeasuredSpan], {
    description: 'Spans of its incidents of which an end is not known: what to ask the meeting.',
  })
  unmeasuredSpans(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: ReviewAgendaCaseEntity,
  ): Promise<UnmeasuredSpan[]> {
    return unmeasuredSpans(ctx, postmortemId);
  }
}

@Resolver(() => ReviewQueueEntry)
export class ReviewQueueResolver {
  constructor(private readonly queue: ReviewQueue) {}

  @Requires('read')
  @Query(() => ReviewQueueConnection, {
    description:
      'Cases in review that no meeting to come has on its agenda and none has discussed since they were submitted: the gravest first, then those that have waited longest. The first 2,000 are put in order.',
  })
  reviewQueue(@Reading() ctx: Ctx, @Args() paging: PagingArgs): Promise<Page<QueueEntry>> {
    return this.queue.page(ctx, paging);
  }

  @ResolveField(() => Clock, {
    nullable: true,
    description: 'How much of its time the review has used; null where there is nothing to tell.',
  })
  async clock(
    @Reading() ctx: Ctx,
    @Parent() { postmortem }: QueueEntry,
  ): Promise<CaseClocks['reviewing']> {
    return (await clocksOfCase(ctx).load(postmortem)).reviewing;
  }
}

@Resolver(() => Postmortem)
export class CaseReviewsResolver {
  @ResolveField(() => [ReviewAgendaCase], {
    description:
      'The meetings that have it on their agenda, the latest first; each leads to its minutes (`reviewMeeting { minutes { text } }`), which are kept with the case in this way.',
  })
  reviews(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<ReviewAgendaCaseEntity[]> {
    return reviewsOfCase(ctx).load(id);
  }
}
