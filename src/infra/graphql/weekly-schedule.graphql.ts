import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { Weekday } from '../../core/working-days.js';

/** Numbered as in ISO 8601. */
export const WeekdayEnum = {
  MONDAY: 1,
  TUESDAY: 2,
  WEDNESDAY: 3,
  THURSDAY: 4,
  FRIDAY: 5,
  SATURDAY: 6,
  SUNDAY: 7,
} as const satisfies Record<string, Weekday>;
registerEnumType(WeekdayEnum, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesMap: {
    MONDAY: { description: 'The first of a week.' },
    TUESDAY: { description: 'The second.' },
    WEDNESDAY: { description: 'The third.' },
    THURSDAY: { description: 'The fourth.' },
    FRIDAY: { description: 'The fifth.' },
    SATURDAY: { description: 'The sixth.' },
    SUNDAY: { description: 'The last.' },
  },
});

const ON = 'False: it is not sent.';
const WEEKDAY = 'The day on which it is sent.';
const HOUR =
  'The full hour, 0 to 23, by the clock of the calendar. One that a change of clocks leaves out is the next; of one that comes twice the first counts.';

@ObjectType({ description: 'When the digest of a week is sent.' })
export class WeeklySchedule {
  @Field({ description: ON })
  isOn!: boolean;

  @Field(() => WeekdayEnum, { description: WEEKDAY })
  weekday!: Weekday;

  @Field(() => Int, { description: HOUR })
  hour!: number;
}

@InputType({ description: 'When the digest of a week is sent.' })
export class WeeklyScheduleInput {
  @Field({ description: ON })
  isOn!: boolean;

  @Field(() => WeekdayEnum, { description: WEEKDAY })
  weekday!: Weekday;

  @Field(() => Int, { description: HOUR })
  hour!: number;
}
