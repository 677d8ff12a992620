import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  PROPOSAL_ANSWERS,
  TRACKER_PROVIDERS,
  TRACKER_STATES,
  type ProposalAnswer,
  type TrackerProvider,
  type TrackerState,
} from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';

export const TrackerProviderEnum = enumOf(TRACKER_PROVIDERS);
registerEnumType(TrackerProviderEnum, {
  name: 'TrackerProvider',
  description: 'A program in which issues are followed.',
  valuesMap: {
    GITHUB: { description: 'GitHub, also GitHub Enterprise.' },
    GITLAB: { description: 'GitLab, wherever it is hosted.' },
    JIRA: { description: 'Jira Cloud or Data Center.' },
  },
});

const TrackerStateEnum = enumOf(TRACKER_STATES);
registerEnumType(TrackerStateEnum, {
  name: 'TrackerState',
  description: 'How an issue stands in its tracker.',
  valuesMap: {
    OPEN: { description: 'Open.' },
    CLOSED: { description: 'Closed or merged; in Jira, in a status of the category “Done”.' },
    UNKNOWN: { description: 'The tracker has not told, or the issue is gone.' },
  },
});

const ProposalAnswerEnum = enumOf(PROPOSAL_ANSWERS);
registerEnumType(ProposalAnswerEnum, {
  name: 'ProposalAnswer',
  description: 'What became of the proposal that an action item is done.',
  valuesMap: {
    ACCEPTED: { description: 'It was done.' },
    DECLINED: { description: 'It was not done yet; the note says why.' },
    WITHDRAWN: { description: 'The issue was opened again, or is gone.' },
  },
});

@ObjectType({
  description:
    'The question whether an action item is done, because its issue was closed in the tracker.',
})
export class TrackerProposal {
  @Field(() => DateTimeScalar, { description: 'Since when it is asked.' })
  proposedAt!: Date;

  @Field(() => ProposalAnswerEnum, {
    nullable: true,
    description: 'What became of it; null while nobody has answered.',
  })
  answer!: ProposalAnswer | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null while it is open.' })
  answeredAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was turned down; null where it was not.',
  })
  note!: string | null;
}

@ObjectType({
  description: 'An issue, or a pull or merge request, in which a tracker follows an action item.',
})
export class TrackerLink {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => TrackerProviderEnum, { description: 'In which kind of tracker it is.' })
  provider!: TrackerProvider;

  @Field({ description: 'Where the tracker is: `github.com`.' })
  host!: string;

  @Field({ description: 'What people call it: `org/repo#12`, `group/project!3`, `KEY-1`.' })
  label!: string;

  @Field({ description: 'Its address.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its title; null where the tracker has not told it.',
  })
  title!: string | null;

  @Field(() => TrackerStateEnum, { description: 'How it stands there.' })
  state!: TrackerState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is in this state; null where that is not known.',
  })
  stateAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As of when the tracker told of it; null while it has not.',
  })
  seenAt!: Date | null;
}

@InputType({ description: 'A new link.' })
export class TrackerLinkCreateInput {
  @Field({
    description:
      'Any address of an issue, or of a pull or merge request, in GitHub, GitLab or Jira; at most 2,048 characters.',
  })
  url!: string;
}

@InputType({ description: 'Why an action item is not done.' })
export class TrackerProposalDeclineInput {
  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  note?: string | null;
}

const payload = (typeName: string) => payloadType(typeName, 'trackerLink', () => TrackerLink);
export const TrackerLinkCreatePayload = payload('TrackerLinkCreatePayload');
export const TrackerLinkDeletePayload = payload('TrackerLinkDeletePayload');
export const TrackerProposalAcceptPayload = payload('TrackerProposalAcceptPayload');
export const TrackerProposalDeclinePayload = payload('TrackerProposalDeclinePayload');
