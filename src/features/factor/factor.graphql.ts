import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import type { FactorCategory, FactorKind, Practice } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import {
  FactorCategoryEnum,
  FactorKindEnum,
  PracticeEnum,
} from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  description: 'Something that made an incident happen, likelier, longer or worse. Never a person.',
})
export class Factor {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => FactorKindEnum, { description: 'The part it played.' })
  kind!: FactorKind;

  @Field(() => FactorCategoryEnum, {
    nullable: true,
    description: 'What kind of fault; null while nobody has said.',
  })
  category!: FactorCategory | null;

  @Field(() => PracticeEnum, {
    nullable: true,
    description: 'The practice it touches; null for none.',
  })
  practice!: Practice | null;

  @Field({ description: 'What it was.' })
  text!: string;
}

@InputType({ description: 'A new factor.' })
export class FactorCreateInput {
  @Field(() => FactorKindEnum, { description: 'The part it played.' })
  kind!: FactorKind;

  @Field(() => FactorCategoryEnum, { nullable: true, description: 'What kind of fault.' })
  category?: FactorCategory | null;

  @Field(() => PracticeEnum, { nullable: true, description: 'The practice it touches.' })
  practice?: Practice | null;

  @Field({ description: 'At most 20,000 characters.' })
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The factor of which this answers "why?"; left out, it stands at the root.',
  })
  parentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among its siblings, from 0. Default: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'Changes to a factor. What is left out stays.' })
export class FactorUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => FactorKindEnum, { nullable: true, description: 'The part it played.' })
  kind?: FactorKind;

  @Field(() => FactorCategoryEnum, { nullable: true, description: 'Null takes it away.' })
  category?: FactorCategory | null;

  @Field(() => PracticeEnum, { nullable: true, description: 'Null takes it away.' })
  practice?: Practice | null;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  text?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Moves it, with all that is under it, beneath this factor; null to the root.',
  })
  parentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Place among its siblings, from 0.' })
  place?: number | null;
}

const payload = (typeName: string) => payloadType(typeName, 'factor', () => Factor);
export const FactorCreatePayload = payload('FactorCreatePayload');
export const FactorUpdatePayload = payload('FactorUpdatePayload');
export const FactorDeletePayload = payload('FactorDeletePayload');
