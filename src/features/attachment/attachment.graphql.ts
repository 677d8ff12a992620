import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';

@ObjectType({
  description:
    'A file that belongs to a case. It is added with POST /attachments?postmortem=ID&name=NAME, the file as the body; at most 10 MiB each, 200 files and 200 MiB for a case.',
})
export class Attachment {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field({ description: 'What it is called, at most 200 characters.' })
  name!: string;

  @Field({ description: 'What its bytes say that it is: image/png, text/plain …' })
  mediaType!: string;

  @Field(() => Int, { description: 'How large it is.' })
  bytes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt!: Date;
}

export const AttachmentDeletePayload = payloadType(
  'AttachmentDeletePayload',
  'attachment',
  () => Attachment,
);
