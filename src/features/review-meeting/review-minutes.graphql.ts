import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { LIMITS } from '../../core/limits.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { ReviewMeeting } from './review-meeting.graphql.js';

@ObjectType('ReviewMinutes', {
  description:
    'The minutes of a review meeting, as the caller may see them: a case that they may not read is not in them. They are written anew from what was noted each time they are asked for, in words of `templates/minutes`; to every case they belong by `Postmortem.reviews`.',
})
export class ReviewMinutesDocument {
  @Field({ description: 'One line: what the mail that brings them is called.' })
  title!: string;

  @Field(() => MarkdownScalar, {
    description:
      'The whole, with the title above: when and where, who was there, and of each case the notes, the decisions with their actions, the open questions, what the teams said and the outcome; the actions overdue; the closing words.',
  })
  text!: string;
}

@ObjectType({ description: 'What the caller answered to the three questions after a meeting.' })
export class ReviewFeedbackAnswer {
  @Field(() => Int, { description: 'The time was well spent: 1, not at all, to 5, very much.' })
  timeWellSpent!: number;

  @Field(() => Int, { description: 'We learned something that we did not know: 1 to 5.' })
  learnedSomething!: number;

  @Field(() => Int, { description: 'What was decided will be carried out: 1 to 5.' })
  decisionsCarriedOut!: number;

  @Field(() => String, { nullable: true, description: 'A free word; null if there was none.' })
  word!: string | null;
}

const COUNTS = 'How many answered 1, 2, 3, 4 and 5, in this order.';

@ObjectType({
  description:
    'What people thought of a meeting. Nothing tells whose it is, and there is no average: so few answers have none worth knowing.',
})
export class ReviewFeedbackResults {
  @Field(() => Int, { description: 'How many have answered; 3 or more.' })
  count!: number;

  @Field(() => [Int], { description: `The time was well spent. ${COUNTS}` })
  timeWellSpent!: number[];

  @Field(() => [Int], { description: `We learned something that we did not know. ${COUNTS}` })
  learnedSomething!: number[];

  @Field(() => [Int], { description: `What was decided will be carried out. ${COUNTS}` })
  decisionsCarriedOut!: number[];

  @Field(() => [String], { description: 'The free words, in the order of their letters.' })
  words!: string[];
}

@ObjectType({ description: 'The three questions after a meeting: what it was worth.' })
export class ReviewMeetingFeedback {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when they can be answered: 14 days after the end; null before it.',
  })
  openUntil!: Date | null;

  @Field({ description: 'The caller was invited or there, and can answer now.' })
  mayAnswer!: boolean;

  @Field(() => ReviewFeedbackAnswer, {
    nullable: true,
    description: 'What the caller answered; null while they have not. Nobody else sees it.',
  })
  mine!: ReviewFeedbackAnswer | null;

  @Field(() => ReviewFeedbackResults, {
    nullable: true,
    description:
      'Null while there are fewer than three answers, and for whoever was neither invited nor there and does not run the meeting.',
  })
  results!: ReviewFeedbackResults | null;
}

@InputType({ description: 'Answers to the three questions after a meeting.' })
export class ReviewMeetingFeedbackInput {
  @Field(() => Int, { description: 'The time was well spent: 1, not at all, to 5, very much.' })
  timeWellSpent!: number;

  @Field(() => Int, { description: 'We learned something that we did not know: 1 to 5.' })
  learnedSomething!: number;

  @Field(() => Int, { description: 'What was decided will be carried out: 1 to 5.' })
  decisionsCarriedOut!: number;

  @Field(() => String, {
    nullable: true,
    description: `A free word, at most ${LIMITS.feedbackWord} characters. Those who were invited or there may read it, without a name.`,
  })
  word?: string | null;
}

@InputType({ description: 'The closing words of a meeting.' })
export class ReviewMeetingClosingSetInput {
  @Field(() => MarkdownScalar, {
    nullable: true,
    description: `At most ${LIMITS.entry} characters; null takes them away. Everybody in the organization reads them, so name no case here.`,
  })
  closing!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;
}

const payload = (typeName: string) => payloadType(typeName, 'reviewMeeting', () => ReviewMeeting);
export const ReviewMeetingClosingSetPayload = payload('ReviewMeetingClosingSetPayload');
export const ReviewMeetingFeedbackPayload = payload('ReviewMeetingFeedbackPayload');
export const ReviewMinutesSendPayload = payload('ReviewMinutesSendPayload');
