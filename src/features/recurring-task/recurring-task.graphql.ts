import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType, ID } from '@nestjs/graphql';

import type { Practice, TaskResult } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { PracticeEnum, TaskResultEnum } from '../../infra/graphql/vocabulary.graphql.js';
import {
  OCCURRENCE_STATES,
  TASK_STATES,
  type OccurrenceState,
  type TaskState,
} from './task-state.js';

export const TaskStateEnum = enumOf(TASK_STATES);
registerEnumType(TaskStateEnum, {
  name: 'TaskState',
  description: 'How a recurring task stands.',
  valuesMap: {
    MISSED: { description: 'The grace of an occurrence after the last run is over.' },
    DUE: { description: 'It has fallen due, and nobody has recorded a run.' },
    FAILED: { description: 'Its last run failed.' },
    OK: { description: 'Nothing is to be done until it falls due.' },
  },
});

export const OccurrenceStateEnum = enumOf(OCCURRENCE_STATES);
registerEnumType(OccurrenceStateEnum, {
  name: 'TaskOccurrenceState',
  description: 'How an occurrence of a recurring task stands.',
  valuesMap: {
    UPCOMING: { description: 'Not due yet.' },
    DUE: { description: 'Due, and within its grace.' },
    DONE: { description: 'Done, and it went well.' },
    FAILED: { description: 'Done, and it failed.' },
    SKIPPED: { description: 'Left out, with a reason.' },
    MISSED: { description: 'Nobody has recorded a run, and its grace is over.' },
  },
});

@ObjectType({ description: 'When a recurring task is due, from one day on.' })
export class TaskCadence {
  @Field({
    description: 'An RRULE of RFC 5545 that tells days: FREQ=MONTHLY;BYDAY=1TU.',
  })
  rule!: string;

  @Field(() => DayScalar, { description: 'The day that the rule counts from, its DTSTART.' })
  startsOn!: string;

  @Field({ description: 'IANA time zone or offset of the days and the time.' })
  zone!: string;

  @Field({ description: 'What the clock shows when it falls due: 09:30.' })
  time!: string;

  @Field(() => Int, { description: 'Whole days after the due day until it counts as missed.' })
  graceDays!: number;

  @Field(() => DayScalar, { description: 'The first day that it is in force.' })
  validFrom!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day that it is in force; null while no end is known.',
  })
  validUntil!: string | null;
}

@ObjectType({
  description: 'What came of an occurrence, as somebody recorded it. It is never changed.',
})
export class TaskRun {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => DayScalar, { description: 'The day of the occurrence.' })
  dueOn!: string;

  @Field(() => TaskResultEnum, { description: 'How it went.' })
  result!: TaskResult;

  @Field(() => MarkdownScalar, { nullable: true, description: 'Null if nobody said.' })
  note!: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What shows it: a link, an output; null if nobody gave any.',
  })
  evidence!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  doneAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When that was written down.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'One of the times that a recurring task is due.' })
export class TaskOccurrence {
  @Field(() => DayScalar, { description: 'Its day, in the zone of the cadence.' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { description: 'The instant at which it falls due.' })
  dueAt!: Date;

  @Field(() => DayScalar, { description: 'The last day of its grace.' })
  graceUntil!: string;

  @Field(() => OccurrenceStateEnum, { description: 'How it stands now.' })
  state!: OccurrenceState;

  @Field(() => [TaskRun], {
    description: 'What was recorded, the one that counts first; more than one if it was corrected.',
  })
  runs!: TaskRun[];
}

@ObjectType({
  implements: () => NodeType,
  description: 'Something that has to be done again and again: maintenance, a restore test.',
})
export class RecurringTask extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As people name it: RT-4.' })
  key!: string;

  @Field({ description: 'What is to be done.' })
  title!: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'How; null if nobody said.' })
  detail!: string | null;

  @Field(() => PracticeEnum, {
    nullable: true,
    description: 'Which practice it serves; null for none in particular.',
  })
  practice!: Practice | null;

  @Field(() => [TaskCadence], {
    description: 'When it was due and is, the earliest first; the present one is the last.',
  })
  cadences!: TaskCadence[];

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was set aside, and nothing was due any more; null while it goes on.',
  })
  archivedAt!: Date | null;
}

export const RecurringTaskConnection = connectionType('RecurringTask', () => RecurringTask);

@ArgsType()
export class OccurrenceArgs {
  @Field(() => Int, {
    defaultValue: 12,
    description: 'How many that have fallen due, 0 to 100.',
  })
  last!: number;

  @Field(() => Int, { defaultValue: 3, description: 'How many that have not yet, 0 to 100.' })
  next!: number;
}

@InputType({ description: 'What a list of recurring tasks keeps; all that is given must hold.' })
export class RecurringTaskFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or of the key.' })
  query?: string | null;

  @Field(() => ID, { nullable: true, description: 'This team answers for it.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This person sees to it.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'It is about this service.' })
  serviceId?: string | null;

  @Field(() => [PracticeEnum], {
    nullable: true,
    description: 'It serves one of these practices; an empty list keeps all.',
  })
  practice?: Practice[] | null;

  @Field(() => [TaskStateEnum], {
    nullable: true,
    description: 'It stands like one of these; an empty list keeps all.',
  })
  state?: TaskState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those set aside. False: the others. Left out: both.',
  })
  archived?: boolean | null;
}
