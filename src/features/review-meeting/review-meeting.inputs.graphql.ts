import { Field, ID, InputType, Int } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, DayScalar } from '../../infra/graphql/scalars.js';
import { PresenceEnum, ReviewMeeting, ReviewSeries } from './review-meeting.graphql.js';
import type { Presence } from './review-meeting.states.js';

/** What meetings and series, new and changed ones, have in common. */
@InputType({ isAbstract: true })
abstract class MeetingValues {
  @Field(() => String, {
    nullable: true,
    description: 'A room, or an address to call in; at most 500 characters.',
  })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who leads it; invited like all others.' })
  facilitatorId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The teams invited, at most 200: whoever belongs to them at the time.',
  })
  teamIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The people invited besides, at most 200.' })
  personIds?: string[] | null;
}

@InputType({ isAbstract: true })
abstract class NewMeetingValues extends MeetingValues {
  @Field({ description: 'At most 500 characters. Everybody in the organization sees it.' })
  title!: string;

  @Field(() => Int, { description: 'Minutes that it is planned to last, 5 to 480.' })
  durationMinutes!: number;
}

@InputType({ isAbstract: true })
abstract class ChangedMeetingValues extends MeetingValues {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;

  @Field(() => Int, { nullable: true, description: 'Minutes, 5 to 480.' })
  durationMinutes?: number;
}

@InputType({ description: 'A new review meeting.' })
export class ReviewMeetingCreateInput extends NewMeetingValues {
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field({ description: 'IANA time zone or offset in which its time is meant.' })
  zone!: string;
}

@InputType({
  description:
    'Changes to a review meeting. What is left out stays; null takes a value away, a list replaces the other.',
})
export class ReviewMeetingUpdateInput extends ChangedMeetingValues {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it begins; another time makes the answers to the invitation void.',
  })
  startsAt?: Date;

  @Field(() => String, { nullable: true, description: 'IANA time zone or offset.' })
  zone?: string;
}

@InputType({ description: 'Why a review meeting is called off.' })
export class ReviewMeetingCancelInput {
  @Field({ description: 'At most 20,000 characters. Everybody invited reads it.' })
  reason!: string;
}

@InputType({ description: 'Whether somebody was at a meeting.' })
export class ReviewMeetingAttendanceSetInput {
  @Field(() => ID, { description: 'Invited or not.' })
  personId!: string;

  @Field(() => PresenceEnum, { nullable: true, description: 'Null: nobody knows.' })
  presence!: Presence | null;
}

@InputType({ description: 'When the meetings of a series are held.' })
export class ReviewCadenceInput {
  @Field({
    description:
      'An RRULE of RFC 5545 that tells days and comes daily at most: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.',
  })
  rule!: string;

  @Field(() => DayScalar, { description: 'The day that the rule counts from.' })
  startsOn!: string;

  @Field({ description: 'IANA time zone such as Asia/Taipei, or an offset such as +08:00.' })
  zone!: string;

  @Field({ description: 'Hours and minutes: 14:00.' })
  time!: string;
}

@InputType({ description: 'A new slot that comes again and again.' })
export class ReviewSeriesCreateInput extends NewMeetingValues {
  @Field(() => ReviewCadenceInput, { description: 'When its meetings are held.' })
  cadence!: ReviewCadenceInput;
}

@InputType({
  description:
    'Changes to a slot. What is left out stays; null takes a value away, a list replaces the other.',
})
export class ReviewSeriesUpdateInput extends ChangedMeetingValues {
  @Field(() => ReviewCadenceInput, {
    nullable: true,
    description: 'When its meetings are held from now on; those to come are moved.',
  })
  cadence?: ReviewCadenceInput;
}

const payload = (typeName: string) => payloadType(typeName, 'reviewMeeting', () => ReviewMeeting);
export const ReviewMeetingCreatePayload = payload('ReviewMeetingCreatePayload');
export const ReviewMeetingUpdatePayload = payload('ReviewMeetingUpdatePayload');
export const ReviewMeetingStartPayload = payload('ReviewMeetingStartPayload');
export const ReviewMeetingEndPayload = payload('ReviewMeetingEndPayload');
export const ReviewMeetingCancelPayload = payload('ReviewMeetingCancelPayload');
export const ReviewMeetingAnswerPayload = payload('ReviewMeetingAnswerPayload');
export const ReviewMeetingAttendanceSetPayload = payload('ReviewMeetingAttendanceSetPayload');
export const ReviewMeetingAddCasePayload = payload('ReviewMeetingAddCasePayload');
export const ReviewMeetingRemoveCasePayload = payload('ReviewMeetingRemoveCasePayload');
export const ReviewMeetingMoveCasePayload = payload('ReviewMeetingMoveCasePayload');

const seriesPayload = (typeName: string) =>
  payloadType(typeName, 'reviewSeries', () => ReviewSeries);
export const ReviewSeriesCreatePayload = seriesPayload('ReviewSeriesCreatePayload');
export const ReviewSeriesUpdatePayload = seriesPayload('ReviewSeriesUpdatePayload');
export const ReviewSeriesArchivePayload = seriesPayload('ReviewSeriesArchivePayload');
export const ReviewSeriesRestorePayload = seriesPayload('ReviewSeriesRestorePayload');
