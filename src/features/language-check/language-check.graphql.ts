import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../infra/graphql/enums.js';
import { LANGUAGE_FAULTS, type LanguageFault } from './language-rules.file.js';

const LanguageFaultEnum = enumOf(LANGUAGE_FAULTS);
registerEnumType(LanguageFaultEnum, {
  name: 'LanguageFault',
  description: 'What is wrong with a way to put it.',
  valuesMap: {
    BLAME: { description: 'It judges people.' },
    HINDSIGHT: { description: 'It judges by what is known only now.' },
    VAGUE_AGENCY: { description: 'It hides what happened.' },
    NAMED_PERSON: { description: 'It names a person as the cause.' },
  },
});

@ObjectType({ description: 'A way to put it that keeps people from learning.' })
export class LanguageRule {
  @Field({ description: 'The same in every language: `human-error`.' })
  name!: string;

  @Field(() => LanguageFaultEnum, { description: 'What is wrong with it.' })
  fault!: LanguageFault;

  @Field(() => String, { description: 'What the words do, in the language of the caller.' })
  why!: string;

  @Field(() => String, { description: 'What to ask instead, in the language of the caller.' })
  ask!: string;
}

@ObjectType({ description: 'A place in a text that the language check points at.' })
export class LanguageFinding {
  @Field(() => Int, { description: 'Where it begins, in UTF-16 code units.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the first code unit after it.' })
  end!: number;

  @Field(() => LanguageRule, { description: 'What is wrong with it, and what to ask.' })
  rule!: LanguageRule;
}
