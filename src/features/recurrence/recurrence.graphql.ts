import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  PREVENTION_ANSWERS,
  type FactorCategory,
  type PreventionAnswer,
} from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { FactorCategoryEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';

export const PreventionAnswerEnum = enumOf(PREVENTION_ANSWERS);
registerEnumType(PreventionAnswerEnum, {
  name: 'PreventionAnswer',
  description: 'Whether an action would have prevented a case.',
  valuesMap: {
    YES: { description: 'It would not have happened.' },
    PARTLY: { description: 'It would have been milder, shorter or rarer.' },
    NO: { description: 'It would have happened all the same.' },
  },
});

@ObjectType({
  description: 'Whether an action that another case asked for would have prevented a case.',
})
export class RecurrenceAnswer {
  @Field(() => PreventionAnswerEnum, { description: 'As it was answered last.' })
  answer!: PreventionAnswer;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'An undone action of a case, asked about from another case.' })
export class KinAction {
  @Field(() => ActionItem, { description: 'The action.' })
  actionItem!: ActionItem;

  @Field(() => RecurrenceAnswer, {
    nullable: true,
    description: 'Whether it would have prevented that other case; null while nobody has said.',
  })
  answer!: RecurrenceAnswer | null;
}

@ObjectType({
  description: 'A case like another one, why, and what it asked for that is not done.',
})
export class KinCase {
  @Field(() => Postmortem, { description: 'The case.' })
  postmortem!: Postmortem;

  @Field(() => Boolean, {
    description: 'Somebody linked the two because the same factor was at work.',
  })
  isLinked!: boolean;

  @Field(() => [String], { description: 'Factors that both have, word for word.' })
  sharedFactors!: string[];

  @Field(() => [FactorCategoryEnum], {
    description:
      'Categories in which both have a factor; what is “other” or unknown does not count.',
  })
  sharedCategories!: FactorCategory[];

  @Field(() => [String], { description: 'Names of services that both struck.' })
  sharedServices!: string[];

  @Field(() => Boolean, { description: 'Their words are alike.' })
  isSimilar!: boolean;

  @Field(() => [String], { description: 'Words that both share, most telling first.' })
  sharedTerms!: readonly string[];

  @Field(() => [KinAction], {
    description:
      'Its actions that are open, late, paused or rejected; at most 5, those that are late first.',
  })
  actions!: KinAction[];

  @Field(() => Int, { description: 'How many of them there are.' })
  actionCount!: number;
}

@ObjectType({
  description: 'In how many cases that the caller may see an action would have helped.',
})
export class PreventionCount {
  @Field(() => Int, { description: 'It would have prevented them.' })
  yes!: number;

  @Field(() => Int, { description: 'It would have made them milder, shorter or rarer.' })
  partly!: number;

  @Field(() => Int, { description: 'It would have changed nothing.' })
  no!: number;
}

const payload = (typeName: string) =>
  payloadType(typeName, 'recurrenceAnswer', () => RecurrenceAnswer);
export const RecurrenceAnswerPayload = payload('RecurrenceAnswerPayload');
export const RecurrenceAnswerWithdrawPayload = payload('RecurrenceAnswerWithdrawPayload');
