import { Field, Int, ObjectType } from '@nestjs/graphql';

import type { ActionAct, ActionPriority, ActionStatus } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { DateTimeScalar, DayScalar } from '../../infra/graphql/scalars.js';
import {
  ActionActEnum,
  ActionPriorityEnum,
  ActionStatusEnum,
} from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  description: 'Something that happened to an action item, and how it stood after it.',
})
export class ActionItemEvent {
  @Field(() => Int, { description: 'Counts from 1 without a gap.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => ActionActEnum, { description: 'What happened.' })
  act!: ActionAct;

  @Field(() => ActionStatusEnum, { nullable: true, description: 'Where it stood; null at first.' })
  fromStatus!: ActionStatus | null;

  @Field(() => ActionStatusEnum, { description: 'Where it stood then.' })
  status!: ActionStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why, or what shows it: a reason, the evidence; null if nobody said.',
  })
  reason!: string | null;

  @Field({ description: 'What it said.' })
  title!: string;

  @Field(() => ActionPriorityEnum, { nullable: true, description: 'Null while nobody had said.' })
  priority!: ActionPriority | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it was due; null for no date.' })
  dueOn!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When the pause was to end; null where it was not paused.',
  })
  pausedUntil!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When to ask whether it came back; null for never.',
  })
  effectCheckOn!: string | null;
}

export const ActionItemEventConnection = connectionType('ActionItemEvent', () => ActionItemEvent);
