import { Field, InputType, ObjectType } from '@nestjs/graphql';

import type { Practice, PracticeVerdict } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { PracticeEnum, PracticeVerdictEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({ description: 'Whether one of the sixteen practices held in a case.' })
export class PracticeAssessment {
  @Field(() => PracticeEnum, { description: 'Which practice.' })
  practice!: Practice;

  @Field(() => PracticeVerdictEnum, { description: 'Whether it held.' })
  verdict!: PracticeVerdict;

  @Field(() => String, { nullable: true, description: 'How that showed; null if nobody said.' })
  note!: string | null;
}

@InputType({ description: 'What a case says of a practice; replaces what it said before.' })
export class PracticeAssessInput {
  @Field(() => PracticeEnum, { description: 'Which practice.' })
  practice!: Practice;

  @Field(() => PracticeVerdictEnum, { description: 'Whether it held.' })
  verdict!: PracticeVerdict;

  @Field(() => String, { nullable: true, description: 'How that showed; 20,000 characters.' })
  note?: string | null;
}

const payload = (typeName: string) =>
  payloadType(typeName, 'practiceAssessment', () => PracticeAssessment);
export const PracticeAssessPayload = payload('PracticeAssessPayload');
export const PracticeClearPayload = payload('PracticeClearPayload');
