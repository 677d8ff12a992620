import { Field, ID, InputType, Int } from '@nestjs/graphql';

import type {
  IncidentKind,
  IncidentStatus,
  ResponderRole,
  Severity,
} from '../../core/vocabulary.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { DateTimeScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import {
  IncidentKindEnum,
  IncidentStatusEnum,
  ResponderRoleEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { IncidentOrderFieldEnum } from './incident.graphql.js';

@InputType({ description: 'The order of a list of incidents.' })
export class IncidentOrder {
  @Field(() => IncidentOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof IncidentOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'DESC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({
  description:
    'What a list of incidents keeps; all that is given must hold. An empty list keeps all.',
})
export class IncidentFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the key.' })
  query?: string | null;

  @Field(() => [IncidentKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: IncidentKind[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'As bad as one of these.' })
  severity?: Severity[] | null;

  @Field(() => [IncidentStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: IncidentStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Struck one of these services, by name.' })
  service?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Began at this instant or later.' })
  startedAfter?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Began before this instant.' })
  startedBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: those with a case that the caller may see. False: those without one, as far as the caller knows.',
  })
  hasPostmortem?: boolean | null;
}

@InputType({ description: 'How an incident struck one service.' })
export class AffectedServiceInput {
  @Field(() => ID, { description: 'The service.' })
  serviceId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the users of this service felt; at most 20,000 characters.',
  })
  impact?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it worked again.' })
  recoveredAt?: Date | null;
}

@InputType({ description: 'Somebody who took part in the response.' })
export class ResponderInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => ResponderRoleEnum, { description: 'What they did in it.' })
  role!: ResponderRole;
}

@InputType({ description: 'Where an incident is known in another system: an id, a page, or both.' })
export class IncidentReferenceInput {
  @Field({ description: 'The system: pagerduty, jira. At most 200 characters.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'Its id there.' })
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its page there, http or https.' })
  url?: string | null;
}

/** What may be said of an incident, at first or later. */
@InputType({ isAbstract: true })
abstract class IncidentFieldsInput {
  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 1,000,000 characters.' })
  summary?: string;

  @Field(() => IncidentKindEnum, { nullable: true, description: 'A new one: INCIDENT.' })
  kind?: IncidentKind;

  @Field(() => SeverityEnum, { nullable: true, description: 'Null: not known.' })
  severity?: Severity | null;

  @Field(() => IncidentStatusEnum, { nullable: true, description: 'A new one: INVESTIGATING.' })
  status?: IncidentStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Onset of impact; null: not known.' })
  startedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Noticed; null: not known.' })
  detectedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Taken on; null: not known.' })
  acknowledgedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Cause known; null: not known.' })
  identifiedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Impact over for most users; null: not known.',
  })
  mitigatedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fault gone; null: not known.' })
  resolvedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Data checked; null: not known.' })
  verifiedAt?: Date | null;

  @Field(() => [AffectedServiceInput], {
    nullable: true,
    description: 'The services it struck, in order; each once, at most 200.',
  })
  services?: AffectedServiceInput[];

  @Field(() => [ResponderInput], {
    nullable: true,
    description: 'Who took part, in order; each once per role, at most 200.',
  })
  responders?: ResponderInput[];

  @Field(() => [IncidentReferenceInput], {
    nullable: true,
    description: 'Where it is known elsewhere, in order; at most 200.',
  })
  references?: IncidentReferenceInput[];
}

const MILESTONE_RULE =
  'Milestones may come in any order, except that the impact cannot be over and the fault cannot be gone before the impact began, and nobody can take it on before it was noticed.';

@InputType({ description: `A new incident. ${MILESTONE_RULE}` })
export class IncidentCreateInput extends IncidentFieldsInput {
  @Field({ description: 'At most 500 characters.' })
  title!: string;
}

@InputType({ description: 'Something that almost went wrong.' })
export class NearMissReportInput {
  @Field({ description: 'At most 500 characters.' })
  title!: string;

  @Field(() => MarkdownScalar, {
    description: 'What happened, and what kept it from becoming an incident.',
  })
  summary!: string;

  @Field(() => SeverityEnum, { nullable: true, description: 'How bad it could have been.' })
  severity?: Severity | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null: not known.' })
  startedAt?: Date | null;

  @Field(() => [AffectedServiceInput], {
    nullable: true,
    description: 'The services it would have struck, in order; each once, at most 200.',
  })
  services?: AffectedServiceInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Nothing tells afterwards who reported it.',
  })
  withoutName!: boolean;
}

@InputType({
  description: `Changes to an incident. What is left out stays; a list that is given replaces the whole list. ${MILESTONE_RULE}`,
})
export class IncidentUpdateInput extends IncidentFieldsInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from. If the incident is at another by now, the answer is a CONFLICT with the incident as it is. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;
}
