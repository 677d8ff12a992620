import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';

import { FupanError } from '../core/errors.js';
import { LIMITS } from '../core/limits.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { POINTS } from './admission.js';
import { charge } from './graphql-charge.js';

/** What one GraphQL request may ask for. Each is far above what the web client and the CLI need. */
export const GRAPHQL_LIMITS = {
  /** Bytes of the request body; see `body-limit.ts` for those who may write. */
  bodyBytes: 128 * 1024,
  /** Lexical tokens of the document. What it takes to validate one can grow with their square. */
  tokens: 1_500,
  /** Fields after fragments are spread out. */
  recursiveSelections: 5_000,
  /** Levels of nesting; introspection is counted by its own rule. */
  depth: 12,
  /** Aliases in the document. */
  aliases: 30,
  /** Fields at the top of an operation. */
  rootFields: 10,
  /** Directives in the document. */
  directives: 10,
  /** Objects that the answer may hold, see `costOf`. */
  cost: 5_000,
  /** The same for somebody who has not signed in. */
  anonymousCost: 250,
  /** How many objects a list without `first` is taken to hold. */
  listGuess: 3,
  /** Faults that are looked for: each costs a search for what may have been meant. */
  faults: 10,
  /** Seconds that one operation may take. */
  seconds: 10,
} as const;

const refused = (reason: string): GraphQLError =>
  new GraphQLError(`The query is over a limit: ${reason}.`, {
    originalError: new FupanError('QUERY_REFUSED', 'QUERY_REFUSED', { reason }),
    extensions: { http: { status: 400 } },
  });

/** Refuses documents that are too deep, too wide or too decorated, before anything is executed. */
export function shapeLimits(context: ValidationContext): ASTVisitor {
  const document = context.getDocument();
  return {
    Document: () => {
      for (const reason of shapeFaults(document)) context.reportError(refused(reason));
      return false;
    },
  };
}

function shapeFaults(document: DocumentNode): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  let aliases = 0;
  let directives = 0;
  const count = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD) count(selection.selectionSet);
    }
  };
  for (const definition of [...operations, ...fragments.values()]) {
    directives += definition.directives?.length ?? 0;
    count(definition.selectionSet);
  }
  const isIntrospection = (field: FieldNode): boolean => field.name.value.startsWith('__');
  const depthOf = meter(
    fragments,
    (field, measure) => (isIntrospection(field) ? 0 : 1 + measure(field.selectionSet)),
    Math.max,
  );
  const widthOf = meter(
    fragments,
    () => 1,
    (one, other) => one + other,
  );
  const faults: string[] = [];
  const { depth, rootFields } = GRAPHQL_LIMITS;
  if (aliases > GRAPHQL_LIMITS.aliases) faults.push(`${GRAPHQL_LIMITS.aliases} aliases`);
  if (directives > GRAPHQL_LIMITS.directives) {
    faults.push(`${GRAPHQL_LIMITS.directives} directives`);
  }
  for (const { selectionSet } of operations) {
    if (widthOf(selectionSet) > rootFields) faults.push(`${rootFields} root fields`);
    if (depthOf(selectionSet) > depth) faults.push(`a depth of ${depth}`);
  }
  return faults;
}

type Measure = (set: SelectionSetNode | undefined) => number;

/**
 * Makes a measure of selection sets out of what one field counts and how two counts are joined. Each
 * fragment is measured once, so that no fan-out can make it slow; a cycle counts as infinite.
 */
function meter(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ofField: (field: FieldNode, measure: Measure) => number,
  join: (one: number, other: number) => number,
): Measure {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    known.set(name, Number.POSITIVE_INFINITY);
    const count = measure(fragments.get(name)?.selectionSet);
    known.set(name, count);
    return count;
  };
  const ofSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
    return ofField(selection, measure);
  };
  const measure: Measure = (set) => (set?.selections ?? []).map(ofSelection).reduce(join, 0);
  return measure;
}

/**
 * Cost: an object is 1, a scalar 0, and what stands below a list is multiplied by its `first`,
 * or by 3 where a list has none.
 */
const costOf: ComplexityEstimator = ({ field, args, childComplexity, node, type }) => {
  if (!node.selectionSet) return 0;
  if (type.name.endsWith('Connection')) return 1 + childComplexity;
  const { first } = args as { first?: unknown };
  const isList = field.type.toString().includes('[');
  if (typeof first === 'number') {
    return 1 + Math.min(Math.max(first, 1), LIMITS.pageSize) * childComplexity;
  }
  return isList ? GRAPHQL_LIMITS.listGuess * (1 + childComplexity) : 1 + childComplexity;
};

/** Refuses operations whose answer could grow too large, and charges for the others. */
export const costLimit: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async (context) => {
        const { schema, document, operation, request, operationName, response } = context;
        const { errors } = getVariableValues(
          schema,
          operation?.variableDefinitions ?? [],
          request.variables ?? {},
          { maxErrors: 1 },
        );
        // The execution, which comes next, says what is wrong with them.
        if (errors) {
          await charge(response.http, POINTS.refused);
          return;
        }
        const { variables = {} } = request;
        const cost = knownCost(document, operationName, variables, () =>
          getComplexity({
            schema,
            query: document,
            variables,
            ...(operationName === null ? {} : { operationName }),
            estimators: [costOf],
          }),
        );
        const isStranger = context.contextValue.ctx.actor.kind === 'anonymous';
        const limit = isStranger ? GRAPHQL_LIMITS.anonymousCost : GRAPHQL_LIMITS.cost;
        if (cost > limit) {
          await charge(response.http, POINTS.refused);
          throw refused(`a cost of ${limit}`);
        }
        const isMutation = operation?.operation === OperationTypeNode.MUTATION;
        await charge(response.http, cost + (isMutation ? POINTS.mutation : 0));
      },
    }),
};

/** Costs of documents that Apollo keeps, by the operation and what of the variables makes a difference. */
const COSTS = new WeakMap<DocumentNode, LRUCache<string, number>>();
/** For each document. */
const MOST_COSTS = 50;
const LONGEST_KEY = 500;

/** To measure takes as long as to find a rare word, and screens send the same few documents. */
function knownCost(
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
  measure: () => number,
): number {
  const costs = COSTS.get(document) ?? new LRUCache({ max: MOST_COSTS });
  COSTS.set(document, costs);
  // No text makes a difference: what counts is `first`, and whether a field is asked for at all.
  const shape = (_: string, value: unknown) => (typeof value === 'string' ? '' : value);
  const key = `${operationName ?? ''} ${JSON.stringify(variables, shape)}`;
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = measured(measure);
  if (key.length <= LONGEST_KEY) costs.set(key, cost);
  return cost;
}

/** An argument that cannot be read cannot be measured; what came of it is the caller's to mend. */
function measured(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}
