import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { TokenScope } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { UserError } from '../../infra/graphql/user-error.graphql.js';
import type { TokenKind } from './api-token.entity.js';

const TokenKindEnum = enumOf(['API', 'FEED'] satisfies TokenKind[]);
registerEnumType(TokenKindEnum, {
  name: 'TokenKind',
  description: 'What a token is good for.',
  valuesMap: {
    API: { description: 'GraphQL, within its scopes; begins with fpn_.' },
    FEED: { description: 'Feeds and calendars only, nothing restricted; begins with fpf_.' },
  },
});

/** The scopes in the spelling of an enum. */
const TokenScopeEnum = {
  READ: 'read',
  WRITE: 'write',
  ADMIN: 'admin',
  RESTRICTED: 'restricted',
} as const satisfies Record<string, TokenScope>;
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description: 'What a token allows, at most what its person may do. None implies another.',
  valuesMap: {
    READ: { description: 'Read; every token does.' },
    WRITE: { description: 'Write, as the role of the person allows.' },
    ADMIN: { description: 'What only administrators do.' },
    RESTRICTED: { description: 'The restricted cases that the person may read.' },
  },
});

@ObjectType({ description: 'By what a program acts for a person. The token itself is shown once.' })
export class ApiToken {
  @Field(() => ID, { description: 'Opaque id; no part of the token.' })
  id!: string;

  @Field({ description: 'How the token begins, to know it by.' })
  hint!: string;

  @Field(() => TokenKindEnum, { description: 'What it is good for.' })
  kind!: TokenKind;

  @Field({ description: 'What its owner calls it.' })
  name!: string;

  @Field(() => [TokenScopeEnum], { description: 'What it allows, at most what its person may do.' })
  scopes!: TokenScope[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'To within five minutes; null if it never was.',
  })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was ended before its time; null if it was not.',
  })
  revokedAt!: Date | null;
}

@InputType({ description: 'A token for whoever asks.' })
export class ApiTokenCreateInput {
  @Field({ description: 'What it is for; at most 200 characters.' })
  name!: string;

  @Field(() => [TokenScopeEnum], {
    description:
      'READ, and what else it is to allow: no more than the role of its person does, nor than the token that asks. A token for feeds has READ only.',
  })
  scopes!: TokenScope[];

  @Field(() => Int, {
    defaultValue: 90,
    description:
      'Days until it ends, 1 to 366. Asked for with a token, it ends with that one at the latest.',
  })
  days!: number;

  @Field(() => TokenKindEnum, { defaultValue: 'API', description: 'What it is good for.' })
  kind!: TokenKind;
}

@ObjectType({ description: 'The new token, or why there is none.' })
export class ApiTokenCreatePayload {
  @Field(() => ApiToken, { nullable: true, description: 'Null when the mutation was refused.' })
  apiToken?: ApiToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token itself, this once and never again; null when refused.',
  })
  token?: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
  userErrors?: UserError[];
}

export const ApiTokenRevokePayload = payloadType(
  'ApiTokenRevokePayload',
  'apiToken',
  () => ApiToken,
);
