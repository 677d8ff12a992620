import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { TeamRole } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { TeamRoleEnum } from '../../infra/graphql/vocabulary.graphql.js';
import {
  WeeklySchedule,
  WeeklyScheduleInput,
} from '../../infra/graphql/weekly-schedule.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'People who own services and action items together.',
})
export class Team extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'Short and stable, for files and queries: payments.' })
  key!: string;

  @Field({ description: 'As people call it.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it became known to fupan.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was set aside; null while it exists.',
  })
  archivedAt!: Date | null;

  @Field(() => WeeklySchedule, {
    nullable: true,
    description: 'When its digest is sent; null: when the organization says.',
  })
  digestSchedule!: WeeklySchedule | null;
}

@ObjectType({ description: 'Somebody in a team.' })
export class TeamMembership {
  @Field(() => TeamRoleEnum, { description: 'Their part in it.' })
  role!: TeamRole;
}

export const TeamConnection = connectionType('Team', () => Team);

const TeamOrderFieldEnum = enumOf(['NAME', 'KEY', 'CREATED_AT']);
registerEnumType(TeamOrderFieldEnum, {
  name: 'TeamOrderField',
  description: 'What a list of teams can be ordered by.',
  valuesMap: {
    NAME: { description: 'Name, by code point.' },
    KEY: { description: 'Key, by code point.' },
    CREATED_AT: { description: 'Became known to fupan.' },
  },
});

@InputType({ description: 'The order of a list of teams.' })
export class TeamOrder {
  @Field(() => TeamOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof TeamOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of teams keeps; all that is given must hold.' })
export class TeamFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or the key.' })
  query?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those set aside. False: the others. Left out: both.',
  })
  archived?: boolean | null;
}

@InputType({ description: 'A new team.' })
export class TeamCreateInput {
  @Field({ description: 'Lower-case letters, digits and hyphens; no other team may have it.' })
  key!: string;

  @Field({ description: 'At most 200 characters.' })
  name!: string;
}

@InputType({ description: 'Changes to a team. What is left out stays.' })
export class TeamUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Files and queries know it by this.' })
  key?: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Which days it works. Null: those of the organization.',
  })
  calendarId?: string | null;

  @Field(() => WeeklyScheduleInput, {
    nullable: true,
    description: 'When its digest is sent. Null: when the organization says.',
  })
  digestSchedule?: WeeklyScheduleInput | null;
}

@InputType({ description: 'Somebody and their part in a team.' })
export class TeamMemberInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => TeamRoleEnum, { description: 'Their part in it.' })
  role!: TeamRole;
}

const payload = (typeName: string) => payloadType(typeName, 'team', () => Team);
export const TeamCreatePayload = payload('TeamCreatePayload');
export const TeamUpdatePayload = payload('TeamUpdatePayload');
export const TeamArchivePayload = payload('TeamArchivePayload');
export const TeamRestorePayload = payload('TeamRestorePayload');
export const TeamDeletePayload = payload('TeamDeletePayload');
export const TeamMemberSetPayload = payload('TeamMemberSetPayload');
export const TeamMemberRemovePayload = payload('TeamMemberRemovePayload');
