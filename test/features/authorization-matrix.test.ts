import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { Not } from 'typeorm';

import type { TxCtx } from '../../src/core/ctx.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import {
  filledIn,
  outcomeOfMutation,
  outcomeOfQuery,
  payloadSelection,
  responseOf,
} from '../support/authorization-cells.js';
import {
  ANSWERS,
  ROOTS,
  SHAPES,
  TYPES,
  type Root,
  type RootName,
} from '../support/authorization-fields.js';
import type { Outcome, Rule } from '../support/authorization-matrix.js';
import type { Attempt } from '../support/authorization-attempt.js';
import { MUTATIONS } from '../support/authorization-mutations.js';
import { lookAtObject } from '../support/authorization-objects.js';
import { QUERIES, type Question } from '../support/authorization-queries.js';
import { ROUTES, routesIn, statusAt } from '../support/authorization-routes.js';
import { makeMatrixWorld } from '../support/authorization-world.js';
import { plain, send, visit, type Answer } from '../support/schema-walk-answers.js';
import { operation, rootsOf, selectionsOf } from '../support/schema-walk.js';
import { withoutCommits } from '../support/without-commits.js';
import type { CallerName, World } from '../support/world.js';
import { CASE_NAMES, type CaseName } from '../support/world-cases.js';

/** Every cell. Without it each operation is tried by everybody with every other case. */
const THOROUGH = process.env['FUPAN_TEST_THOROUGH'] === '1';
const AT_ONCE = 8;

let world: World;
let schema: GraphQLSchema;
let callers: CallerName[];
const cells = { mutations: 0, queries: 0, fields: 0, routes: 0 };

beforeAll(async () => {
  world = await makeMatrixWorld();
  schema = world.app.get(GraphQLSchemaHost).schema;
  callers = Object.keys(world.callers) as CallerName[];
}, 60_000);
afterAll(async () => {
  await world.close();
  const all = Object.entries(cells).map(([kind, count]) => `${count} of ${kind}`);
  process.stdout.write(`authorization matrix: cells: ${all.join(', ')}\n`);
});

/** Does all tasks, several at a time; returns what was not as expected. */
async function faultsOf<Task>(
  tasks: readonly Task[],
  look: (task: Task) => Promise<string[]>,
): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < tasks.length; from += AT_ONCE) {
    faults.push(...(await Promise.all(tasks.slice(from, from + AT_ONCE).map(look))).flat());
  }
  return faults;
}

const first = (faults: readonly string[]): string[] => faults.slice(0, 30);

/** Everybody with every case, or with every other one, so that each case is tried by half of them. */
function pairs(turn: number): { caller: CallerName; name: CaseName }[] {
  return callers.flatMap((caller, place) =>
    CASE_NAMES.filter((_, of) => THOROUGH || (turn + place + of) % 2 === 0).map((name) => ({
      caller,
      name,
    })),
  );
}

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const namesOf = (type: GraphQLObjectType): string[] => fieldsOf(type).map(({ name }) => name);
const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** One way to call an operation, tried by everybody with what is there and with what is not. */
async function faultsOfCall(
  field: Field,
  kind: 'query' | 'mutation',
  { args, may }: { readonly args: Attempt['args']; readonly may: Rule },
  selection: string,
  turn: number,
  look: (caller: CallerName, answer: Answer) => string[] = () => [],
): Promise<string[]> {
  const ofNothing = new Map<CallerName, string>();
  const outcomeOf = kind === 'query' ? outcomeOfQuery : outcomeOfMutation;
  const call = async (caller: CallerName, name: CaseName | null): Promise<string[]> => {
    const given = filledIn(args, caller, name ?? 'nowhere');
    const request = { name: field.name, ...operation(kind, field, given, selection) };
    const answer = await send(world, world.callers[caller], request);
    const expected: Outcome = may(caller, name);
    const found = outcomeOf(field.name, answer);
    cells[kind === 'query' ? 'queries' : 'mutations'] += 1;
    const where = `${field.name} ${JSON.stringify(args)} by ${caller}, ${name ?? 'nowhere'}`;
    if (found !== expected) return [`${where}: ${found}, not ${expected}`];
    if (name === null) ofNothing.set(caller, plain(world, answer));
    else if (found === 'NOT_FOUND' && plain(world, answer) !== ofNothing.get(caller)) {
      return [`${where}: is not refused as what is not there`];
    }
    return found === 'OK' ? look(caller, answer).map((fault) => `${where}: ${fault}`) : [];
  };
  const faults = await faultsOf(callers, (caller) => call(caller, null));
  if (!JSON.stringify(args).includes('$')) return faults;
  return [...faults, ...(await faultsOf(pairs(turn), ({ caller, name }) => call(caller, name)))];
}

describe('the tables', () => {
  it('have an expectation for every query and mutation, and for nothing else', () => {
    const { queryType, mutationType } = rootsOf(schema);
    expect(Object.keys(QUERIES).sort()).toEqual(namesOf(queryType).sort());
    expect(Object.keys(MUTATIONS).sort()).toEqual(namesOf(mutationType).sort());
  });

  it('have one for every field of every other type, and for nothing else', () => {
    const { queryType, mutationType } = rootsOf(schema);
    const types = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== queryType && type !== mutationType)
      .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Payload'));
    const inSchema = types.map((type) => `${type.name}: ${namesOf(type).sort().join(' ')}`);
    const known = new Map(Object.entries(ANSWERS));
    for (const [name, { fields }] of Object.entries(TYPES)) {
      known.set(name, Object.values(fields).join(' '));
    }
    for (const { name } of types) {
      const shape = SHAPES.find((each) => each.name.test(name));
      if (shape) known.set(name, shape.fields);
    }
    const inTables = [...known].map(
      ([name, fields]) => `${name}: ${words(fields).sort().join(' ')}`,
    );
    expect(inTables.sort()).toEqual(inSchema.sort());
  });

  it('have one for every route, and for nothing else', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routes().sort());
  });
});

const routes = (): string[] =>
  routesIn(world.app.server.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));

describe('everybody', () => {
  it('gets from each query what the table says', async () => {
    const faults: string[] = [];
    const { queryType } = rootsOf(schema);
    for (const [turn, field] of fieldsOf(queryType).entries()) {
      for (const question of QUERIES[field.name] ?? []) {
        const selection = question.holds ? listSelection(field) : briefly(field);
        faults.push(
          ...(await faultsOfCall(field, 'query', question, selection, turn, (caller, answer) =>
            faultsOfList(field, question, caller, answer),
          )),
        );
      }
    }
    expect(first(faults)).toEqual([]);
  }, 600_000);

  it('can do with each mutation what the table says, and nothing else', async () => {
    const faults: string[] = [];
    const { mutationType } = rootsOf(schema);
    for (const [turn, field] of fieldsOf(mutationType).entries()) {
      for (const attempt of MUTATIONS[field.name] ?? []) {
        const work = async (): Promise<void> => {
          const selection = payloadSelection(field);
          faults.push(...(await faultsOfCall(field, 'mutation', attempt, selection, turn)));
        };
        await withoutCommits(world.app, work, (tx) => setState(tx, attempt));
      }
    }
    expect(first(faults)).toEqual([]);
  }, 1_800_000);

  it('sees of each field what the table says', async () => {
    const faults: string[] = [];
    const unseen = new Set(Object.keys(TYPES));
    for (const root of Object.entries(ROOTS) as [RootName, Root][]) {
      for (const object of root[1].objects) {
        const found = await lookAtObject(world, schema, root, object);
        cells.fields += found.cells;
        faults.push(...found.faults);
        found.seen.forEach((type) => unseen.delete(type));
      }
    }
    expect(first(faults)).toEqual([]);
    expect([...unseen]).toEqual([]);
  }, 600_000);

  it('is answered by each route as the table says', async () => {
    const faults: string[] = [];
    await withoutCommits(world.app, async () => {
      for (const route of routes()) {
        const [method = '', path = ''] = route.split(' ');
        const form = { 'content-type': 'application/x-www-form-urlencoded' };
        for (const caller of callers) {
          const body = `email=${caller}@nowhere.example`;
          const init = method === 'POST' ? { method, headers: form, body } : { method };
          const { status } = await visit(world, world.callers[caller], path, init);
          cells.routes += 1;
          const expected = statusAt(route, caller);
          if (status !== expected) faults.push(`${route} by ${caller}: ${status}, not ${expected}`);
        }
      }
    });
    expect(first(faults)).toEqual([]);
  }, 60_000);
});

/** Has the cases that are no drafts in the state that an attempt asks for. */
async function setState(tx: TxCtx, { state }: Attempt): Promise<void> {
  if (state) await tx.db.update(PostmortemEntity, { status: Not('DRAFT') }, { status: state });
}

const briefly = ({ type }: Field): string => {
  const [selection = ''] = selectionsOf(schema, getNamedType(type), 0);
  return selection;
};

/** Of a list so much as tells what is in it. */
function listSelection({ name }: Field): string {
  const node = name === 'search' ? '{ postmortem { id } }' : '{ id }';
  return `{ totalCount pageInfo { hasNextPage } nodes ${node} }`;
}

type Node = { readonly id: string } | { readonly postmortem: { readonly id: string } };
interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly Node[];
}

/** Whether a list holds what the caller may read, counts that and nothing else. */
function faultsOfList(
  { name }: Field,
  { holds }: Question,
  caller: CallerName,
  answer: Answer,
): string[] {
  if (!holds) return [];
  const { nodes, totalCount, pageInfo } = responseOf(answer).data?.[name] as List;
  const labels = new Map(
    [...world.ids]
      .filter(([label]) => !/^(key|postmortem beside|[A-Z]+ of beside) /.test(label))
      .map(([label, id]) => [id, label]),
  );
  const idOf = (node: Node): string => ('id' in node ? node.id : node.postmortem.id);
  const known = (all: readonly Node[]): string[] =>
    all.flatMap((node) => labels.get(idOf(node)) ?? []).sort();
  const expected = holds(caller).sort();
  const found = [known(nodes), totalCount, pageInfo.hasNextPage];
  return isDeepStrictEqual(found, [expected, nodes.length, false])
    ? []
    : [`holds ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
}
