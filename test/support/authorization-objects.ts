import { isDeepStrictEqual } from 'node:util';
import type { GraphQLSchema } from 'graphql';

import {
  within,
  filledIn,
  hiddenFrom,
  readablePart,
  responseOf,
  wholeSelection,
} from './authorization-cells.js';
import {
  TYPES,
  type FieldRule,
  type Root,
  type RootName,
  type TypeRule,
} from './authorization-fields.js';
import { administers, hasScope, isNobody, mayReadIncident } from './authorization-matrix.js';
import { canariesIn, send } from './schema-walk-answers.js';
import { operation, rootsOf, type Request } from './schema-walk.js';
import type { CallerName, World } from './world.js';
import { CASE_NAMES, CASE_PLANS } from './world-cases.js';

type Row = Readonly<Record<string, unknown>>;

interface Found {
  /** Why, where it was refused. */
  readonly code: string | undefined;
  /** The objects of each type. */
  readonly rows: readonly (readonly Row[])[];
}

/** What came of looking at an object. */
interface Looked {
  readonly cells: number;
  /** The cells that were not as expected. */
  readonly faults: readonly string[];
  /** The types of which there was something to look at. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Asks for one object of a root as everybody, with all its types and all of their fields.
 */
export async function lookAtObject(
  world: World,
  schema: GraphQLSchema,
  [rootName, root]: readonly [RootName, Root],
  object: string,
): Promise<Looked> {
  const types = Object.entries(TYPES).filter(([, rule]) => rule.root === rootName);
  const parts = partsOf(types).map((part) => ({ part, request: requestFor(schema, root, part) }));
  const ask = async (caller: CallerName): Promise<Found> => {
    const { args } = root;
    const variables = filledIn(args, caller, object) as Record<string, unknown>;
    let code: string | undefined;
    const rows: Row[][] = [];
    for (const { part, request } of parts) {
      const answer = await send(world, world.callers[caller], { ...request, variables });
      const { data, errors } = responseOf(answer);
      const of = (at: number, path = ''): Row[] =>
        within(data?.[`type${at}`], words(path)) as Row[];
      code ??= errors?.[0]?.extensions.code;
      rows.push(...part.map(([, { path }], at) => of(at, path)));
    }
    return { code, rows };
  };
  const reference = await ask(root.reference);
  const faults: string[] = [];
  const seen = new Set<string>();
  let cells = 0;
  for (const caller of Object.keys(world.callers) as CallerName[]) {
    const found = await ask(caller);
    const mayRead = root.may(caller, object);
    const isRefused = isNobody(caller) || (!mayRead && refuses(rootName));
    if ((found.code !== undefined) !== isRefused) {
      faults.push(`${rootName} ${object} by ${caller}: ${found.code ?? 'is not refused'}`);
    }
    for (const [at, [typeName, rule]] of types.entries()) {
      const rows = found.rows[at] ?? [];
      const all = reference.rows[at] ?? [];
      const expected = mayRead ? readablePart(world, caller, all) : null;
      if (rows.length > 0) seen.add(typeName);
      for (const [kind, names] of Object.entries(rule.fields) as [FieldRule, string][]) {
        for (const name of words(names)) {
          cells += 1;
          const values = rows.map((row) => row[name]);
          const there = expected?.map((row) => row[name]) ?? null;
          const fault = faultOf(world, caller, { object, kind, values, there });
          if (fault) faults.push(`${typeName}.${name} of ${object} by ${caller}: ${fault}`);
        }
      }
    }
  }
  return { cells, faults, seen };
}

/** So many types go into one document: it has ten fields at the top at most. */
const TYPES_AT_ONCE = 8;

function partsOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / TYPES_AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * TYPES_AT_ONCE, (at + 1) * TYPES_AT_ONCE),
  );
}

/** One document for several types of a root, each by a name of its own. */
function requestFor(
  schema: GraphQLSchema,
  { field: name, args }: Root,
  types: readonly (readonly [string, TypeRule])[],
): Request {
  const field = rootsOf(schema).queryType.getFields()[name];
  if (!field) throw new Error(`no query ${name}`);
  const { document, variables } = operation('query', field, args, '§');
  const call = document.slice(document.indexOf('{') + 1, document.indexOf('§'));
  const calls = types.map(([typeName, { path }], at) => {
    const selection = words(path).reduceRight(
      (inner, step) => `{ ${step} ${inner} }`,
      wholeSelection(schema, typeName),
    );
    return `type${at}: ${call} ${selection}`;
  });
  const head = document.slice(0, document.indexOf('{'));
  return { name, document: `${head}{ ${calls.join(' ')} }`, variables };
}

/** Roots that say so where the caller may not read, and do not just answer with null. */
const refuses = (root: RootName): boolean =>
  ['similar', 'kin', 'audit', 'deadLetters', 'trackerConnections'].includes(root);

interface Cell {
  readonly object: string;
  readonly kind: FieldRule;
  /** What the field holds in each of the objects that were found. */
  readonly values: readonly unknown[];
  /** What it holds in those that the caller may read; null where that is not the root. */
  readonly there: readonly unknown[] | null;
}

function faultOf(
  world: World,
  caller: CallerName,
  { object, kind, values, there }: Cell,
): string | undefined {
  if (there === null) return values.length > 0 ? 'is there' : undefined;
  const told = tellsOf(world, caller, values);
  if (told !== undefined) return `tells of ${told}`;
  if (kind === 'any' || kind === 'clean') return undefined;
  const expected = expectedOf(caller, object, kind, there);
  if (isDeepStrictEqual(values, expected)) return undefined;
  return `${JSON.stringify(values).slice(0, 200)}, not ${JSON.stringify(expected).slice(0, 200)}`;
}

function expectedOf(
  caller: CallerName,
  object: string,
  kind: FieldRule,
  there: readonly unknown[],
): readonly unknown[] {
  switch (kind) {
    case 'counted':
      return [incidentsOf(caller)];
    case 'own':
      return isTheirs(caller, object)
        ? there
        : there.map((each) => (Array.isArray(each) ? [] : null));
    case 'ofOwn':
      return isTheirs(caller, object) ? there : [];
    case 'written':
      return isAuthor(caller) ? there : there.map(() => []);
    case 'ofWritten':
      return isAuthor(caller) ? there : [];
    default:
      return there;
  }
}

const isAuthor = (caller: CallerName): boolean => ['author', 'tokenWrite'].includes(caller);

const incidentsOf = (caller: CallerName): number =>
  CASE_NAMES.filter((each) => mayReadIncident(caller, each)).length;

/** Whether sessions and tokens of a person are for this caller to see. */
function isTheirs(caller: CallerName, person: string): boolean {
  if (administers(caller, null) === 'OK') return true;
  const isSelf = caller === person || (caller === 'tokenWrite' && person === 'author');
  return isSelf && hasScope(caller, 'read');
}

/** What of a hidden case stands in a value, if anything. */
function tellsOf(world: World, caller: CallerName, value: unknown): string | undefined {
  const body = JSON.stringify(value);
  const hidden = hiddenFrom(caller);
  const [word] = canariesIn({ status: 200, headers: '', body }, { variables: {} }, hidden);
  const name = hidden.find((each) => {
    const { key } = CASE_PLANS[each];
    // As a word: `PM-1` also begins other keys.
    return (
      new RegExp(`\\b${key}\\b`).test(body) || body.includes(world.cases[each]?.postmortem ?? key)
    );
  });
  return word ?? name;
}

const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);
