import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Language } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { feedbackUntil, ReviewFeedback, type FeedbackResults } from './review-feedback.service.js';
import type { ReviewFeedbackEntity } from './review-feedback.entity.js';
import { ReviewMeetingLifecycle } from './review-meeting-lifecycle.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { ReviewMeeting } from './review-meeting.graphql.js';
import { ReviewMinutesMail } from './review-minutes-mail.service.js';
import {
  ReviewMeetingClosingSetInput,
  ReviewMeetingClosingSetPayload,
  ReviewMeetingFeedback,
  ReviewMeetingFeedbackInput,
  ReviewMeetingFeedbackPayload,
  ReviewMinutesDocument,
  ReviewMinutesSendPayload,
} from './review-minutes.graphql.js';
import { ReviewMinutes, type Minutes } from './review-minutes.service.js';

type MeetingPayload = Promise<Payload<'reviewMeeting', ReviewMeetingEntity>>;

const WHICH = { type: () => ID, description: 'The review meeting.' } as const;

@Resolver(() => ReviewMeeting)
export class ReviewMinutesResolver {
  constructor(
    private readonly minutesOf: ReviewMinutes,
    private readonly mail: ReviewMinutesMail,
    private readonly lifecycle: ReviewMeetingLifecycle,
    private readonly answers: ReviewFeedback,
  ) {}

  @ResolveField(() => ReviewMinutesDocument, {
    nullable: true,
    description: 'Its minutes; null before it has begun, and once it was canceled.',
  })
  minutes(
    @Reading() ctx: Ctx,
    @Parent() meeting: ReviewMeetingEntity,
    @Args('language', {
      type: () => LanguageEnum,
      nullable: true,
      description: 'The language of what is not written by people. Left out: that of the caller.',
    })
    language?: Language | null,
  ): Promise<Minutes | null> {
    return this.minutesOf.of(ctx, meeting, language ?? ctx.locale);
  }

  @ResolveField(() => ReviewMeetingFeedback, {
    description: 'What people thought of it, and what the caller did.',
  })
  feedback(@Parent() meeting: ReviewMeetingEntity): ReviewMeetingEntity {
    return meeting;
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingClosingSetPayload, {
    description:
      'Writes the closing words at the end of the minutes, from the beginning of the meeting on. For its facilitator, whoever planned it, administrators.',
  })
  async reviewMeetingClosingSet(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The words.' }) input: ReviewMeetingClosingSetInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.lifecycle.setClosing(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewMinutesSendPayload, {
    description:
      'Sends the minutes of a meeting that has ended to everybody who was invited or there and does not have them as they are now, each as they may read them and in their language. When a meeting ends, that happens by itself. For its facilitator, whoever planned it, administrators.',
  })
  async reviewMinutesSend(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): MeetingPayload {
    return { reviewMeeting: await this.mail.send(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingFeedbackPayload, {
    description:
      'Answers the three questions after a meeting for the caller, who was invited or there; an answer can be changed until 14 days after the end.',
  })
  async reviewMeetingFeedback(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The answers.' }) input: ReviewMeetingFeedbackInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.answers.answer(tx, id, input) };
  }
}

@Resolver(() => ReviewMeetingFeedback)
export class ReviewFeedbackResolver {
  constructor(private readonly answers: ReviewFeedback) {}

  @ResolveField()
  openUntil(@Parent() meeting: ReviewMeetingEntity): Date | null {
    return feedbackUntil(meeting);
  }

  @ResolveField()
  mayAnswer(@Reading() ctx: Ctx, @Parent() meeting: ReviewMeetingEntity): Promise<boolean> {
    return this.answers.mayAnswer(ctx, meeting);
  }

  @ResolveField()
  mine(
    @Reading() ctx: Ctx,
    @Parent() meeting: ReviewMeetingEntity,
  ): Promise<ReviewFeedbackEntity | null> {
    return this.answers.mine(ctx, meeting);
  }

  @ResolveField()
  results(
    @Reading() ctx: Ctx,
    @Parent() meeting: ReviewMeetingEntity,
  ): Promise<FeedbackResults | null> {
    return this.answers.results(ctx, meeting);
  }
}
