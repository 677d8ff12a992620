import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import { ReviewAttendance } from './review-attendance.service.js';
import { ReviewMeetingLifecycle } from './review-meeting-lifecycle.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { MeetingAnswerEnum, ReviewMeeting } from './review-meeting.graphql.js';
import {
  ReviewMeetingAnswerPayload,
  ReviewMeetingAttendanceSetInput,
  ReviewMeetingAttendanceSetPayload,
  ReviewMeetingCancelInput,
  ReviewMeetingCancelPayload,
  ReviewMeetingCreateInput,
  ReviewMeetingCreatePayload,
  ReviewMeetingEndPayload,
  ReviewMeetingStartPayload,
  ReviewMeetingUpdateInput,
  ReviewMeetingUpdatePayload,
} from './review-meeting.inputs.graphql.js';
import { ReviewMeetings } from './review-meeting.service.js';
import type { MeetingAnswer } from './review-meeting.states.js';

type MeetingPayload = Promise<Payload<'reviewMeeting', ReviewMeetingEntity>>;

const WHICH = { type: () => ID, description: 'The review meeting.' } as const;

@Resolver(() => ReviewMeeting)
export class ReviewMeetingMutations {
  constructor(
    private readonly meetings: ReviewMeetings,
    private readonly lifecycle: ReviewMeetingLifecycle,
    private readonly attendance: ReviewAttendance,
  ) {}

  @Requires('write')
  @Mutation(() => ReviewMeetingCreatePayload, {
    description: 'Plans a review meeting and invites to it.',
  })
  async reviewMeetingCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The meeting.' }) input: ReviewMeetingCreateInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.meetings.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingUpdatePayload, {
    description: 'Changes a review meeting that is not over; its series then leaves it alone.',
  })
  async reviewMeetingUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: ReviewMeetingUpdateInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.meetings.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingStartPayload, {
    description:
      'Begins a review meeting. For its facilitator, whoever planned it, administrators.',
  })
  async reviewMeetingStart(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): MeetingPayload {
    return { reviewMeeting: await this.lifecycle.start(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingEndPayload, {
    description:
      'Closes a review meeting. A case without an outcome was discussed if something was decided about it; any other goes back to the queue. The minutes are sent to everybody who was invited or there. For its facilitator, whoever planned it, administrators.',
  })
  async reviewMeetingEnd(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): MeetingPayload {
    return { reviewMeeting: await this.lifecycle.end(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingCancelPayload, {
    description:
      'Calls a review meeting off and tells everybody invited. For its facilitator, whoever planned it, administrators.',
  })
  async reviewMeetingCancel(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Why.' }) input: ReviewMeetingCancelInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.lifecycle.cancel(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingAnswerPayload, {
    description: 'Says for the caller, who is invited, whether they will come.',
  })
  async reviewMeetingAnswer(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('answer', {
      type: () => MeetingAnswerEnum,
      nullable: true,
      description: 'Null takes the answer back.',
    })
    answer: MeetingAnswer | null,
  ): MeetingPayload {
    return { reviewMeeting: await this.attendance.answer(tx, id, answer) };
  }

  @Requires('write')
  @Mutation(() => ReviewMeetingAttendanceSetPayload, {
    description: 'Notes whether somebody is at a review meeting, invited or not.',
  })
  async reviewMeetingAttendanceSet(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Who, and whether.' }) input: ReviewMeetingAttendanceSetInput,
  ): MeetingPayload {
    return { reviewMeeting: await this.attendance.setPresence(tx, id, input) };
  }
}
