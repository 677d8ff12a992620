import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../infra/graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../../infra/graphql/scalars.js';
import { CLOCK_STATES, type ClockState } from './clock.js';

const ClockStateEnum = enumOf(CLOCK_STATES);
registerEnumType(ClockStateEnum, {
  name: 'ClockState',
  description: 'Whether time is being used.',
  valuesMap: {
    RUNNING: { description: 'It is.' },
    PAUSED: { description: 'It stands still until the end of the pause.' },
    ENDED: { description: 'What was to be done is done.' },
    STOPPED: { description: 'Given up.' },
  },
});

@ObjectType({
  description:
    'How much of its time something has used, in working days. A day counts if the clock ran when it began.',
})
export class Clock {
  @Field(() => ClockStateEnum, { description: 'Whether time is being used.' })
  state!: ClockState;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days it may use by the rules of the organization; null for no target, and for what was over before fupan knew of it.',
  })
  targetDays!: number | null;

  @Field(() => Int, { description: 'How many it has used; those of pauses are left out.' })
  usedDays!: number;

  @Field(() => Int, { description: 'How many it was paused.' })
  pausedDays!: number;

  @Field({ description: 'It has used more than it may.' })
  breached!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The last day within the target, if nothing stops the clock any more; null without a target, in a pause without an end, and where it ended before.',
  })
  targetOn!: string | null;
}

@ObjectType({ description: 'How often something was put off. Its target stays where it was.' })
export class Extensions {
  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'Why the last time; null if nobody said.' })
  lastReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was last put off.' })
  lastOn!: Date;
}

@ObjectType({ description: 'The time of a case.' })
export class CaseClocks {
  @Field(() => Clock, {
    nullable: true,
    description:
      'From when the last of its incidents was resolved, or else it was begun, until it is submitted; for a case from a file from when it came. Null where it was written before fupan knew of it.',
  })
  writing!: Clock | null;

  @Field(() => Clock, {
    nullable: true,
    description:
      'From when it is submitted until it is approved; null before, where it is a draft again, and where it was reviewed before fupan knew of it.',
  })
  reviewing!: Clock | null;
}
