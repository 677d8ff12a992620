import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  INITIATIVE_ACTS,
  INITIATIVE_STATUSES,
  type ActionPriority,
  type ActionStatus,
  type InitiativeAct,
  type InitiativeStatus,
} from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { ActionPriorityEnum, ActionStatusEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { INITIATIVE_OFFERS } from './initiative.states.js';

const InitiativeStatusEnum = enumOf(INITIATIVE_STATUSES);
registerEnumType(InitiativeStatusEnum, {
  name: 'InitiativeStatus',
  description: 'The life of an initiative.',
  valuesMap: {
    PROPOSED: { description: 'An idea; nobody has begun.' },
    ACTIVE: { description: 'Its owner sees to it.' },
    DONE: { description: 'What it was for has been reached.' },
    DROPPED: { description: 'Will not be gone on with, with a reason.' },
  },
});

const InitiativeActEnum = enumOf(INITIATIVE_ACTS);
registerEnumType(InitiativeActEnum, {
  name: 'InitiativeAct',
  description: 'What happened to an initiative.',
  valuesMap: {
    CREATE: { description: 'It was proposed.' },
    IMPORT: { description: 'It came, or was changed, with a file.' },
    EDIT: { description: 'What it is called, or who is to reach it by when, was changed.' },
    START: { description: 'It was begun.' },
    COMPLETE: { description: 'It was done.' },
    DROP: { description: 'It was decided not to go on with it.' },
    REOPEN: { description: 'It was taken up after it had been done or dropped.' },
  },
});

export const InitiativeMoveEnum = enumOf(INITIATIVE_OFFERS);
registerEnumType(InitiativeMoveEnum, {
  name: 'InitiativeMove',
  description: 'What can be done with an initiative.',
  valuesMap: {
    EDIT: { description: 'Change what it says, and what it gathers.' },
    START: { description: 'Begin it.' },
    COMPLETE: { description: 'Say that it has been reached.' },
    DROP: { description: 'Say that it will not be gone on with.' },
    REOPEN: { description: 'Take up what was done or dropped.' },
    DELETE: { description: 'Remove it for good.' },
  },
});

@ObjectType({
  implements: () => NodeType,
  description:
    'A technical upgrade that gathers action items across cases and teams. Everybody in the organization knows of it; of what it gathers each sees what they may.',
})
export class Initiative extends NodeType {
  @Field({ description: 'As people name it: INI-4.' })
  key!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What will be better once it is done; null while nobody has said.',
  })
  goal!: string | null;

  @Field(() => InitiativeStatusEnum, { description: 'Where it stands.' })
  status!: InitiativeStatus;

  @Field(() => String, { nullable: true, description: 'Why it was dropped; null where it is not.' })
  reason!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When it is to be reached; null for no day yet.',
  })
  targetOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed or imported.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it was last changed; what it gathers does not count.',
  })
  updatedAt!: Date;
}

export const InitiativeConnection = connectionType('Initiative', () => Initiative);

@ObjectType({ description: 'How many action items of an initiative stand in one state.' })
export class InitiativeStatusCount {
  @Field(() => ActionStatusEnum, { description: 'The state.' })
  status!: ActionStatus;

  @Field(() => Int, { description: 'At least 1.' })
  count!: number;
}

@ObjectType({ description: 'How many action items of an initiative have one priority.' })
export class InitiativePriorityCount {
  @Field(() => ActionPriorityEnum, {
    nullable: true,
    description: 'The priority; null for those of which nobody has said.',
  })
  priority!: ActionPriority | null;

  @Field(() => Int, { description: 'At least 1.' })
  count!: number;

  @Field(() => Int, {
    description: 'Those of them that are done, verified, effective or rejected.',
  })
  finished!: number;
}

@ObjectType({
  description:
    'How far an initiative has come, by those of its action items that the caller may see.',
})
export class InitiativeProgress {
  @Field(() => Int, { description: 'All action items.' })
  count!: number;

  @Field(() => Int, { description: 'Those that are done, verified, effective or rejected.' })
  finished!: number;

  @Field(() => Int, { description: 'Those that have been shown to work.' })
  effective!: number;

  @Field(() => Int, { description: 'Those that are open after their due day, in UTC.' })
  overdue!: number;

  @Field(() => Int, { description: 'The cases that they come from.' })
  caseCount!: number;

  @Field(() => [InitiativeStatusCount], {
    description: 'By state, in the order of a life; states in which none stands are left out.',
  })
  byStatus!: InitiativeStatusCount[];

  @Field(() => [InitiativePriorityCount], {
    description: 'By priority, the most urgent first; those that none has are left out.',
  })
  byPriority!: InitiativePriorityCount[];
}

@ObjectType({ description: 'Something that happened to an initiative, and how it stood after it.' })
export class InitiativeEvent {
  @Field(() => Int, { description: 'Counts from 1 without a gap.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => InitiativeActEnum, { description: 'What happened.' })
  act!: InitiativeAct;

  @Field(() => InitiativeStatusEnum, {
    nullable: true,
    description: 'Where it stood; null at first.',
  })
  fromStatus!: InitiativeStatus | null;

  @Field(() => InitiativeStatusEnum, { description: 'Where it stood then.' })
  status!: InitiativeStatus;

  @Field(() => String, { nullable: true, description: 'Why; null if nobody said.' })
  reason!: string | null;

  @Field({ description: 'What it was called.' })
  title!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When it was to be reached; null for no day.',
  })
  targetOn!: string | null;
}

export const InitiativeEventConnection = connectionType('InitiativeEvent', () => InitiativeEvent);

const InitiativeOrderFieldEnum = enumOf([
  'URGENCY',
  'TARGET_ON',
  'CREATED_AT',
  'UPDATED_AT',
  'KEY',
]);
registerEnumType(InitiativeOrderFieldEnum, {
  name: 'InitiativeOrderField',
  description: 'What a list of initiatives can be ordered by; what is not known comes last.',
  valuesMap: {
    URGENCY: {
      description:
        'What is active first, then what is proposed, done and dropped; each by its target day.',
    },
    TARGET_ON: { description: 'Target day.' },
    CREATED_AT: { description: 'Proposed or imported.' },
    UPDATED_AT: { description: 'Last change.' },
    KEY: { description: 'Number of the key.' },
  },
});

@InputType({ description: 'The order of a list of initiatives.' })
export class InitiativeOrder {
  @Field(() => InitiativeOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof InitiativeOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of initiatives keeps; all that is given must hold.' })
export class InitiativeFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or of the key.' })
  query?: string | null;

  @Field(() => [InitiativeStatusEnum], {
    nullable: true,
    description: 'In one of these states; an empty list keeps all.',
  })
  status?: InitiativeStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these teams, by key.' })
  team?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Owned by this person.' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Proposed or active after its target day, in UTC; false keeps all others. Left out: both.',
  })
  late?: boolean | null;
}
