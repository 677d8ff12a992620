import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { LIMITS } from '../../core/limits.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';

@ObjectType({ description: 'A case as it was after one edit.' })
export class Revision {
  @Field(() => Int, { description: 'Counts from 1 without a gap.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When the edit was made.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why; null if nobody said.' })
  reason!: string | null;
}

export const RevisionConnection = connectionType('Revision', () => Revision);

@InputType({ description: 'Which revision of a case is brought back, and why.' })
export class PostmortemRevisionRestoreInput {
  @Field(() => Int, { description: 'Its number.' })
  revision!: number;

  @Field(() => String, {
    description: `Why, for the history, which names the revision itself; 1 to ${LIMITS.entry} characters.`,
  })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The newest revision that the caller has seen. If there is a newer one by now, the answer is a CONFLICT with the case as it is. Left out: restores in any case.',
  })
  expectedRevision?: number | null;
}

export const PostmortemRevisionRestorePayload = payloadType(
  'PostmortemRevisionRestorePayload',
  'postmortem',
  () => Postmortem,
);
