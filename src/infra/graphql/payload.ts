import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';

import { UserError } from './user-error.graphql.js';

/** What a mutation answers: its object, or why it was refused. */
export type Payload<Name extends string, Value> = Partial<Record<Name, Value | null>> & {
  userErrors?: UserError[];
};

/**
 * Makes the payload type of one mutation: a nullable object field and `userErrors`. Resolvers
 * return the object only; the mutation interceptor fills in the errors.
 */
export function payloadType<Name extends string, Value>(
  typeName: string,
  field: Name,
  valueType: () => Type<Value>,
): Type<Payload<Name, Value>> {
  @ObjectType(typeName, { description: 'The result, or why there is none.' })
  class GeneratedPayload {
    @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
    userErrors!: UserError[];
  }
  Field(valueType, { nullable: true, description: 'Null when the mutation was refused.' })(
    GeneratedPayload.prototype,
    field,
  );
  Object.defineProperty(GeneratedPayload, 'name', { value: typeName });
  return GeneratedPayload as Type<Payload<Name, Value>>;
}
