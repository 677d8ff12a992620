import { Field, ID, InputType, Int } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';
import { DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { Initiative } from './initiative.graphql.js';

/** What a new initiative and a changed one have in common. */
@InputType({ isAbstract: true })
abstract class InitiativeValues {
  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What will be better once it is done; at most 20,000 characters.',
  })
  goal?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that answers for it.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person who sees to it.' })
  ownerId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is to be reached.' })
  targetOn?: string | null;
}

@InputType({
  description: 'A new initiative. Everybody in the organization can read what it says.',
})
export class InitiativeCreateInput extends InitiativeValues {
  @Field({ description: 'What it is called; at most 500 characters.' })
  title!: string;
}

@InputType({
  description: 'Changes to an initiative. What is left out stays; null takes a value away.',
})
export class InitiativeUpdateInput extends InitiativeValues {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;
}

@InputType({ description: 'What beginning an initiative takes.' })
export class InitiativeStartInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who sees to it. May be left out where it has an owner already.',
  })
  ownerId?: string | null;
}

@InputType({ description: 'Why an initiative is dropped.' })
export class InitiativeDropInput {
  @Field({ description: 'Why; at most 20,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Why an initiative is taken up again.' })
export class InitiativeReopenInput {
  @Field({ description: 'Why; at most 20,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Action items for an initiative.' })
export class InitiativeAddActionsInput {
  @Field(() => [ID], {
    description: 'The action items, 1 to 100; those that it gathers already stay.',
  })
  actionItemIds!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Takes those of other initiatives out of there; otherwise the answer is ALREADY_EXISTS.',
  })
  move!: boolean;
}

const payload = (typeName: string) => payloadType(typeName, 'initiative', () => Initiative);
export const InitiativeCreatePayload = payload('InitiativeCreatePayload');
export const InitiativeUpdatePayload = payload('InitiativeUpdatePayload');
export const InitiativeStartPayload = payload('InitiativeStartPayload');
export const InitiativeCompletePayload = payload('InitiativeCompletePayload');
export const InitiativeDropPayload = payload('InitiativeDropPayload');
export const InitiativeReopenPayload = payload('InitiativeReopenPayload');
export const InitiativeDeletePayload = payload('InitiativeDeletePayload');
export const InitiativeAddActionsPayload = payload('InitiativeAddActionsPayload');
export const InitiativeRemoveActionPayload = payload('InitiativeRemoveActionPayload');
