import { Field, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';

@ObjectType({ description: 'How mail leaves fupan.' })
export class MailStatus {
  @Field({ description: 'Whether mail is sent at all: whether FUPAN_SMTP_URL is set.' })
  isOn!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The address that mail is from; null where mail is off.',
  })
  from!: string | null;
}

export const MailTestPayload = payloadType('MailTestPayload', 'mailStatus', () => MailStatus);
