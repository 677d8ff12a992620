import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { ErrorCode } from '../../core/errors.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { UserErrorCode } from '../../infra/graphql/user-error.graphql.js';

const AuditActorEnum = enumOf(['OPERATOR', 'PERSON', 'ANONYMOUS']);
registerEnumType(AuditActorEnum, {
  name: 'AuditActor',
  description: 'What kind of caller did it.',
  valuesMap: {
    OPERATOR: { description: 'Whoever runs the program, on its machine.' },
    PERSON: { description: 'Somebody who had signed in, or a program with their token.' },
    ANONYMOUS: { description: 'Nobody who was known, or somebody who chose to give no name.' },
  },
});

const AuditOutcomeEnum = enumOf(['DONE', 'REFUSED']);
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'What came of it.',
  valuesMap: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'It was refused and changed nothing.' },
  },
});

@ObjectType({ description: 'One more thing that is to be known of an act.' })
export class AuditDetail {
  @Field({ description: 'What it is: `fields`, the names of what was given; `role`; `method`.' })
  name!: string;

  @Field(() => [String], { description: 'Never what somebody wrote, and no secret.' })
  values!: string[];
}

@ObjectType({
  description:
    'An act that was done or refused. It says so with ids too, as it outlives what they name.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => AuditActorEnum, { description: 'What kind of caller.' })
  actor!: keyof typeof AuditActorEnum;

  @Field(() => ID, {
    nullable: true,
    description: 'Who, also where they have been removed since; null where it was no person.',
  })
  personId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The session it was done in; null where there was none.',
  })
  sessionId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The API token it was done with; null where there was none.',
  })
  tokenId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Network address it came from; null for the machine itself.',
  })
  address!: string | null;

  @Field({ description: 'Id of the request, as in the server’s own log; empty without a name.' })
  requestId!: string;

  @Field({ description: 'A mutation by its name, or `signIn`, `read`, `export`, `import` …' })
  act!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it was about, a type of this schema; null for nothing in particular.',
  })
  subjectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'Its id; null for nothing in particular.' })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What people call it: PM-12; null where it is called nothing.',
  })
  subjectKey!: string | null;

  @Field(() => AuditOutcomeEnum, { description: 'What came of it.' })
  outcome!: keyof typeof AuditOutcomeEnum;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: 'Why it was refused; null if it was done.',
  })
  code!: ErrorCode | null;
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);

const AuditEntryOrderFieldEnum = enumOf(['AT']);
registerEnumType(AuditEntryOrderFieldEnum, {
  name: 'AuditEntryOrderField',
  description: 'What a list of entries can be ordered by.',
  valuesMap: { AT: { description: 'When it was done.' } },
});

@InputType({ description: 'The order of a list of entries.' })
export class AuditEntryOrder {
  @Field(() => AuditEntryOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof AuditEntryOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'DESC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of entries keeps; all that is given must hold.' })
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'Done by this person.' })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'About this; of a case also what was done to its parts.',
  })
  subjectId?: string | null;

  @Field(() => [String], { nullable: true, description: 'One of these acts.' })
  act?: string[] | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'With this outcome.' })
  outcome?: keyof typeof AuditOutcomeEnum | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From then on.' })
  after?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Up to then, and not then itself.' })
  before?: Date | null;
}
