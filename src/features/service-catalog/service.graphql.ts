import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { ServiceTier } from '../../core/vocabulary.js';
import { connectionType } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DirectionEnum } from '../../infra/graphql/order.graphql.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { ServiceTierEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'Something that can break: a part of the platform with an owner and a tier.',
})
export class Service extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As people, files and queries call it: checkout-api.' })
  name!: string;

  @Field(() => ServiceTierEnum, { description: 'How much the business depends on it.' })
  tier!: ServiceTier;

  @Field(() => String, {
    nullable: true,
    description: 'What the business does with it, such as "take payments"; null if nobody said.',
  })
  businessFunction!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it survives the loss of a part, such as "two zones"; null if nobody said.',
  })
  redundancy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it entered the catalogue.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was set aside; null while it runs.',
  })
  archivedAt!: Date | null;
}

export const ServiceConnection = connectionType('Service', () => Service);

const ServiceOrderFieldEnum = enumOf(['NAME', 'TIER', 'CREATED_AT']);
registerEnumType(ServiceOrderFieldEnum, {
  name: 'ServiceOrderField',
  description: 'What a list of services can be ordered by.',
  valuesMap: {
    NAME: { description: 'Name, by code point.' },
    TIER: { description: 'Tier; ascending begins with CRITICAL.' },
    CREATED_AT: { description: 'Entered the catalogue.' },
  },
});

@InputType({ description: 'The order of a list of services.' })
export class ServiceOrder {
  @Field(() => ServiceOrderFieldEnum, { description: 'What to compare.' })
  field!: keyof typeof ServiceOrderFieldEnum;

  @Field(() => DirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}

@InputType({ description: 'What a list of services keeps; all that is given must hold.' })
export class ServiceFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or of the business function.',
  })
  query?: string | null;

  @Field(() => [ServiceTierEnum], {
    nullable: true,
    description: 'Of one of these tiers; an empty list keeps all.',
  })
  tier?: ServiceTier[] | null;

  @Field(() => ID, { nullable: true, description: 'Owned by this team.' })
  ownerTeamId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those set aside. False: those that run. Left out: both.',
  })
  archived?: boolean | null;
}

@InputType({ description: 'A service that is new to the catalogue.' })
export class ServiceCreateInput {
  @Field({ description: 'At most 200 characters; no other service may have it.' })
  name!: string;

  @Field(() => ServiceTierEnum, { nullable: true, description: 'Default: STANDARD.' })
  tier?: ServiceTier;

  @Field(() => String, {
    nullable: true,
    description: 'What the business does with it; at most 20,000 characters.',
  })
  businessFunction?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it survives the loss of a part; at most 20,000 characters.',
  })
  redundancy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that owns it. Left out: nobody yet.' })
  ownerTeamId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The services it needs in order to work; never itself, at most 200.',
  })
  dependsOnIds?: string[];
}

@InputType({
  description:
    'Changes to a service. What is left out stays; a list that is given replaces the whole list.',
})
export class ServiceUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => ServiceTierEnum, { nullable: true, description: 'How much depends on it.' })
  tier?: ServiceTier;

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  businessFunction?: string | null;

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  redundancy?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: nobody owns it.' })
  ownerTeamId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The services it needs in order to work; never itself, at most 200.',
  })
  dependsOnIds?: string[];
}

const payload = (typeName: string) => payloadType(typeName, 'service', () => Service);
export const ServiceCreatePayload = payload('ServiceCreatePayload');
export const ServiceUpdatePayload = payload('ServiceUpdatePayload');
export const ServiceArchivePayload = payload('ServiceArchivePayload');
export const ServiceRestorePayload = payload('ServiceRestorePayload');
export const ServiceDeletePayload = payload('ServiceDeletePayload');
