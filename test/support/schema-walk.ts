import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

import { kindOfId } from './schema-walk-kinds.js';

/** A request made from the schema. Ids stand in it as `@` and what the thing is called in every world. */
export interface Request {
  /** What it is about, for whoever reads a failure. */
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Below the limits of the server: 5,000 points, 2,000 tokens. */
const MOST_COST = 3_000;
const MOST_TOKENS = 1_200;
/** A list without `first` counts as this many. */
const LIST_GUESS = 3;
/** Asked of the lists inside of an answer. */
const INNER_PAGE = 2;
/** Tokens of a step around its selection, at most. */
const STEP_TOKENS = 8;

/** A selection without its braces, and what it takes. */
interface Piece {
  readonly text: string;
  readonly tokens: number;
  readonly cost: number;
}

/** A field that leads to another type, or `... on T`, and how often its objects count. */
interface Step {
  readonly text: string;
  readonly to: GraphQLNamedType;
  /** False for the choice of a type, which is no step. */
  readonly isField: boolean;
  readonly costOf: (within: number) => number;
}

/**
 * Selections that together ask for every field of a type and of all that can be reached from it in
 * so many steps, each small enough for one query.
 * @param factor how many objects of the type the answer may hold
 */
export function selectionsOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  factor = 1,
): string[] {
  if (!isCompositeType(type)) return [''];
  return piecesOf(schema, type, depth, Math.floor(MOST_COST / factor), MOST_TOKENS).map(
    ({ text }) => `{ ${text} }`,
  );
}

function piecesOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  mostCost: number,
  mostTokens: number,
): Piece[] {
  const names = ['__typename', ...plainFieldsOf(type)];
  let piece: Piece = { text: names.join(' '), tokens: names.length, cost: 0 };
  const pieces: Piece[] = [];
  for (const step of depth === 0 ? [] : stepsOf(schema, type)) {
    const left = Math.floor(mostCost / step.costOf(1));
    if (left === 0) continue;
    const overhead = STEP_TOKENS;
    const below = step.isField ? depth - 1 : depth;
    for (const within of piecesOf(schema, step.to, below, left, mostTokens - overhead)) {
      const next = {
        text: `${step.text} { ${within.text} }`,
        tokens: within.tokens + overhead,
        cost: step.costOf(within.cost),
      };
      // What two types call by the same name may be of two kinds, so that each is asked by itself.
      const isApart = !step.isField && piece.tokens > names.length;
      const isFull = piece.tokens + next.tokens > mostTokens || piece.cost + next.cost > mostCost;
      if (isFull || isApart) {
        pieces.push(piece);
        piece = next;
      } else {
        piece = {
          text: `${piece.text} ${next.text}`,
          tokens: piece.tokens + next.tokens,
          cost: piece.cost + next.cost,
        };
      }
    }
  }
  return [...pieces, piece];
}

/** From a type to the types of its fields. */
function stepsOf(schema: GraphQLSchema, type: GraphQLNamedType): Step[] {
  if (isInterfaceType(type)) {
    return schema.getPossibleTypes(type).map((each) => ({
      ...{ text: `... on ${each.name}`, to: each, isField: false, costOf: (within) => within },
    }));
  }
  if (!isObjectType(type)) return [];
  return askableFields(type).flatMap((field): Step[] => {
    const to = getNamedType(field.type);
    if (!isCompositeType(to)) return [];
    const isPage = field.args.some(({ name }) => name === 'first');
    const text = isPage ? `${field.name}(first: ${INNER_PAGE})` : field.name;
    return [{ text, to, isField: true, costOf: (within) => costOf(type, field, isPage, within) }];
  });
}

/** As the server counts: an object is 1, and what stands below a list counts as often as the list is long. */
function costOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  isPage: boolean,
  within: number,
): number {
  if (type.name.endsWith('Connection')) return 1 + within;
  if (isPage) return 1 + INNER_PAGE * within;
  const isList = isListType(getNullableType(field.type));
  return isList ? LIST_GUESS * (1 + within) : 1 + within;
}

function askableFields(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
}

function plainFieldsOf(type: GraphQLNamedType): string[] {
  if (!isObjectType(type)) return [];
  return askableFields(type)
    .filter((field) => !isCompositeType(getNamedType(field.type)))
    .map(({ name }) => name);
}

/** What the arguments of the schema are tried with. */
export interface Values {
  /** Labels of ids. */
  readonly ids: readonly string[];
  /** Whether an id is tried also where one of another kind belongs. */
  readonly everywhere: boolean;
  /** Labels of keys. */
  readonly keys: readonly string[];
  /** Names of services and the like. */
  readonly names: readonly string[];
  /** Texts to search for. */
  readonly texts: readonly string[];
}

/** How many of a list are asked for. */
const PAGE = 20;

/**
 * Every query of the schema, with every value of each of its arguments, one argument at a time.
 * @param depth steps from the object that an id leads to; from the objects of a list it is one less
 */
export function queriesOf(schema: GraphQLSchema, values: Values, depth: number): Request[] {
  const { queryType } = rootsOf(schema);
  return Object.values(queryType.getFields()).flatMap((field) => {
    const isPage = field.args.some(({ name }) => name === 'first');
    const page = isPage ? { first: PAGE } : {};
    const required = field.args.filter(isRequiredArgument);
    const type = getNamedType(field.type);
    // From any id to anything: what lies further is reached from where the id belongs.
    const steps = isInterfaceType(type) ? 1 : isPage ? depth + 1 : depth;
    const whole = selectionsOf(schema, type, steps, isPage ? PAGE : 1);
    const [flat = ''] = selectionsOf(schema, type, isPage ? 2 : 1, isPage ? PAGE : 1);
    const request = (given: Record<string, unknown>, selection: string): Request => ({
      name: `${field.name} ${JSON.stringify(given)}`,
      ...operation('query', field, { ...page, ...given }, selection),
    });
    // Each combination of what must be given, and then of what may be given one at a time.
    const bases = combinations(required.map((arg) => tries(field.name, arg, values)));
    const [base = {}] = bases;
    const extras = field.args
      .filter((arg) => !required.includes(arg) && !['first', 'after'].includes(arg.name))
      .flatMap((arg) => tries(field.name, arg, values));
    const leads = [...bases, ...extras.map((extra) => ({ ...base, ...extra }))];
    return leads.flatMap((given) =>
      (isPage && Object.keys(given).length > required.length ? [flat] : whole).map((selection) =>
        request(given, selection),
      ),
    );
  });
}

/** The ways to fill one argument or field of an input. */
function tries(
  root: string,
  { name, type }: GraphQLArgument | GraphQLInputField,
  values: Values,
): Record<string, unknown>[] {
  return triedValues(root, type, values, name).map((value) => ({ [name]: value }));
}

function triedValues(
  root: string,
  type: GraphQLInputType,
  values: Values,
  name: string,
): unknown[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return triedValues(root, bare.ofType, values, name).map((value) => [value]);
  }
  if (isEnumType(bare)) return bare.getValues().map((value) => value.name);
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    const needed = fields.filter((field) => isNonNullType(field.type) && !hasDefault(field));
    const bases = combinations(needed.map((field) => tries(root, field, values)));
    const [base = {}] = bases;
    const others = fields.filter((field) => !needed.includes(field));
    const extras = others.flatMap((field) => tries(root, field, values));
    return [...bases, ...extras.map((extra) => ({ ...base, ...extra }))];
  }
  switch (bare.name) {
    case 'ID':
      return values.ids
        .filter((label) => values.everywhere || kindOfId(root, name).labels.test(label))
        .map((label) => `@${label}`);
    case 'Boolean':
      return [true, false];
    case 'Int':
      return [1, 2];
    case 'Date':
      return ['2024-06-01'];
    case 'DateTime':
      return ['2024-04-01T10:00:00Z'];
    default:
      if (name === 'key') return values.keys.map((label) => `@${label}`);
      if (name === 'initiative') return ['INI-1'];
      if (['name', 'service', 'team', 'teamKey'].includes(name)) return [...values.names];
      // The one in which the world is made, one of its past, and none.
      if (name === 'week') return ['2025-W10', '2024-W22', '2025-W54'];
      return [...values.texts];
  }
}

function hasDefault({ defaultValue }: GraphQLInputField): boolean {
  return defaultValue !== undefined;
}

function combinations(
  choices: readonly (readonly Record<string, unknown>[])[],
): Record<string, unknown>[] {
  return choices.reduce<Record<string, unknown>[]>(
    (all, choice) => all.flatMap((one) => choice.map((other) => ({ ...one, ...other }))),
    [{}],
  );
}

/** An operation with one field, its arguments as variables. */
export function operation(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
  selection: string,
): Pick<Request, 'document' | 'variables'> {
  const args = field.args.filter(({ name }) => name in given);
  const head = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const pass = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = pass === '' ? field.name : `${field.name}(${pass})`;
  return {
    document: `${kind} ${head === '' ? '' : `(${head}) `}{ ${call} ${selection} }`,
    variables: given,
  };
}

/** The types at which queries and mutations begin. */
export function rootsOf(schema: GraphQLSchema): {
  queryType: GraphQLObjectType;
  mutationType: GraphQLObjectType;
} {
  const [queryType, mutationType] = [schema.getQueryType(), schema.getMutationType()];
  if (!queryType || !mutationType) throw new Error('the schema has no queries or no mutations');
  return { queryType, mutationType };
}
