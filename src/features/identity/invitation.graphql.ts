import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { Person } from '../people/person.graphql.js';

@ObjectType({ description: 'A link by which somebody chooses their password, once.' })
export class Invitation {
  @Field({ description: 'The link. It is shown in this answer only; hand it over by a safe way.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  expiresAt!: Date;

  @Field(() => Person, { nullable: true, description: 'Whom it is for; null once they are gone.' })
  person!: Person | null;
}

@InputType({ description: 'Who is to be let in.' })
export class InvitationCreateInput {
  @Field(() => ID, { description: 'Somebody with an e-mail address.' })
  personId!: string;
}

export const InvitationCreatePayload = payloadType(
  'InvitationCreatePayload',
  'invitation',
  () => Invitation,
);
