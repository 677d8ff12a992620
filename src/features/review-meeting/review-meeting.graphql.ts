import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  MEETING_ACTS,
  MEETING_ANSWERS,
  MEETING_STATES,
  PRESENCES,
  type MeetingAnswer,
  type MeetingState,
  type Presence,
} from './review-meeting.states.js';

export const MeetingStateEnum = enumOf(MEETING_STATES);
registerEnumType(MeetingStateEnum, {
  name: 'ReviewMeetingState',
  description: 'How a review meeting stands.',
  valuesMap: {
    PLANNED: { description: 'It is to come.' },
    RUNNING: { description: 'It has begun.' },
    ENDED: { description: 'It is over.' },
    CANCELED: { description: 'It was called off.' },
  },
});

export const MeetingAnswerEnum = enumOf(MEETING_ANSWERS);
registerEnumType(MeetingAnswerEnum, {
  name: 'ReviewMeetingAnswer',
  description: 'What somebody answers to an invitation.',
  valuesMap: {
    ACCEPTED: { description: 'They will come.' },
    TENTATIVE: { description: 'They may come.' },
    DECLINED: { description: 'They will not come.' },
  },
});

export const PresenceEnum = enumOf(PRESENCES);
registerEnumType(PresenceEnum, {
  name: 'ReviewPresence',
  description: 'Whether somebody was at a meeting.',
  valuesMap: {
    PRESENT: { description: 'They were there.' },
    ABSENT: { description: 'They were not.' },
  },
});

export const MeetingActEnum = enumOf(MEETING_ACTS);
registerEnumType(MeetingActEnum, {
  name: 'ReviewMeetingAct',
  description: 'What can be done with a review meeting.',
  valuesMap: {
    UPDATE: { description: 'Change its title, time, place and who is invited.' },
    START: { description: 'Begin it.' },
    END: { description: 'Close it.' },
    CANCEL: { description: 'Call it off.' },
    SET_CLOSING: { description: 'Write its closing words.' },
    SEND_MINUTES: { description: 'Send its minutes again; never where mail is off.' },
  },
});

@ObjectType({ description: 'Somebody who is invited to a meeting, has answered or was there.' })
export class ReviewAttendee {
  @Field({ description: 'By name, through a team, or as the facilitator.' })
  isInvited!: boolean;

  @Field(() => MeetingAnswerEnum, {
    nullable: true,
    description:
      'Null while they have not answered; another time of the meeting makes it so again.',
  })
  answer!: MeetingAnswer | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while they have not.' })
  answeredAt!: Date | null;

  @Field(() => PresenceEnum, { nullable: true, description: 'Null while nobody has noted it.' })
  presence!: Presence | null;
}

@ObjectType({
  implements: () => NodeType,
  description: 'A meeting at which cases are reviewed, on its own or one of a series.',
})
export class ReviewMeeting extends NodeType {
  @Field(() => Int, {
    description:
      'Counts the edits of the meeting itself, not of its agenda; see `expectedVersion`.',
  })
  version!: number;

  @Field({ description: 'As people name it: RM-7.' })
  key!: string;

  @Field({ description: 'What it is called. Everybody in the organization sees it.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When it is planned to begin.' })
  startsAt!: Date;

  @Field({ description: 'IANA time zone or offset in which its time is meant.' })
  zone!: string;

  @Field(() => Int, { description: 'Minutes that it is planned to last, 5 to 480.' })
  durationMinutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A room, or an address to call in; null if nobody said.',
  })
  place!: string | null;

  @Field(() => MeetingStateEnum, { description: 'How it stands.' })
  state!: MeetingState;

  @Field(() => String, { nullable: true, description: 'Why it was canceled; null if it was not.' })
  reason!: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What its facilitator adds at the end of its minutes; null while that is nothing.',
  })
  closing!: string | null;

  @Field(() => Int, {
    description: 'SEQUENCE of RFC 5545: grows with what calendars show of it, from 0.',
  })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed, its agenda aside.' })
  updatedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it has not begun.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it is not over.' })
  endedAt!: Date | null;
}

export const ReviewMeetingConnection = connectionType('ReviewMeeting', () => ReviewMeeting);

@ObjectType({ description: 'When the meetings of a series are held.' })
export class ReviewCadence {
  @Field({ description: 'An RRULE of RFC 5545 that tells days: FREQ=WEEKLY;BYDAY=TU.' })
  rule!: string;

  @Field(() => DayScalar, { description: 'The day that the rule counts from, its DTSTART.' })
  startsOn!: string;

  @Field({ description: 'IANA time zone or offset of the days and the time.' })
  zone!: string;

  @Field({ description: 'What the clock shows when they begin: 14:00.' })
  time!: string;
}

@ObjectType({
  implements: () => NodeType,
  description:
    'A slot that comes again and again. Its next meetings are made ahead: four at most, within 90 days.',
})
export class ReviewSeries extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What its meetings are called.' })
  title!: string;

  @Field(() => ReviewCadence, { description: 'When they are held.' })
  cadence!: ReviewCadence;

  @Field(() => Int, { description: 'Minutes that each lasts, 5 to 480.' })
  durationMinutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A room, or an address to call in; null if nobody said.',
  })
  place!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was set aside; null while it goes on.',
  })
  archivedAt!: Date | null;
}

const MeetingOrderFieldEnum = enumOf(['STARTS_AT']);
registerEnumType(MeetingOrderFieldEnum, {
  name: 'ReviewMeetingOrderField',
  description: 'What review meetings are compared by.',
  valuesMap: { STARTS_AT: { description: 'When they are planned to begin.' } },
});

@InputType({ description: 'The order of a list of review meetings.' })
export class ReviewMeetingOrder {
  @Field(() => MeetingOrderFieldEnum, {
    defaultValue: 'STARTS_AT',
    description: 'What to compare.',
  })
  field!: 'STARTS_AT';

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of review meetings keeps; all that is given must hold.' })
export class ReviewMeetingFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or of the key.' })
  query?: string | null;

  @Field(() => [MeetingStateEnum], {
    nullable: true,
    description: 'It stands like one of these; an empty list keeps all.',
  })
  state?: MeetingState[] | null;

  @Field(() => ID, { nullable: true, description: 'It is one of this series.' })
  reviewSeriesId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This team is invited.' })
  teamId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'It begins then or later.' })
  startsAfter?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'It begins before.' })
  startsBefore?: Date | null;
}
