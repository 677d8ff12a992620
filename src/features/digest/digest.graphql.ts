import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { ActionStatus } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../../infra/graphql/scalars.js';
import { ActionStatusEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { DIGEST_SECTIONS, type DigestSectionKind } from './digest.content.js';
import { READING_REASONS, type ReadingReason } from './worth-reading.js';

const DigestSectionKindEnum = enumOf(DIGEST_SECTIONS);
registerEnumType(DigestSectionKindEnum, {
  name: 'DigestSectionKind',
  description: 'What a list of a digest is about.',
  valuesMap: {
    CAME_BACK: { description: 'Verified or effective until it came back within the week.' },
    OVERDUE: { description: 'Open after the due day.' },
    EXTENDED_AGAIN: {
      description: 'Open, and put off twice or more; only in the digest of the organization.',
    },
    DUE: { description: 'Open, and due within seven days of the cut-off.' },
    EFFECT_CHECK: { description: 'Verified; within seven days it is asked whether it came back.' },
    PAUSE_ENDING: {
      description: 'Paused until a day within seven days of the cut-off, or earlier.',
    },
    TO_VERIFY: {
      description:
        'Done, and not checked by somebody else yet; of a person, what others in their teams have done.',
    },
    NEW: { description: 'Proposed within the week.' },
    EXTENDED: { description: 'Put off within the week.' },
    DONE: { description: 'Done within the week.' },
    VERIFIED: { description: 'Checked within the week.' },
    EFFECTIVE: { description: 'Shown to work within the week.' },
    REJECTED: { description: 'Given up within the week.' },
  },
});

@ObjectType({ description: 'How much there is of something, beside the week before.' })
export class DigestNumber {
  @Field(() => Int, { description: 'In this week, or at its cut-off.' })
  now!: number;

  @Field(() => Int, { description: 'The same a week before.' })
  before!: number;
}

@ObjectType({ description: 'A week in numbers.' })
export class DigestNumbers {
  @Field({ description: 'Proposed, committed or in progress at the cut-off.' })
  open!: DigestNumber;

  @Field({ description: 'Of the open ones, those after their due day.' })
  overdue!: DigestNumber;

  @Field({ description: 'Proposed within the week.' })
  proposed!: DigestNumber;

  @Field({ description: 'Done within the week.' })
  done!: DigestNumber;

  @Field({ description: 'Checked by somebody other than the owner within the week.' })
  verified!: DigestNumber;

  @Field({ description: 'Shown to work within the week.' })
  effective!: DigestNumber;

  @Field({ description: 'Put off within the week.' })
  extended!: DigestNumber;
}

@ObjectType({ description: 'An action item in a list of a digest.' })
export class DigestEntry {
  @Field({ description: 'What it said.' })
  title!: string;

  @Field(() => ActionStatusEnum, {
    description: 'How it stood at the cut-off, or after what happened.',
  })
  status!: ActionStatus;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day that the list is about: due, to be checked, the end of a pause; null where it is about what happened.',
  })
  day!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from that day to the cut-off, above 0 where it is over; null without a day.',
  })
  daysLate!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said about what happened; null for nothing.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'A list of a digest.' })
export class DigestSection {
  @Field(() => DigestSectionKindEnum, { description: 'What it is about.' })
  kind!: DigestSectionKind;

  @Field(() => Int, { description: 'How many there are in all.' })
  count!: number;

  @Field(() => [DigestEntry], {
    description: 'The first fifty; where they have a day, what has waited longest leads.',
  })
  entries!: DigestEntry[];
}

const ReadingReasonEnum = enumOf(READING_REASONS);
registerEnumType(ReadingReasonEnum, {
  name: 'ReadingReason',
  description: 'Why a case is worth reading.',
  valuesMap: {
    NEW_OF_OWN: { description: 'Published within the week, about a service of an own team.' },
    NEW: { description: 'The gravest published within the week.' },
    OF_OWN: { description: 'About a service of an own team, and published within half a year.' },
    AGAIN: { description: 'Published within half a year.' },
  },
});

@ObjectType({ description: 'A case that has a factor of an earlier one again.' })
export class DigestRecurrence {}

@ObjectType({ description: 'A case that waits to be reviewed.' })
export class DigestWaitingReview {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => Int, { description: 'Whole days from then to the cut-off.' })
  days!: number;
}

@ObjectType({ description: 'One case to read in a week; not the one of the week before.' })
export class DigestWorthReading {
  @Field(() => ReadingReasonEnum, { description: 'Why this one.' })
  reason!: ReadingReason;
}

@ObjectType({ description: 'The week of a team in numbers.' })
export class DigestOfTeam {
  @Field({ description: 'Its week in numbers.' })
  numbers!: DigestNumbers;
}

@ObjectType({
  description:
    'What became of the actions and cases of a team, a person or the organization in a week, as it was when the week was over; the same at every later time, but for what the caller may no longer read.',
})
export class Digest {
  @Field({ description: 'The week as ISO 8601 numbers it: 2026-W47.' })
  week!: string;

  @Field(() => DateTimeScalar, {
    description:
      'When the week began: Monday at midnight in the zone of the calendar of the team; of the organization, where it is not of one team.',
  })
  from!: Date;

  @Field(() => DateTimeScalar, {
    description: 'The cut-off: when the week was over, or now while it is not.',
  })
  until!: Date;

  @Field({ description: 'False while the week is not over, so that more may come.' })
  isFinal!: boolean;

  @Field({ description: 'The week in numbers.' })
  numbers!: DigestNumbers;

  @Field(() => [DigestSection], {
    description: 'The lists that hold something, most pressing first.',
  })
  sections!: DigestSection[];

  @Field(() => [DigestRecurrence], {
    description: 'What was found within the week to have happened before.',
  })
  recurrences!: DigestRecurrence[];

  @Field(() => [DigestWaitingReview], {
    description: 'The cases that wait to be reviewed at the cut-off, the longest wait first.',
  })
  waitingReviews!: DigestWaitingReview[];

  @Field(() => DigestWorthReading, {
    nullable: true,
    description: 'One case to read; null if nothing was published lately.',
  })
  worthReading!: DigestWorthReading | null;

  @Field(() => [DigestOfTeam], {
    description:
      'Of a person, their teams; of the organization, the teams with something to tell; of a team, none. By name.',
  })
  teams!: DigestOfTeam[];
}
