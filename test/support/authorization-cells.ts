import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { mayRead, type Outcome } from './authorization-matrix.js';
import type { Answer } from './schema-walk-answers.js';
import type { CallerName, World } from './world.js';
import { CASE_NAMES, type CaseName } from './world-cases.js';

interface Response {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: Outcome } }[];
}

export const responseOf = ({ body }: Answer): Response => JSON.parse(body) as Response;

/** The arguments of a table with a case or an object, and a caller, in them. */
export function filledIn<Value>(value: Value, caller: CallerName, object: string): Value {
  const text = JSON.stringify(value).replaceAll('$', object).replaceAll('%', caller);
  return JSON.parse(text) as Value;
}

/** What came of a mutation; `nothing` for a payload that is empty. */
export function outcomeOfMutation(name: string, answer: Answer): Outcome | 'nothing' {
  const { data, errors } = responseOf(answer);
  const [error] = errors ?? [];
  if (error) return error.extensions.code;
  const payload = data?.[name] as { userErrors: readonly { code: Outcome }[] };
  const { userErrors, ...rest } = payload;
  const [refusal] = userErrors;
  if (refusal) return refusal.code;
  return Object.values(rest).every((value) => value === null) ? 'nothing' : 'OK';
}

/** What came of a query: null is the answer for what is not there. */
export function outcomeOfQuery(name: string, answer: Answer): Outcome {
  const { data, errors } = responseOf(answer);
  const [error] = errors ?? [];
  if (error) return error.extensions.code;
  return data?.[name] === null ? 'NOT_FOUND' : 'OK';
}

/** A selection of all of a payload, as far as it takes to see that it is there. */
export function payloadSelection(field: GraphQLField<unknown, unknown>): string {
  const others = fieldsOf(getNamedType(field.type))
    .filter(({ name }) => name !== 'userErrors')
    .map(({ name, type }) => (isLeafType(getNamedType(type)) ? name : `${name} { __typename }`));
  return `{ ${others.join(' ')} userErrors { code field message } }`;
}

/** A selection of all fields of a type; of what they lead to so much as tells one from another. */
export function wholeSelection(schema: GraphQLSchema, typeName: string): string {
  const fields = fieldsOf(schema.getType(typeName));
  return `{ ${fields.map((field) => field.name + briefSelection(field)).join(' ')} }`;
}

function briefSelection({ type }: GraphQLField<unknown, unknown>): string {
  const to = getNamedType(type);
  if (!isCompositeType(to)) return '';
  const names = fieldsOf(to).map(({ name }) => name);
  const own = names.includes('id')
    ? ['id']
    : fieldsOf(to)
        .filter(isPlain)
        .map(({ name }) => name);
  const further = fieldsOf(to).filter(({ name }) => FURTHER.includes(name));
  const within = [...own, ...further.map((field) => field.name + briefSelection(field))];
  return ` { __typename ${within.join(' ')} }`;
}

/** Fields that tell which case a thing belongs to, or what a list holds. */
const FURTHER = ['node', 'nodes', 'postmortem', 'actionItem'];

const isPlain = ({ name, type }: GraphQLField<unknown, unknown>): boolean =>
  isLeafType(getNamedType(type)) &&
  !/^(cursor|hint|markdown|restoredMarkdown|score|tookMs)$/.test(name);

const fieldsOf = (type: unknown): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) ? Object.values(type.getFields()) : [];

/** The things at the end of a path, lists on the way being gone through. */
export function within(value: unknown, path: readonly string[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => within(each, path));
  const [first, ...rest] = path;
  return first === undefined ? [value] : within((value as Record<string, unknown>)[first], rest);
}

/** A value without the items of its lists that are or belong to cases which the caller may not read. */
export function readablePart<Value>(world: World, caller: CallerName, value: Value): Value {
  const hidden = new Set(hiddenIds(world, caller));
  const part = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.filter((item) => !isAbout(item, hidden)).map(part);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, part(inner)]));
  };
  return part(value) as Value;
}

export const hiddenFrom = (caller: CallerName): CaseName[] =>
  CASE_NAMES.filter((name) => !mayRead(caller, name));

const hiddenIds = ({ cases }: World, caller: CallerName): string[] =>
  hiddenFrom(caller).flatMap((name) => cases[name]?.postmortem ?? []);

interface Item {
  readonly __typename?: string;
  readonly id?: string;
  readonly node?: unknown;
  readonly actionItem?: unknown;
  readonly postmortem?: { readonly id: string } | null;
}

function isAbout(item: unknown, hidden: ReadonlySet<string>): boolean {
  if (typeof item !== 'object' || item === null) return false;
  const { __typename, id, node, actionItem, postmortem } = item as Item;
  if (__typename === 'Postmortem') return hidden.has(id ?? '');
  if (isAbout(actionItem, hidden)) return true;
  return isAbout(node, hidden) || hidden.has(postmortem?.id ?? '');
}
