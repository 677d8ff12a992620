import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

import { kindOfId } from './schema-walk-kinds.js';
import { operation, rootsOf, selectionsOf, type Request } from './schema-walk.js';

/** Where an id stands in the arguments of a mutation: `input`, `incidentIds`. */
type Place = readonly string[];

/**
 * Every mutation with each of these ids in each place where it takes one, all else being plausible.
 * The answer is asked for whatever it may hold.
 * @param everywhere also where an id is of another kind than what the place is for
 */
export function mutationsWith(
  schema: GraphQLSchema,
  labels: readonly string[],
  everywhere: boolean,
): Request[] {
  const { mutationType } = rootsOf(schema);
  return Object.values(mutationType.getFields()).flatMap((field) => {
    const [selection = ''] = selectionsOf(schema, getNamedType(field.type), 2);
    return placesOf(field.args).flatMap((place) => {
      const kind = kindOfId(field.name, place.at(-1) ?? '');
      const fitting = labels.filter((label) => everywhere || kind.labels.test(label));
      return fitting.map((label) => {
        const given = argumentsFor(field, place, `@${label}`);
        return {
          name: `${field.name} ${place.join('.')}: ${label}`,
          ...operation('mutation', field, given, selection),
        };
      });
    });
  });
}

/** The arguments of a mutation filled in as somebody might who knows what they do. */
export function argumentsFor(
  field: GraphQLField<unknown, unknown>,
  place: Place = [],
  value = '',
): Record<string, unknown> {
  return filled(field.args, field.name, place, value);
}

function placesOf(inputs: readonly (GraphQLArgument | GraphQLInputField)[]): Place[] {
  return inputs.flatMap(({ name, type }) => {
    const bare = getNamedType(type);
    if (bare.name === 'ID') return [[name]];
    if (!isInputObjectType(bare)) return [];
    return placesOf(Object.values(bare.getFields())).map((place) => [name, ...place]);
  });
}

function filled(
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
  mutation: string,
  place: Place,
  value: string,
): Record<string, unknown> {
  const [here, ...within] = place;
  const values: Record<string, unknown> = {};
  for (const { name, type, defaultValue } of inputs) {
    // With a version that is none, a refusal for it would answer with the row.
    if (name === 'expectedVersion') values[name] = 99;
    else if (name === here) values[name] = valueOf(type, name, mutation, within, value);
    else if (isNonNullType(type) && defaultValue === undefined) {
      values[name] = valueOf(type, name, mutation, [], undefined);
    }
  }
  return values;
}

function valueOf(
  type: GraphQLInputType,
  name: string,
  mutation: string,
  within: Place,
  value: string | undefined,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, name, mutation, within, value)];
  if (isInputObjectType(bare)) {
    return filled(Object.values(bare.getFields()), mutation, within, value ?? '');
  }
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  switch (bare.name) {
    case 'ID':
      return value ?? `@${kindOfId(mutation, name).usual}`;
    case 'Int':
      return 1;
    case 'Boolean':
      return false;
    case 'Date':
      return '2099-01-01';
    case 'DateTime':
      return '2024-04-01T10:00:00Z';
    default:
      return name === 'key' ? 'somewhere' : 'Something';
  }
}
