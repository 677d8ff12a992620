import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { Language, Role } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { LanguageEnum, RoleEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'Somebody who writes, responds, owns or reviews. Never a culprit.',
})
export class Person extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As they want to be called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Null for somebody known by name only.' })
  email!: string | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'The language they want to be addressed in; null if they have not said.',
  })
  locale!: Language | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IANA time zone they read times in; null for that of their browser.',
  })
  zone!: string | null;

  @Field(() => RoleEnum, { description: 'What they may do once they sign in.' })
  role!: Role;

  @Field(() => DateTimeScalar, { description: 'When they became known to fupan.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left; null while here.' })
  archivedAt!: Date | null;
}

export const PersonConnection = connectionType('Person', () => Person);

const PersonOrderFieldEnum = enumOf(['NAME', 'CREATED_AT']);
registerEnumType(PersonOrderFieldEnum, {
  name: 'PersonOrderField',
  description: 'What a list of people can be ordered by.',
  valuesMap: {
    NAME: { description: 'Name, by code point.' },
    CREATED_AT: { description: 'Became known to fupan.' },
  },
});

@InputType({ description: 'The order of a list of people.' })
export class PersonOrder {
  @Field(() => PersonOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof PersonOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of people keeps; all that is given must hold.' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or the e-mail address.' })
  query?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those who left. False: those who are here. Left out: both.',
  })
  archived?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Members of this team.' })
  teamId?: string | null;
}

@InputType({ description: 'Somebody new.' })
export class PersonCreateInput {
  @Field({ description: 'At most 200 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Nobody else may have it; only administrators add people with one. Left out: known by name only.',
  })
  email?: string | null;

  @Field(() => LanguageEnum, { nullable: true, description: 'Left out: not said.' })
  locale?: Language | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Default: MEMBER; only administrators give another one.',
  })
  role?: Role;
}

@InputType({
  description:
    'Changes to a person. What is left out stays. Everybody may change their own name, language and time zone.',
})
export class PersonUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Null takes it away. For administrators.',
  })
  email?: string | null;

  @Field(() => LanguageEnum, { nullable: true, description: 'Null takes it away.' })
  locale?: Language | null;

  @Field(() => String, {
    nullable: true,
    description: 'An IANA time zone, such as Asia/Taipei. Null takes it away.',
  })
  zone?: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'For administrators; one who can sign in must remain.',
  })
  role?: Role;
}

const payload = (typeName: string) => payloadType(typeName, 'person', () => Person);
export const PersonCreatePayload = payload('PersonCreatePayload');
export const PersonUpdatePayload = payload('PersonUpdatePayload');
export const PersonArchivePayload = payload('PersonArchivePayload');
export const PersonRestorePayload = payload('PersonRestorePayload');
export const PersonDeletePayload = payload('PersonDeletePayload');
