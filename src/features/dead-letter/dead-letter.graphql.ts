import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

import { connectionType } from '../../infra/graphql/connection.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';

@ObjectType({ description: 'Something promised that was tried so often that it was given up.' })
export class DeadLetter {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field({ description: 'What should have been done: search, delivery.' })
  topic!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it was promised.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was given up.' })
  failedAt!: Date;
}

export const DeadLetterConnection = connectionType('DeadLetter', () => DeadLetter);

const payload = (typeName: string) => payloadType(typeName, 'deadLetter', () => DeadLetter);
export const DeadLetterRetryPayload = payload('DeadLetterRetryPayload');
export const DeadLetterDiscardPayload = payload('DeadLetterDiscardPayload');
