import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { TRACKER_FAULTS, type TrackerFault, type TrackerProvider } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { UserError } from '../../infra/graphql/user-error.graphql.js';
import { TrackerProviderEnum } from './tracker-link.graphql.js';

const TrackerFaultEnum = enumOf(TRACKER_FAULTS);
registerEnumType(TrackerFaultEnum, {
  name: 'TrackerFault',
  description: 'What can be wrong with what comes in the name of a tracker.',
  valuesMap: {
    SIGNATURE: { description: 'It was not signed with the secret.' },
    TIMESTAMP: { description: 'It was signed more than five minutes before or after it came.' },
    CONTENT: { description: 'It was signed well and could not be read.' },
    SECRET: {
      description: 'The secret was sealed under another FUPAN_SECRET; make a new one.',
    },
  },
});

@ObjectType({ description: 'A tracker that tells what becomes of its issues.' })
export class ConnectedTracker {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field(() => TrackerProviderEnum, { description: 'Which kind of tracker it is.' })
  provider!: TrackerProvider;

  @Field({ description: 'What people call it.' })
  name!: string;

  @Field({ description: 'Where it is: `https://github.com`.' })
  baseUrl!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set up.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the secret before the present one is good; null where there is none.',
  })
  previousUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last told anything that was signed well; null if it never has.',
  })
  lastDeliveryAt!: Date | null;

  @Field(() => TrackerFaultEnum, {
    nullable: true,
    description: 'What was wrong with what came since; null if nothing was.',
  })
  lastError!: TrackerFault | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that came; null if nothing was wrong.',
  })
  lastErrorAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is not listened to; null while it is.',
  })
  archivedAt!: Date | null;
}

@InputType({ description: 'A tracker to listen to.' })
export class TrackerConnectionCreateInput {
  @Field(() => TrackerProviderEnum, { description: 'Which kind of tracker it is.' })
  provider!: TrackerProvider;

  @Field({ description: 'What people call it; at most 200 characters.' })
  name!: string;

  @Field({
    description:
      'Where it is: `https://github.com`, `https://acme.atlassian.net`; at most 2,048 characters.',
  })
  baseUrl!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The projects to listen to, at most 200: `org/repo`, `group/project`, the key of a project in Jira. Left out or empty: all.',
  })
  projects?: string[] | null;
}

@InputType({ description: 'Changes to a connection. What is left out stays.' })
export class TrackerConnectionUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Where the tracker is.' })
  baseUrl?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The projects to listen to; null or empty: all.',
  })
  projects?: string[] | null;
}

/** A connection whose secret is shown, this once. */
@ObjectType({ isAbstract: true })
abstract class WithSecretPayload {
  @Field(() => ConnectedTracker, {
    nullable: true,
    description: 'Null when the mutation was refused.',
  })
  trackerConnection?: ConnectedTracker | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the tracker is to sign with, this once and never again; null when refused.',
  })
  secret?: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
  userErrors?: UserError[];
}

@ObjectType({ description: 'The new connection, or why there is none.' })
export class TrackerConnectionCreatePayload extends WithSecretPayload {}

@ObjectType({ description: 'The connection with a new secret, or why there is none.' })
export class TrackerConnectionRotateSecretPayload extends WithSecretPayload {}

const payload = (typeName: string) =>
  payloadType(typeName, 'trackerConnection', () => ConnectedTracker);
export const TrackerConnectionUpdatePayload = payload('TrackerConnectionUpdatePayload');
export const TrackerConnectionArchivePayload = payload('TrackerConnectionArchivePayload');
