import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../infra/graphql/enums.js';
import { ADVICE_KINDS, type AdviceKind } from './case-advice.js';

const AdviceKindEnum = enumOf(ADVICE_KINDS);
registerEnumType(AdviceKindEnum, {
  name: 'AdviceKind',
  description: 'What the actions of a case lack. It is advice; nothing is refused for it.',
  valuesMap: {
    NO_URGENT_ACTION: { description: 'An incident that users felt has no action of P0 or P1.' },
    ONLY_INVESTIGATIONS: { description: 'All of them only find something out.' },
    NOTHING_LASTING: {
      description: 'None of them prevents, detects or softens the next one.',
    },
    WITHOUT_END: { description: 'These do not say where they end.' },
    WITHOUT_PROMISE: {
      description: 'The case is approved or published, and these lack an owner, a team or a day.',
    },
  },
});

@ObjectType({ description: 'Something that the actions of a case lack.' })
export class CaseAdvice {
  @Field(() => AdviceKindEnum, { description: 'What.' })
  kind!: AdviceKind;
}
