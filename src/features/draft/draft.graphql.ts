import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';

@ObjectType({
  description:
    'What somebody has typed into a part of a case and not saved. Nobody but its writer ever sees it.',
})
export class Draft {
  @Field({
    description: 'Which part of the case, in the words of the editor: `summary`, `timeline/new`.',
  })
  part!: string;

  @Field({ description: 'What was typed.' })
  text!: string;

  @Field({ description: 'The text that the writing began from; empty where there was none.' })
  base!: string;

  @Field(() => Int, { description: 'The version of what was changed when the writing began.' })
  baseVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last kept.' })
  updatedAt!: Date;
}

@InputType({ description: 'What was typed so far.' })
export class DraftSaveInput {
  @Field({
    description: 'Which part of the case, in the words of the editor; at most 300 characters.',
  })
  part!: string;

  @Field({ description: 'At most 1,000,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The text that the writing began from; left out, it stays what it was. At most 1,000,000 characters.',
  })
  base?: string | null;

  @Field(() => Int, { description: 'The version of what is changed, as it was read.' })
  baseVersion!: number;
}

export const DraftSavePayload = payloadType('DraftSavePayload', 'draft', () => Draft);
export const DraftDiscardPayload = payloadType(
  'DraftDiscardPayload',
  'postmortem',
  () => Postmortem,
);
export const DRAFT_CASE = { type: () => ID, description: 'The case.' };
