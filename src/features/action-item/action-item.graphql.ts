import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { DateTimeScalar, DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  ActionPriorityEnum,
  ActionStatusEnum,
  ActionTypeEnum,
} from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'Something to do so that an incident does not come back, or is met better.',
})
export class ActionItem extends NodeType {
  @Field({ description: 'What people call it: AI-99.' })
  key!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'Actionable, specific, bounded: verb first, outcome stated, end defined.' })
  title!: string;

  @Field(() => MarkdownScalar, { nullable: true, description: 'More about it; null for nothing.' })
  detail!: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description:
      'What will be true once it is done: where the title does not say where it ends, this does; null where nobody has said.',
  })
  doneWhen!: string | null;

  @Field(() => ActionTypeEnum, {
    nullable: true,
    description: 'What it is for; null while nobody has said.',
  })
  type!: ActionType | null;

  @Field(() => ActionPriorityEnum, {
    nullable: true,
    description: 'How soon; null while nobody has said.',
  })
  priority!: ActionPriority | null;

  @Field(() => ActionStatusEnum, { description: 'Where it stands.' })
  status!: ActionStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The owner in the words of an imported file; null where a person is known.',
  })
  ownerText!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is due; null for no date yet.' })
  dueOn!: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What shows that it is done; null while nothing does.',
  })
  evidence!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done; null before.' })
  completedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was checked; null before that.',
  })
  verifiedAt!: Date | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When to ask whether it came back; null for never.',
  })
  effectCheckOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the effect check found; null before that.',
  })
  effectNote!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is rejected or paused; null where it is neither.',
  })
  reason!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When the pause ends; null where it is not paused.',
  })
  pausedUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where another tracker follows it, as it was written; null for nowhere. The address of an issue is among the `trackerLinks` too.',
  })
  trackerUrl!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed or imported.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const ActionItemConnection = connectionType('ActionItem', () => ActionItem);

@ObjectType({ description: 'How much of what a case asks for is done.' })
export class ActionProgress {
  @Field(() => Int, { description: 'All action items of the case.' })
  count!: number;

  @Field(() => Int, { description: 'Those that are done, verified, effective or rejected.' })
  finished!: number;
}

const ActionItemOrderFieldEnum = enumOf([
  'DUE_ON',
  'URGENCY',
  'CLOCK',
  'WEIGHT',
  'CREATED_AT',
  'KEY',
  'PRIORITY',
  'UPDATED_AT',
  'POSITION',
]);
registerEnumType(ActionItemOrderFieldEnum, {
  name: 'ActionItemOrderField',
  description: 'What a list of action items can be ordered by; what is not known comes last.',
  valuesMap: {
    DUE_ON: { description: 'Due day.' },
    URGENCY: {
      description:
        'What is open first, then what is paused, then what is finished; each by its due day, so that what is overdue leads.',
    },
    CLOCK: {
      description:
        'Working days left until its target, what is most over it first when ascending; what has no target or is finished comes last. For lists of at most 5,000.',
    },
    WEIGHT: {
      description:
        '`ActionItem.weight`; what keeps coming up leads when descending. Costs more than the others.',
    },
    CREATED_AT: { description: 'Proposed or imported.' },
    KEY: { description: 'Number of the key.' },
    PRIORITY: { description: 'Priority, P0 first when ascending.' },
    UPDATED_AT: { description: 'Last change.' },
    POSITION: { description: 'Place in its case, as `Postmortem.actionItems` has it.' },
  },
});

@InputType({ description: 'The order of a list of action items.' })
export class ActionItemOrder {
  @Field(() => ActionItemOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof ActionItemOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of action items keeps; all that is given must hold.' })
export class ActionItemFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the key.' })
  query?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Proposed, committed or in progress; false keeps all others.',
  })
  open?: boolean | null;

  @Field(() => [ActionStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: ActionStatus[];

  @Field(() => [ActionPriorityEnum], { nullable: true, description: 'Of one of these.' })
  priority?: ActionPriority[];

  @Field(() => [ActionTypeEnum], { nullable: true, description: 'Of one of these.' })
  type?: ActionType[];

  @Field(() => ID, { nullable: true, description: 'Owned by this person.' })
  ownerId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this team.' })
  teamId?: string;

  @Field(() => [String], { nullable: true, description: 'Of one of these teams, by key.' })
  team?: string[];

  @Field(() => ID, { nullable: true, description: 'Of this case.' })
  postmortemId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Gathered by this initiative: its key, INI-2, or its id.',
  })
  initiative?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Due on this day or later.' })
  dueAfter?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Due earlier than this day.' })
  dueBefore?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Open after its due day, in UTC; false keeps all others.',
  })
  overdue?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Not finished, and `clock.breached`; false keeps all others. Compares at most 5,000 clocks.',
  })
  overTarget?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Closed in its tracker, and nobody has said whether it is done; false keeps all others.',
  })
  closedInTracker?: boolean;
}
