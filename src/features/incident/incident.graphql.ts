import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type {
  IncidentKind,
  IncidentStatus,
  MeasurementName,
  Milestone,
  ResponderRole,
  Severity,
} from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  IncidentKindEnum,
  IncidentStatusEnum,
  MeasurementNameEnum,
  MilestoneEnum,
  ResponderRoleEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'Something that broke, almost broke, or was broken as an exercise.',
})
export class Incident extends NodeType {
  @Field({ description: 'What people call it: INC-7.' })
  key!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What happened, in one line.' })
  title!: string;

  @Field(() => MarkdownScalar, { description: 'A few sentences; empty while nobody wrote them.' })
  summary!: string;

  @Field(() => IncidentKindEnum, { description: 'Whether it really happened.' })
  kind!: IncidentKind;

  @Field(() => SeverityEnum, { nullable: true, description: 'How bad it was; null if not known.' })
  severity!: Severity | null;

  @Field(() => IncidentStatusEnum, { description: 'How far the response has come.' })
  status!: IncidentStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Onset of impact; null if not known.',
  })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody or something noticed; null if not known.',
  })
  detectedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody took it on; null if not known.',
  })
  acknowledgedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the cause was known; null if not known, or not yet.',
  })
  identifiedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the impact had ended for most users; null if not known, or not yet.',
  })
  mitigatedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the fault was gone; null if not known, or not yet.',
  })
  resolvedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the data was checked; null if not known, or not yet.',
  })
  verifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was reported here, or imported.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A span between two milestones of an incident.' })
export class Measurement {
  @Field(() => MeasurementNameEnum, { description: 'Which span.' })
  name!: MeasurementName;

  @Field(() => MilestoneEnum, { description: 'The milestone it begins with.' })
  fromMilestone!: Milestone;

  @Field(() => MilestoneEnum, { description: 'The milestone it ends with.' })
  toMilestone!: Milestone;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ended.' })
  to!: Date;

  @Field(() => Float, { description: 'How long it was; never negative.' })
  seconds!: number;
}

@ObjectType({ description: 'How an incident struck one service.' })
export class AffectedService {
  @Field(() => String, {
    nullable: true,
    description: 'What the users of this service felt; null if nobody said.',
  })
  impact!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it worked again; null if not known, or not yet.',
  })
  recoveredAt!: Date | null;
}

@ObjectType({ description: 'Somebody who took part in the response.' })
export class Responder {
  @Field(() => ResponderRoleEnum, { description: 'What they did in it.' })
  role!: ResponderRole;
}

@ObjectType({ description: 'Where an incident is known in another system.' })
export class IncidentReference {
  @Field({ description: 'The system: pagerduty, jira.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its id there; null if only a link is known.',
  })
  externalId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its page there; null if not known.' })
  url!: string | null;
}

export const IncidentConnection = connectionType('Incident', () => Incident);

export const IncidentOrderFieldEnum = enumOf(['STARTED_AT', 'CREATED_AT', 'KEY', 'SEVERITY']);
registerEnumType(IncidentOrderFieldEnum, {
  name: 'IncidentOrderField',
  description: 'What a list of incidents can be ordered by.',
  valuesMap: {
    STARTED_AT: { description: 'Onset of impact; those of unknown onset come last either way.' },
    CREATED_AT: { description: 'Reported or imported.' },
    KEY: { description: 'Number of the key.' },
    SEVERITY: {
      description: 'Ascending begins with SEV1, the worst; unknown comes last either way.',
    },
  },
});

const payload = (typeName: string) => payloadType(typeName, 'incident', () => Incident);
export const IncidentCreatePayload = payload('IncidentCreatePayload');
export const IncidentUpdatePayload = payload('IncidentUpdatePayload');
export const IncidentDeletePayload = payload('IncidentDeletePayload');
export const IncidentServiceSetPayload = payload('IncidentServiceSetPayload');
export const IncidentServiceRemovePayload = payload('IncidentServiceRemovePayload');
export const NearMissReportPayload = payload('NearMissReportPayload');
