import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { LIMITS } from '../../core/limits.js';
import {
  SIGN_OFF_VERDICTS,
  type ApprovalRule,
  type SignOffVerdict,
} from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { ApprovalRuleEnum } from '../improvement-policy/improvement-policy.graphql.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { CASE_PARTS } from './changed-parts.js';

const SignOffVerdictEnum = enumOf(SIGN_OFF_VERDICTS);
registerEnumType(SignOffVerdictEnum, {
  name: 'SignOffVerdict',
  description: 'What a team says of a case that concerns it.',
  valuesMap: {
    AGREED: { description: 'It is right, and what is asked of the team will be done.' },
    AGREED_WITH_RESERVATIONS: { description: 'The same, but for what is said with it.' },
    REFUSED: { description: 'Not so; what is said with it has to be settled first.' },
  },
});

export const CasePartEnum = enumOf(CASE_PARTS);
registerEnumType(CasePartEnum, {
  name: 'CasePart',
  description: 'A part of a case that people agree with.',
  valuesMap: {
    SUMMARY: { description: 'Its title and summary.' },
    INCIDENTS: { description: 'Its incidents, their times and what they struck.' },
    SECTIONS: { description: 'Its sections.' },
    TIMELINE: { description: 'Its timeline.' },
    FACTORS: { description: 'Its contributing factors.' },
    FINDINGS: { description: 'What went well, wrong or luckily, or surprised.' },
    PRACTICES: { description: 'Which practices held.' },
    ACTIONS: { description: 'What is to be done; not how far it is.' },
  },
});

@ObjectType({ description: 'What a team said of a case.' })
export class SignOff {
  @Field(() => SignOffVerdictEnum, { description: 'Whether it agrees.' })
  verdict!: SignOffVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'What it does not agree with; null where it simply agrees.',
  })
  reservations!: string | null;

  @Field(() => Int, { description: 'The newest revision of the case at that moment.' })
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  description: 'A team that owns a service the case is about, or one of its actions.',
})
export class TeamApproval {
  @Field(() => SignOff, {
    nullable: true,
    description:
      'What it said since the case was last submitted; null while it has not said anything.',
  })
  signOff!: SignOff | null;
}

@ObjectType({ description: 'Who has to agree with a case, and who has.' })
export class CaseApproval {
  @Field(() => ApprovalRuleEnum, {
    description: 'What holds for this case: without a team that it concerns, one reviewer.',
  })
  rule!: ApprovalRule;

  @Field(() => [TeamApproval], {
    description: 'The teams that it concerns, by their keys; at most 50.',
  })
  teams!: TeamApproval[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that was approved; null if it is not approved, or was in a file that does not say.',
  })
  revision!: number | null;
}

@InputType({ description: 'What a team says of a case.' })
export class SignOffInput {
  @Field(() => ID, { description: 'The team; one that the case concerns.' })
  teamId!: string;

  @Field(() => SignOffVerdictEnum, { description: 'Whether it agrees.' })
  verdict!: SignOffVerdict;

  @Field(() => String, {
    nullable: true,
    description: `What it does not agree with, 1 to ${LIMITS.entry} characters; needed unless it simply agrees.`,
  })
  reservations?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who of the team spoke, as in a meeting; only the facilitator of the case and administrators write this down for others. Left out: the caller.',
  })
  personId?: string | null;
}

const payload = (name: string) => payloadType(name, 'postmortem', () => Postmortem);
export const ReviewSignOffPayload = payload('ReviewSignOffPayload');
export const ReviewSignOffWithdrawPayload = payload('ReviewSignOffWithdrawPayload');
