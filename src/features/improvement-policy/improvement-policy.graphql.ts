import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { APPROVAL_RULES, type ApprovalRule, type Severity } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { SeverityEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { TARGET_SUBJECTS, type TargetSubject } from '../../core/improvement-rules.js';

const TargetSubjectEnum = enumOf(TARGET_SUBJECTS);
registerEnumType(TargetSubjectEnum, {
  name: 'TargetSubject',
  description: 'What can have a target.',
  valuesMap: {
    P0: { description: 'Actions of priority P0, from their proposal until they are done.' },
    P1: { description: 'Actions of priority P1.' },
    P2: { description: 'Actions of priority P2.' },
    P3: { description: 'Actions of priority P3.' },
    WRITING: {
      description: 'A case, from when its incident is resolved until it is submitted for review.',
    },
    REVIEWING: { description: 'A case, from when it is submitted until it is approved.' },
  },
});

export const ApprovalRuleEnum = enumOf(APPROVAL_RULES);
registerEnumType(ApprovalRuleEnum, {
  name: 'ApprovalRule',
  description: 'Who has to agree before a case is approved.',
  valuesMap: {
    ONE_REVIEWER: {
      description:
        'A reviewer or the facilitator of the case; where none is named, anybody but its authors. Administrators may as well.',
    },
    EVERY_AFFECTED_TEAM: {
      description:
        'Every team that owns an affected service or an action of the case. Where there is no such team: as ONE_REVIEWER.',
    },
  },
});

@ObjectType({ description: 'How much time there is for something.' })
export class Target {
  @Field(() => TargetSubjectEnum, { description: 'For what.' })
  subject!: TargetSubject;

  @Field(() => SeverityEnum, {
    nullable: true,
    description:
      'Of the gravest incident of the case; null: of any severity that has no target of its own.',
  })
  severity!: Severity | null;

  @Field(() => Int, { description: 'Working days, 1 to 365.' })
  days!: number;
}

@InputType({ description: 'How much time there is for something.' })
export class TargetInput {
  @Field(() => TargetSubjectEnum, { description: 'For what.' })
  subject!: TargetSubject;

  @Field(() => SeverityEnum, {
    nullable: true,
    description: 'Of the gravest incident of the case. Left out: of any other.',
  })
  severity?: Severity | null;

  @Field(() => Int, { description: 'Working days, 1 to 365.' })
  days!: number;
}

@ObjectType({ description: 'When people are reminded by mail, at most once a day each.' })
export class ReminderRules {
  @Field(() => Int, {
    description: 'Working days before a due day, or before the end of a pause, 1 to 30.',
  })
  before!: number;

  @Field(() => Int, {
    description: 'Days, 1 to 30, from one reminder to the next while nobody answers.',
  })
  every!: number;

  @Field(() => Int, {
    description:
      'Working days, 1 to 60, without an answer after which the leads of the team hear of it.',
  })
  escalateAfter!: number;

  @Field(() => Int, {
    description:
      'Working days, 1 to 60, after which leads hear of what is done and not verified, or proposed and not decided.',
  })
  verifyAfter!: number;
}

@InputType({ description: 'When people are reminded by mail.' })
export class ReminderRulesInput {
  @Field(() => Int, {
    description: 'Working days before a due day, or before the end of a pause, 1 to 30.',
  })
  before!: number;

  @Field(() => Int, {
    description: 'Days, 1 to 30, from one reminder to the next while nobody answers.',
  })
  every!: number;

  @Field(() => Int, {
    description:
      'Working days, 1 to 60, without an answer after which the leads of the team hear of it.',
  })
  escalateAfter!: number;

  @Field(() => Int, {
    description:
      'Working days, 1 to 60, after which leads hear of what is done and not verified, or proposed and not decided.',
  })
  verifyAfter!: number;
}

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

  @Field(() => [Target], { description: 'What is not among them has no target.' })
  targets!: Target[];

  @Field({ description: 'When people are reminded of their actions.' })
  reminders!: ReminderRules;

  @Field(() => Int, {
    description:
      'From how many minutes on, 5 to 1,440, two entries of a timeline are pointed at for what is not told between.',
  })
  timelineGapMinutes!: number;

  @Field(() => ApprovalRuleEnum, {
    description: 'Who has to agree before a case is approved.',
  })
  approval!: ApprovalRule;
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

  @Field(() => Int, { nullable: true, description: '5 to 1,440.' })
  timelineGapMinutes?: number;

  @Field(() => ApprovalRuleEnum, { nullable: true, description: 'See `ImprovementPolicy`.' })
  approval?: ApprovalRule;

  @Field(() => [TargetInput], {
    nullable: true,
    description: 'All of them, each subject and severity once; replaces the whole list.',
  })
  targets?: TargetInput[];

  @Field(() => ReminderRulesInput, {
    nullable: true,
    description: 'When people are reminded; replaces all of it.',
  })
  reminders?: ReminderRulesInput;
}

export const ImprovementPolicyUpdatePayload = payloadType(
  'ImprovementPolicyUpdatePayload',
  'improvementPolicy',
  () => ImprovementPolicy,
);
