import { Field, ID, InputType, Int } from '@nestjs/graphql';

import type { Practice, TaskResult } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { PracticeEnum, TaskResultEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { RecurringTask } from './recurring-task.graphql.js';

@InputType({ description: 'When a recurring task is due.' })
export class TaskCadenceInput {
  @Field({
    description:
      'An RRULE of RFC 5545 that tells days and comes daily at most: FREQ=WEEKLY;BYDAY=MO,TH. COUNT and UNTIL may end it.',
  })
  rule!: string;

  @Field(() => DayScalar, {
    description: 'The day that the rule counts from. Nothing is due before the task was begun.',
  })
  startsOn!: string;

  @Field({ description: 'IANA time zone such as Asia/Taipei, or an offset such as +08:00.' })
  zone!: string;

  @Field(() => String, { defaultValue: '09:00', description: 'Hours and minutes: 09:30.' })
  time!: string;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Whole days after the due day until it counts as missed, 0 to 60.',
  })
  graceDays!: number;
}

/** What a new task and a changed one have in common. */
@InputType({ isAbstract: true })
abstract class RecurringTaskValues {
  @Field(() => MarkdownScalar, { nullable: true, description: 'How; at most 20,000 characters.' })
  detail?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that answers for it.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person who sees to it.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The service that it is about.' })
  serviceId?: string | null;

  @Field(() => PracticeEnum, { nullable: true, description: 'The practice that it serves.' })
  practice?: Practice | null;
}

@InputType({ description: 'A new recurring task.' })
export class RecurringTaskCreateInput extends RecurringTaskValues {
  @Field({ description: 'What is to be done; at most 500 characters.' })
  title!: string;

  @Field(() => TaskCadenceInput, { description: 'When it is due.' })
  cadence!: TaskCadenceInput;
}

@InputType({
  description: 'Changes to a recurring task. What is left out stays; null takes a value away.',
})
export class RecurringTaskUpdateInput extends RecurringTaskValues {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;

  @Field(() => TaskCadenceInput, {
    nullable: true,
    description: 'When it is due from today on; what was due before stays as it was.',
  })
  cadence?: TaskCadenceInput;
}

@InputType({ description: 'What came of an occurrence.' })
export class RecurringTaskRunInput {
  @Field(() => DayScalar, {
    description: 'The day of the occurrence: one that has fallen due, or the next one.',
  })
  dueOn!: string;

  @Field(() => TaskResultEnum, { description: 'How it went.' })
  result!: TaskResult;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'At most 20,000 characters; must be there where it failed or was left out.',
  })
  note?: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What shows it; at most 20,000 characters.',
  })
  evidence?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it. Left out: whoever asks.' })
  doneById?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When. Left out: now.' })
  doneAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many times it was recorded as the caller has seen it; if it is another number by now, the answer is a CONFLICT. Left out: this one counts in any case. What was recorded before is kept.',
  })
  expectedVersion?: number | null;
}

const payload = (typeName: string) => payloadType(typeName, 'recurringTask', () => RecurringTask);
export const RecurringTaskCreatePayload = payload('RecurringTaskCreatePayload');
export const RecurringTaskUpdatePayload = payload('RecurringTaskUpdatePayload');
export const RecurringTaskArchivePayload = payload('RecurringTaskArchivePayload');
export const RecurringTaskRestorePayload = payload('RecurringTaskRestorePayload');
export const RecurringTaskDeletePayload = payload('RecurringTaskDeletePayload');
export const RecurringTaskRunPayload = payload('RecurringTaskRunPayload');
