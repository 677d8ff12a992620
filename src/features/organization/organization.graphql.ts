import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import {
  WeeklySchedule,
  WeeklyScheduleInput,
} from '../../infra/graphql/weekly-schedule.graphql.js';

@ObjectType({
  description: 'When those who lead hear of the whole organization, and who they are.',
})
export class LeadersDigest extends WeeklySchedule {}

@InputType({ description: 'When those who lead hear of the whole organization.' })
export class LeadersDigestInput extends WeeklyScheduleInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'To whom it is sent; at most 200. Null: to all administrators.',
  })
  personIds?: string[] | null;
}

@ObjectType({ description: 'Whose library it is.' })
export class Organization {
  @Field(() => String, { nullable: true, description: 'Null while nobody has said.' })
  name!: string | null;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'Changes to what is known of the organization. What is left out stays.' })
export class OrganizationUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 200 characters. Null takes it away.',
  })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The working days of teams that have chosen none. Null: Monday to Friday, in UTC.',
  })
  calendarId?: string | null;

  @Field(() => WeeklyScheduleInput, {
    nullable: true,
    description: 'When the digests of teams are sent that say nothing else. Null: Monday at nine.',
  })
  digestSchedule?: WeeklyScheduleInput | null;

  @Field(() => LeadersDigestInput, {
    nullable: true,
    description:
      'When and to whom the digest of the organization is sent. Null: Monday at nine, to all administrators.',
  })
  leadersDigest?: LeadersDigestInput | null;
}

export const OrganizationUpdatePayload = payloadType(
  'OrganizationUpdatePayload',
  'organization',
  () => Organization,
);
