import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';

@ObjectType({ description: 'What the organization asks of its improvements.' })
export class ImprovementPolicy {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({
    description:
      'Committing asks for a bounded wording: the title or `doneWhen` says where the action ends.',
  })
  boundedWording!: boolean;

  @Field({ description: 'Completing asks for evidence.' })
  evidence!: boolean;

  @Field({ description: 'Whoever verifies an action is not its owner.' })
  otherVerifier!: boolean;

  @Field({ description: 'Whoever agrees to a pause is not its owner.' })
  otherApprover!: boolean;

  @Field(() => Int, {
    description: 'Weeks, 1 to 52, from the verification to the question whether it came back.',
  })
  effectCheckWeeks!: number;
}

@InputType({ description: 'Changes to the rules of improvements. What is left out stays.' })
export class ImprovementPolicyUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'See `ImprovementPolicy`.' })
  boundedWording?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `ImprovementPolicy`.' })
  evidence?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `ImprovementPolicy`.' })
  otherVerifier?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'See `ImprovementPolicy`.' })
  otherApprover?: boolean;

  @Field(() => Int, { nullable: true, description: '1 to 52.' })
  effectCheckWeeks?: number;
}

export const ImprovementPolicyUpdatePayload = payloadType(
  'ImprovementPolicyUpdatePayload',
  'improvementPolicy',
  () => ImprovementPolicy,
);
