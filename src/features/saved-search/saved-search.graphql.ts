import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';

@ObjectType({ description: 'A search that somebody comes back to, under a name.' })
export class SavedSearch {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As its owner calls it.' })
  name!: string;

  @Field({ description: 'What follows the path of the library: ?q=pool&severity=SEV1.' })
  address!: string;
}

@InputType({ description: 'A search to come back to.' })
export class SavedSearchCreateInput {
  @Field({ description: 'At most 200 characters; no two of the same person have the same.' })
  name!: string;

  @Field({ description: 'Begins with a question mark; at most 2,048 characters.' })
  address!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether everybody sees it; not for viewers.',
  })
  shared!: boolean;
}

@InputType({ description: 'Changes to a saved search. What is left out stays.' })
export class SavedSearchUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version the change was made from; at another by now, the answer is a CONFLICT. Left out: overwrites whatever is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Begins with a question mark.' })
  address?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody sees it.' })
  shared?: boolean;
}

const payload = (typeName: string) => payloadType(typeName, 'savedSearch', () => SavedSearch);
export const SavedSearchCreatePayload = payload('SavedSearchCreatePayload');
export const SavedSearchUpdatePayload = payload('SavedSearchUpdatePayload');
export const SavedSearchDeletePayload = payload('SavedSearchDeletePayload');
