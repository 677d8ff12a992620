import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { Person } from '../people/person.graphql.js';
import type { SignInMethod } from './session.entity.js';

const SignInMethodEnum = enumOf(['PASSWORD', 'OPENID_CONNECT', 'LINK']);
registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'How somebody signed in.',
  valuesMap: {
    PASSWORD: { description: 'By their password.' },
    OPENID_CONNECT: { description: 'Through the provider of the organization.' },
    LINK: { description: 'By a link that was made for them.' },
  },
});

@ObjectType('Session', { description: 'A browser in which somebody has signed in.' })
export class Session extends NodeType {
  @Field(() => SignInMethodEnum, { description: 'How they signed in.' })
  method!: SignInMethod;

  @Field(() => DateTimeScalar, { description: 'When they signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, within some minutes.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, however much it is used.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Network address at sign-in; null where it is not known.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the browser calls itself; null if it does not say.',
  })
  userAgent!: string | null;
}

@InputType({ description: 'What somebody types to sign in.' })
export class SessionCreateInput {
  @Field({ description: 'E-mail address.' })
  email!: string;

  @Field({ description: 'Password.' })
  password!: string;
}

@InputType({ description: 'A new password for whoever asks.' })
export class PasswordChangeInput {
  @Field({ description: 'The present one.' })
  currentPassword!: string;

  @Field({ description: '12 to 256 characters, and none of those that everybody uses.' })
  newPassword!: string;
}

@ObjectType({ description: 'Sign-in through the provider of the organization.' })
export class OpenIdConnectMethod {
  @Field({ description: 'What to call it on a button.' })
  label!: string;

  @Field({ description: 'Where to send the browser.' })
  url!: string;
}

@ObjectType({ description: 'In which ways people can sign in here.' })
export class SignInMethods {
  @Field({ description: 'Whether there is sign-in by e-mail address and password.' })
  password!: boolean;

  @Field(() => OpenIdConnectMethod, {
    nullable: true,
    description: 'Sign-in through the provider of the organization; null if there is none.',
  })
  openIdConnect!: OpenIdConnectMethod | null;
}

export const SessionCreatePayload = payloadType('SessionCreatePayload', 'person', () => Person);
export const SessionEndPayload = payloadType('SessionEndPayload', 'session', () => Session);
export const SessionRevokePayload = payloadType('SessionRevokePayload', 'session', () => Session);
export const SessionRevokeOthersPayload = payloadType(
  'SessionRevokeOthersPayload',
  'person',
  () => Person,
);
export const PasswordChangePayload = payloadType('PasswordChangePayload', 'person', () => Person);
