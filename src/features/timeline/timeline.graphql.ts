import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import type { TimelineMarker, TimelineSource as SourceKind } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { UserError } from '../../infra/graphql/user-error.graphql.js';
import { TimelineMarkerEnum, TimelineSourceEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({ description: 'Where an event on the timeline is known from.' })
export class TimelineSource {
  @Field(() => TimelineSourceEnum, { description: 'What kind of source.' })
  kind!: SourceKind;

  @Field(() => String, { nullable: true, description: 'Which one; null if nobody said.' })
  name!: string | null;
}

@ObjectType({ description: 'Something that happened at a point in time during an incident.' })
export class TimelineEvent {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field({ description: 'The zone its author wrote the time in: Asia/Taipei, +08:00, UTC.' })
  zone!: string;

  @Field(() => TimelineMarkerEnum, { description: 'What kind of moment it was.' })
  marker!: TimelineMarker;

  @Field({ description: 'What happened.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The line it was read from; null if it was written here.',
  })
  original!: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What proves it: a link, a log excerpt, a figure; null if nothing was given.',
  })
  evidence!: string | null;
}

@ObjectType({ description: 'One entry of lines that were pasted; nothing of it is kept.' })
export class TimelineLine {
  @Field(() => Int, { description: 'The number of its first line, from 1.' })
  line!: number;

  @Field({ description: 'The line to the letter, and the lines below it that belong to it.' })
  original!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it happened; null where no time was recognised, or nothing says the day.',
  })
  at!: Date | null;

  @Field({ description: 'The zone in which the time was read: an IANA zone or an offset.' })
  zone!: string;

  @Field(() => TimelineMarkerEnum, { description: 'What kind of moment it seems to have been.' })
  marker!: TimelineMarker;

  @Field({ description: 'The words, without the time and whoever wrote them.' })
  text!: string;

  @Field(() => TimelineSource, {
    nullable: true,
    description: 'A log or a chat, and which or whose where that shows; null for neither.',
  })
  source!: TimelineSource | null;
}

@InputType({ description: 'Where an event is known from.' })
export class TimelineSourceInput {
  @Field(() => TimelineSourceEnum, { description: 'What kind of source.' })
  kind!: SourceKind;

  @Field(() => String, { nullable: true, description: 'Which one: a person, a channel, a file.' })
  name?: string | null;
}

@InputType({ description: 'A new event on the timeline.' })
export class TimelineEventCreateInput {
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field({
    defaultValue: 'UTC',
    description: 'The zone to show the time in: an IANA zone or an offset such as +08:00.',
  })
  zone!: string;

  @Field(() => TimelineMarkerEnum, {
    defaultValue: 'OTHER',
    description: 'What kind of moment it was.',
  })
  marker!: TimelineMarker;

  @Field({ description: 'At most 20,000 characters.' })
  text!: string;

  @Field(() => TimelineSourceInput, { nullable: true, description: 'Where it is known from.' })
  source?: TimelineSourceInput | null;

  @Field(() => String, { nullable: true, description: 'The line it was read from.' })
  original?: string | null;

  @Field(() => MarkdownScalar, { nullable: true, description: 'What proves it.' })
  evidence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the events of the same instant, from 0. Default: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'Several new events.' })
export class TimelineEventsCreateInput {
  @Field(() => [TimelineEventCreateInput], {
    description:
      'At most 500. Those of the same instant keep the order that they have here, after what is there; `place` is not looked at.',
  })
  events!: TimelineEventCreateInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Leaves out what the timeline has already: the same words at the same instant, or the same line.',
  })
  leaveOutKnown!: boolean;
}

@InputType({ description: 'Changes to an event. What is left out stays.' })
export class TimelineEventUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened.' })
  at?: Date;

  @Field(() => String, { nullable: true, description: 'An IANA zone or an offset.' })
  zone?: string;

  @Field(() => TimelineMarkerEnum, { nullable: true, description: 'What kind of moment it was.' })
  marker?: TimelineMarker;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  text?: string;

  @Field(() => TimelineSourceInput, { nullable: true, description: 'Null takes it away.' })
  source?: TimelineSourceInput | null;

  @Field(() => MarkdownScalar, { nullable: true, description: 'Null takes it away.' })
  evidence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the events of the same instant, from 0.',
  })
  place?: number | null;
}

@InputType({ description: 'Lines to make events of: a chat log, a list, a table.' })
export class TimelinePasteInput {
  @Field({
    description:
      'Each event begins with its time: 2026-11-23 14:05 CST, 14:05 under a date, 3月11日 14:05. At most 1,000,000 characters.',
  })
  text!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day of times without one.' })
  date?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The zone of times without one: an IANA zone or an offset. Default: UTC.',
  })
  zone?: string | null;
}

@ObjectType({ description: 'The new events, or why there are none.' })
export class TimelineEventsCreatePayload {
  @Field(() => [TimelineEvent], {
    nullable: true,
    description: 'In the order that they were given; null when it was refused.',
  })
  timelineEvents?: TimelineEvent[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were left out as known; null when it was refused.',
  })
  leftOut?: number | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of the lines, or why nothing did.' })
export class TimelinePastePayload {
  @Field(() => [TimelineEvent], {
    nullable: true,
    description: 'The new events, in the order of the lines; null when it was refused.',
  })
  timelineEvents?: TimelineEvent[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Lines of which no event could be made; null when it was refused.',
  })
  unread?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were on the timeline already; null when it was refused.',
  })
  leftOut?: number | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
  userErrors!: UserError[];
}

const payload = (typeName: string) => payloadType(typeName, 'timelineEvent', () => TimelineEvent);
export const TimelineEventCreatePayload = payload('TimelineEventCreatePayload');
export const TimelineEventUpdatePayload = payload('TimelineEventUpdatePayload');
export const TimelineEventDeletePayload = payload('TimelineEventDeletePayload');
