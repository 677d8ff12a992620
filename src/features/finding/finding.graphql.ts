import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import type { FindingKind } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { FindingKindEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({ description: 'Something that was learnt.' })
export class Finding {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => FindingKindEnum, { description: 'Went well, went wrong, luck or surprise.' })
  kind!: FindingKind;

  @Field({ description: 'What was learnt.' })
  text!: string;
}

@InputType({ description: 'A new finding.' })
export class FindingCreateInput {
  @Field(() => FindingKindEnum, { description: 'Went well, went wrong, luck or surprise.' })
  kind!: FindingKind;

  @Field({ description: 'At most 20,000 characters.' })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the findings, from 0. Default: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'Changes to a finding. What is left out stays.' })
export class FindingUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => FindingKindEnum, { nullable: true, description: 'Which of the four.' })
  kind?: FindingKind;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  text?: string;

  @Field(() => Int, { nullable: true, description: 'Place among the findings, from 0.' })
  place?: number | null;
}

const payload = (typeName: string) => payloadType(typeName, 'finding', () => Finding);
export const FindingCreatePayload = payload('FindingCreatePayload');
export const FindingUpdatePayload = payload('FindingUpdatePayload');
export const FindingDeletePayload = payload('FindingDeletePayload');
