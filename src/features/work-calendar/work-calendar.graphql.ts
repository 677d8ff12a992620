import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import type { Weekday } from '../../core/working-days.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, DayScalar } from '../../infra/graphql/scalars.js';
import { WeekdayEnum } from '../../infra/graphql/weekly-schedule.graphql.js';

@ObjectType({ description: 'Days on which the week does not go its usual way.' })
export class SpecialDays {
  @Field(() => DayScalar, { description: 'The first of them.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last of them; the same for a single day.' })
  to!: string;

  @Field({ description: 'As people call them: Spring Festival.' })
  name!: string;

  @Field({
    description:
      'True for days that are worked although they are off in other weeks; else holidays.',
  })
  isWorked!: boolean;
}

@ObjectType({
  implements: () => NodeType,
  description: 'Which days are worked, for deadlines that are counted in working days.',
})
export class WorkCalendar extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As people call it: Taipei office.' })
  name!: string;

  @Field({ description: 'IANA time zone or offset in which its days begin and end.' })
  zone!: string;

  @Field(() => [WeekdayEnum], { description: 'Worked in a usual week, Monday first.' })
  weekdays!: Weekday[];

  @Field(() => [SpecialDays], {
    description:
      'Holidays, and days that are worked in their place; the earliest first. A day that both name is worked.',
  })
  specialDays!: SpecialDays[];

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;
}

@InputType({ description: 'Days on which the week does not go its usual way.' })
export class SpecialDaysInput {
  @Field(() => DayScalar, { description: 'The first of them.' })
  from!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last of them, at most a year later. Left out: it is a single day.',
  })
  to?: string | null;

  @Field({ description: 'At most 200 characters.' })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True: worked. False: holidays.' })
  isWorked!: boolean;
}

@InputType({ description: 'A new calendar.' })
export class WorkCalendarCreateInput {
  @Field({ description: 'At most 200 characters; no other calendar may have it.' })
  name!: string;

  @Field({ description: 'IANA time zone such as Asia/Taipei, or an offset such as +08:00.' })
  zone!: string;

  @Field(() => [WeekdayEnum], {
    nullable: true,
    description: 'At least one. Left out: Monday to Friday.',
  })
  weekdays?: Weekday[];

  @Field(() => [SpecialDaysInput], { nullable: true, description: 'At most 500.' })
  specialDays?: SpecialDaysInput[];
}

@InputType({
  description: 'Changes to a calendar. What is left out stays; a list replaces the whole list.',
})
export class WorkCalendarUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'IANA time zone or offset.' })
  zone?: string;

  @Field(() => [WeekdayEnum], { nullable: true, description: 'At least one.' })
  weekdays?: Weekday[];

  @Field(() => [SpecialDaysInput], { nullable: true, description: 'At most 500.' })
  specialDays?: SpecialDaysInput[];
}

const payload = (typeName: string) => payloadType(typeName, 'workCalendar', () => WorkCalendar);
export const WorkCalendarCreatePayload = payload('WorkCalendarCreatePayload');
export const WorkCalendarUpdatePayload = payload('WorkCalendarUpdatePayload');
export const WorkCalendarDeletePayload = payload('WorkCalendarDeletePayload');
