import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { MailStatus } from '../delivery/mail.graphql.js';
import { DIGEST_OF, type DigestOf } from './digest.service.js';

const DigestOfEnum = enumOf(DIGEST_OF);
registerEnumType(DigestOfEnum, {
  name: 'DigestSubject',
  description: 'Whose digest it is.',
  valuesMap: {
    TEAM: { description: 'Of a team.' },
    PERSON: { description: 'Of the caller.' },
    ORGANIZATION: { description: 'Of the whole organization.' },
  },
});

@ObjectType({ description: 'What the mail of a digest says, in the language of the caller.' })
export class DigestMailText {
  @Field({ description: 'One line.' })
  subject!: string;

  @Field({ description: 'The part for readers that show HTML: a whole page. Not safe in another.' })
  html!: string;

  @Field({ description: 'The part for readers that show none.' })
  text!: string;
}

@InputType({ description: 'The digest that is meant.' })
export class DigestTestInput {
  @Field(() => DigestOfEnum, { description: 'Whose it is.' })
  of!: DigestOf;

  @Field({ description: 'As ISO 8601 numbers it: 2026-W47.' })
  week!: string;

  @Field(() => String, { nullable: true, description: 'The key of the team, of a team.' })
  teamKey?: string | null;
}

export const DigestTestPayload = payloadType('DigestTestPayload', 'mailStatus', () => MailStatus);
