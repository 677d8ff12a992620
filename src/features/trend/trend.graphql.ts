import { Field, Int, ObjectType } from '@nestjs/graphql';

import { DateTimeScalar } from '../../infra/graphql/scalars.js';

@ObjectType({ description: 'How many open actions are of one age, and how they stand.' })
export class AgeBand {
  @Field(() => Int, { description: 'Days since the proposal, from this many.' })
  fromDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'To this many, which are included; null for any age above.',
  })
  toDays!: number | null;

  @Field(() => Int, { description: 'Due today or later.' })
  inTime!: number;

  @Field(() => Int, { description: 'Due before today.' })
  overdue!: number;

  @Field(() => Int, { description: 'With no due day.' })
  withoutDate!: number;

  @Field(() => Int, { description: 'Paused, whatever the due day.' })
  paused!: number;
}

@ObjectType({
  description:
    'How long what is open has been waiting: the age of an action is the days since it was proposed, pauses included.',
})
export class ActionAgeing {
  @Field(() => Int, { description: 'Proposed, committed, in progress or paused now.' })
  count!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Half of them are no older, in whole days, by nearest rank; null for nothing.',
  })
  medianDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Nine in ten of them are no older, in whole days, by nearest rank; null for nothing.',
  })
  p90Days!: number | null;

  @Field(() => [AgeBand], {
    description: 'By age, youngest first: a week, 4, 8, 13 and 26 weeks, and more.',
  })
  bands!: AgeBand[];
}

@ObjectType({
  description: 'How many actions there were at the end of a week, by how far they had come.',
})
export class BurnUpPoint {
  @Field({ description: 'The week as ISO 8601 numbers it: 2026-W47.' })
  week!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the week was over; for the present week, now.',
  })
  at!: Date;

  @Field(() => Int, { description: 'Proposed until then and not given up.' })
  proposed!: number;

  @Field(() => Int, { description: 'Of those, done, whether verified or not.' })
  done!: number;

  @Field(() => Int, { description: 'Of those, verified, whether shown to work or not.' })
  verified!: number;

  @Field(() => Int, { description: 'Of those, shown to work.' })
  effective!: number;

  @Field(() => Int, { description: 'Given up until then, and not taken up again.' })
  rejected!: number;
}

@ObjectType({ description: 'How the actions of a team, or of all, have come on.' })
export class ActionTrends {
  @Field({
    description: 'The zone in which days and weeks begin: that of the calendar of the team.',
  })
  zone!: string;

  @Field(() => DateTimeScalar, { description: 'When this was counted.' })
  at!: Date;

  @Field({ description: 'How long what is open has been waiting.' })
  ageing!: ActionAgeing;

  @Field(() => [BurnUpPoint], { description: 'Week by week, the present one last.' })
  burnUp!: BurnUpPoint[];
}
