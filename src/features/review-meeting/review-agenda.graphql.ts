import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type {
  ActionPriority,
  ActionType,
  MeasurementName,
  Milestone,
  Severity,
} from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  ActionPriorityEnum,
  ActionTypeEnum,
  MeasurementNameEnum,
  MilestoneEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { Incident } from '../incident/incident.graphql.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { REVIEW_OUTCOMES, type ReviewOutcome } from './review-meeting.states.js';

const ReviewOutcomeEnum = enumOf(REVIEW_OUTCOMES);
registerEnumType(ReviewOutcomeEnum, {
  name: 'ReviewOutcome',
  description: 'What became of a case on an agenda.',
  valuesMap: {
    DISCUSSED: { description: 'The meeting has reviewed it.' },
    CARRIED_OVER: { description: 'There was no time; it is back in the queue.' },
  },
});

@ObjectType({
  description: 'A case on the agenda of a meeting; only there for who may read the case.',
})
export class ReviewAgendaCase {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes that it is planned to take, 1 to 480; null if nobody said.',
  })
  plannedMinutes!: number | null;

  @Field(() => MarkdownScalar, { description: 'What was said; empty while nothing is noted.' })
  notes!: string;

  @Field(() => ReviewOutcomeEnum, { nullable: true, description: 'Null while nobody has said.' })
  outcome!: ReviewOutcome | null;
}

@ObjectType({ description: 'What a meeting has decided about a case.' })
export class ReviewDecision {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => MarkdownScalar, { description: 'What was decided.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A span of an incident that cannot be measured: an end is not known.' })
export class ReviewUnmeasuredSpan {
  @Field(() => Incident, { description: 'Of which it is missing.' })
  incident!: Incident;

  @Field(() => MeasurementNameEnum, { description: 'Which span.' })
  name!: MeasurementName;

  @Field(() => [MilestoneEnum], { description: 'The milestones that are not known.' })
  missing!: Milestone[];
}

@ObjectType({ description: 'A case in review that no meeting to come has on its agenda.' })
export class ReviewQueueEntry {
  @Field(() => Postmortem, { description: 'The case.' })
  postmortem!: Postmortem;

  @Field(() => SeverityEnum, {
    nullable: true,
    description: 'Of the gravest of its incidents; null while none has one.',
  })
  severity!: Severity | null;

  @Field(() => DateTimeScalar, { description: 'When it was submitted for review, the last time.' })
  waitingSince!: Date;
}

export const ReviewQueueConnection = connectionType('ReviewQueueEntry', () => ReviewQueueEntry);

@InputType({ description: 'A case for the agenda.' })
export class ReviewMeetingAddCaseInput {
  @Field(() => ID, { description: 'The case. It waits for one meeting at a time.' })
  postmortemId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes that it is planned to take, 1 to 480.',
  })
  plannedMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place on the agenda, from 0. Left out: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'Where a case goes.' })
export class ReviewMeetingMoveCaseInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Place on the agenda, from 0. Left out: the end.',
  })
  place?: number | null;
}

@InputType({
  description: 'Changes to a case on the agenda. What is left out stays; null takes a value away.',
})
export class ReviewAgendaCaseUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes that it is planned to take, 1 to 480.',
  })
  plannedMinutes?: number | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'At most 20,000 characters; may be emptied.',
  })
  notes?: string;

  @Field(() => ReviewOutcomeEnum, { nullable: true, description: 'What became of it.' })
  outcome?: ReviewOutcome | null;
}

@InputType({ description: 'A decision about a case on the agenda.' })
export class ReviewDecisionCreateInput {
  @Field(() => ID, { description: 'The meeting, which has begun.' })
  reviewMeetingId!: string;

  @Field(() => ID, { description: 'The case.' })
  postmortemId!: string;

  @Field(() => MarkdownScalar, { description: 'What was decided; at most 20,000 characters.' })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the decisions about the case, from 0. Left out: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'Changes to a decision. What is left out stays.' })
export class ReviewDecisionUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 20,000 characters.' })
  text?: string;

  @Field(() => Int, { nullable: true, description: 'Place among the decisions, from 0.' })
  place?: number | null;
}

@InputType({ description: 'The action item that a decision becomes.' })
export class ReviewDecisionToActionInput {
  @Field({ description: 'Verb first, outcome stated, end defined; at most 500 characters.' })
  title!: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 20,000 characters.' })
  detail?: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What will be true once it is done; at most 20,000 characters.',
  })
  doneWhen?: string | null;

  @Field(() => ActionTypeEnum, { nullable: true, description: 'What it is for.' })
  type?: ActionType | null;

  @Field(() => ActionPriorityEnum, { nullable: true, description: 'How soon.' })
  priority?: ActionPriority | null;

  @Field(() => ID, { nullable: true, description: 'The person who sees to it.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that answers for it.' })
  teamId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is due.' })
  dueOn?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Promise it at once; it then needs an owner, a team and a due date.',
  })
  commit!: boolean;
}

export const ReviewAgendaCaseUpdatePayload = payloadType(
  'ReviewAgendaCaseUpdatePayload',
  'agendaCase',
  () => ReviewAgendaCase,
);

const decisionPayload = (typeName: string) =>
  payloadType(typeName, 'decision', () => ReviewDecision);
export const ReviewDecisionCreatePayload = decisionPayload('ReviewDecisionCreatePayload');
export const ReviewDecisionUpdatePayload = decisionPayload('ReviewDecisionUpdatePayload');
export const ReviewDecisionDeletePayload = decisionPayload('ReviewDecisionDeletePayload');
export const ReviewDecisionToActionPayload = decisionPayload('ReviewDecisionToActionPayload');
