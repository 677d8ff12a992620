import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { statementsOf } from '../support/statements.js';

interface Initiative {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly goalHtml: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly late: boolean;
  readonly allowedMoves: readonly string[];
  readonly owner: { readonly name: string } | null;
  readonly progress: Record<
    'count' | 'finished' | 'effective' | 'overdue' | 'caseCount',
    number
  > & {
    readonly byStatus: readonly object[];
    readonly byPriority: readonly object[];
  };
  readonly actionItems: { readonly totalCount: number; readonly nodes: readonly { id: string }[] };
  readonly cases: { readonly totalCount: number; readonly nodes: readonly { id: string }[] };
  readonly history: { readonly nodes: readonly object[] };
}
interface Payload {
  readonly initiative: Initiative | null;
  readonly userErrors: readonly Refusal[];
}

const FIELDS = `id key version title goalHtml status reason late allowedMoves owner { name }
  progress { count finished effective overdue caseCount byStatus { status count }
    byPriority { priority count finished } }
  actionItems { totalCount nodes { id } } cases { totalCount nodes { id } }
  history { nodes { number act fromStatus status reason targetOn actor { name } owner { name } } }`;
const NOTHING = {
  progress: {
    ...{ count: 0, finished: 0, effective: 0, overdue: 0, caseCount: 0 },
    ...{ byStatus: [], byPriority: [] },
  },
  actionItems: { totalCount: 0, nodes: [] },
  cases: { totalCount: 0, nodes: [] },
};

const clock = new FakeClock();
clock.set(Date.parse('2026-11-02T00:00:00Z'));
let app: TestApp;
let ownerId: string;
let teamId: string;
let teamKey: string;
let member: Actor;
let outsider: Actor;
let viewer: Actor;
let admin: Actor;
beforeAll(async () => {
  app = await startApp({ clock });
  ({ id: ownerId } = await aPerson(app, '林怡君'));
  ({ id: teamId, key: teamKey } = await aTeam(app));
  member = actingAs({ id: ownerId });
  outsider = actingAs(await aPerson(app, 'Oona'));
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
  admin = actingAs(await aPerson(app, 'Root'), 'ADMIN');
});
afterAll(async () => {
  await app.close();
});

async function attempt(
  act: string,
  variables: { readonly id?: string; readonly input?: object; readonly actionItemId?: string },
  actor: Actor = member,
): Promise<Payload> {
  const types = { id: 'ID!', actionItemId: 'ID!', input: `Initiative${act}Input!` } as const;
  const names = Object.keys(variables) as (keyof typeof types)[];
  const document = `mutation (${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) {
    it: initiative${act}(${names.map((name) => `${name}: $${name}`).join(', ')}) {
      initiative { ${FIELDS} } userErrors { code field message } } }`;
  return (await askAs<{ it: Payload }>(app, actor, document, { ...variables })).it;
}

async function done(...of: Parameters<typeof attempt>): Promise<Initiative> {
  const { initiative, userErrors } = await attempt(...of);
  if (!initiative) throw new Error(JSON.stringify(userErrors));
  return initiative;
}

const begin = (input: object = {}): Promise<Initiative> =>
  done('Create', { input: { title: 'Bound every pool', ...input } });

async function find(key: string, actor: Actor = member): Promise<Initiative> {
  const document = `query ($key: String) { initiative(key: $key) { ${FIELDS} } }`;
  return (await askAs<{ initiative: Initiative }>(app, actor, document, { key })).initiative;
}

const gather = (id: string, actionItemIds: readonly string[], actor?: Actor): Promise<Payload> =>
  attempt('AddActions', { id, input: { actionItemIds } }, actor);

async function anAction(postmortemId: string, values: object = {}): Promise<string> {
  const { id } = await app.write((tx) =>
    app.get(ActionItemService).create(tx, { postmortemId, title: 'Alert on it', ...values }),
  );
  return id;
}

/** An action of a case of its own. */
const apart = async (values?: object): Promise<string> => anAction((await aCase(app)).id, values);

async function restricted(): Promise<{ caseId: string; actionId: string }> {
  const { id } = await aCase(app);
  const readers = [{ personId: ownerId }];
  await app.write((tx) =>
    app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED', readers }),
  );
  return { caseId: id, actionId: await anAction(id, { priority: 'P0', dueOn: '2026-10-01' }) };
}

const initiativeOfAction = async (id: string, actor: Actor = member): Promise<string | undefined> =>
  (
    await askAs<{ actionItem: { initiative: { key: string } | null } | null }>(
      app,
      actor,
      'query ($id: ID!) { actionItem(id: $id) { initiative { key } } }',
      { id },
    )
  ).actionItem?.initiative?.key;

describe('the life of an initiative', () => {
  it('goes from a proposal to its end, and tells who moved it, when and why', async () => {
    const { id, ...made } = await begin({ goal: 'None **overflows**', targetOn: '2026-11-30' });
    expect(made.key).toMatch(/^INI-\d+$/);
    expect(made).toMatchObject({ status: 'PROPOSED', late: false, owner: null, ...NOTHING });
    expect(made.goalHtml).toContain('<strong>overflows</strong>');
    expect(made.allowedMoves).toEqual(['EDIT', 'START', 'DROP']);
    expect((await attempt('Start', { id })).userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'ownerId'] },
    ]);
    await done('Start', { id, input: { ownerId } });
    expect((await attempt('Update', { id, input: { ownerId: null } })).userErrors).toMatchObject([
      { code: 'VALIDATION' },
    ]);
    await done('Update', { id, input: { targetOn: '2026-12-31', goal: 'Other words' } });
    await done('Drop', { id, input: { reason: 'Too dear' } });
    expect(await find(made.key)).toMatchObject({ status: 'DROPPED', reason: 'Too dear' });
    await done('Reopen', { id, input: { reason: 'It came back' } });
    await done('Start', { id });
    const over = await done('Complete', { id });
    expect(over).toMatchObject({ status: 'DONE', reason: null });
    expect(over.allowedMoves).toEqual(['EDIT', 'REOPEN']);
    // It can be under way again.
    expect((await attempt('Update', { id, input: { ownerId: null } })).userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'ownerId'] },
    ]);
    const who = { actor: { name: '林怡君' } };
    expect(over.history.nodes).toMatchObject([
      { number: 7, act: 'COMPLETE', fromStatus: 'ACTIVE', status: 'DONE', reason: null, ...who },
      { act: 'START', fromStatus: 'PROPOSED', status: 'ACTIVE' },
      { act: 'REOPEN', fromStatus: 'DROPPED', status: 'PROPOSED', reason: 'It came back' },
      { act: 'DROP', fromStatus: 'ACTIVE', status: 'DROPPED', reason: 'Too dear' },
      { act: 'EDIT', status: 'ACTIVE', targetOn: '2026-12-31' },
      { act: 'START', owner: { name: '林怡君' } },
      { number: 1, act: 'CREATE', fromStatus: null, status: 'PROPOSED', targetOn: '2026-11-30' },
    ]);
  });

  it('refuses a move that is not possible, a blank reason and an old version, and nothing comes of it', async () => {
    const { id, key, version } = await begin({ ownerId });
    const codes = async (answer: Promise<Payload>) => (await answer).userErrors.map((e) => e.code);
    expect(await codes(attempt('Complete', { id }))).toEqual(['WRONG_STATE']);
    expect(await codes(attempt('Drop', { id, input: { reason: ' ' } }))).toEqual(['VALIDATION']);
    expect(await codes(attempt('Reopen', { id, input: { reason: 'x' } }))).toEqual(['WRONG_STATE']);
    const old = { title: 'New', expectedVersion: version + 1 };
    expect(await codes(attempt('Update', { id, input: old }))).toEqual(['CONFLICT']);
    expect(await codes(attempt('Update', { id, input: { teamId: id } }))).toEqual(['NOT_FOUND']);
    expect(await find(key)).toMatchObject({
      version,
      status: 'PROPOSED',
      title: 'Bound every pool',
    });
    expect((await find(key)).history.nodes).toHaveLength(1);
  });

  it('is read by viewers, written by members and removed by administrators', async () => {
    const { id, key } = await begin({ ownerId });
    const item = await apart();
    for (const [act, variables] of [
      ['Create', { input: { title: 'Mine' } }],
      ['Update', { id, input: { title: 'Mine' } }],
      ['Start', { id }],
      ['Drop', { id, input: { reason: 'No' } }],
      ['AddActions', { id, input: { actionItemIds: [item] } }],
      ['RemoveAction', { id, actionItemId: item }],
    ] as const) {
      const { userErrors } = await attempt(act, variables, viewer);
      expect([act, ...userErrors]).toMatchObject([act, { code: 'FORBIDDEN' }]);
    }
    expect((await find(key, viewer)).allowedMoves).toEqual([]);
    await gather(id, [item]);
    expect((await attempt('Delete', { id })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await done('Delete', { id }, admin);
    expect(await find(key)).toBeNull();
    expect(await initiativeOfAction(item)).toBeUndefined();
  });
});

describe('what an initiative gathers', () => {
  it('is counted by state and priority, across cases', async () => {
    const shared = (await aCase(app)).id;
    const [late, other, third] = [
      await anAction(shared, { priority: 'P1', dueOn: '2026-10-31' }),
      await anAction(shared, { priority: 'P1' }),
      await apart(),
    ];
    const reason = { reason: 'No' };
    await app.write((tx) => app.get(ActionItemLifecycle).reject(tx, other, reason));
    const { id, key } = await begin();
    await gather(id, [late, other]);
    const { initiative } = await gather(id, [third, late]);
    expect(initiative?.progress).toEqual({
      ...{ count: 3, finished: 1, effective: 0, overdue: 1, caseCount: 2 },
      byStatus: [
        { status: 'PROPOSED', count: 2 },
        { status: 'REJECTED', count: 1 },
      ],
      byPriority: [
        { priority: 'P1', count: 2, finished: 1 },
        { priority: null, count: 1, finished: 0 },
      ],
    });
    expect(initiative?.cases).toMatchObject({ totalCount: 2, nodes: [{}, { id: shared }] });
    const { actionItems } = await askAs<{ actionItems: { nodes: { id: string }[] } }>(
      app,
      member,
      'query ($key: String) { actionItems(filter: { initiative: $key }) { nodes { id } } }',
      { key: key.toLowerCase() },
    );
    expect(new Set(actionItems.nodes.map((item) => item.id))).toEqual(
      new Set([late, other, third]),
    );
    const { initiative: after } = await attempt('RemoveAction', { id, actionItemId: late });
    expect(after?.actionItems.totalCount).toBe(2);
    expect(await initiativeOfAction(late)).toBeUndefined();
  });

  it('belongs to one initiative, unless it is moved; a refusal leaves all as it was', async () => {
    const [one, other] = [await begin(), await begin({ title: 'Test every restore' })];
    const [item, free] = [await apart(), await apart()];
    await gather(one.id, [item]);
    const { userErrors } = await gather(other.id, [free, item]);
    expect(userErrors).toMatchObject([
      { code: 'ALREADY_EXISTS', field: ['input', 'actionItemIds'] },
    ]);
    expect(userErrors[0]?.message).toContain(one.key);
    expect(await initiativeOfAction(free)).toBeUndefined();
    const input = { actionItemIds: [free, item], move: true };
    await done('AddActions', { id: other.id, input });
    expect(await initiativeOfAction(item)).toBe(other.key);
    expect(await find(one.key)).toMatchObject(NOTHING);
    expect(
      (await attempt('RemoveAction', { id: one.id, actionItemId: item })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('takes 1 to 100 at a time, and none once it is over', async () => {
    const { id } = await begin();
    const item = await apart();
    const codes = async (ids: readonly string[]) =>
      (await gather(id, ids)).userErrors.map(({ code }) => code);
    expect(await codes([])).toEqual(['VALIDATION']);
    expect(await codes(Array.from({ length: 101 }, () => item))).toEqual(['VALIDATION']);
    expect(await codes([item, id])).toEqual(['NOT_FOUND']);
    await done('Drop', { id, input: { reason: 'No' } });
    expect(await codes([item])).toEqual(['WRONG_STATE']);
    expect(await initiativeOfAction(item)).toBeUndefined();
  });
});

describe('action items of a restricted case', () => {
  it('are in no count, list or refusal for others', async () => {
    const [first, second] = [await begin(), await begin()];
    const { actionId } = await restricted();
    await gather(first.id, [actionId]);
    expect((await find(first.key)).progress).toMatchObject({ count: 1, overdue: 1, caseCount: 1 });
    expect(await find(first.key, outsider)).toMatchObject({ ...NOTHING, version: first.version });
    // As if there were no such action item: it is neither there to be gathered, nor to be let go of.
    for (const refused of [
      gather(second.id, [actionId], outsider),
      gather(first.id, [actionId], outsider),
      attempt('RemoveAction', { id: first.id, actionItemId: actionId }, outsider),
      attempt('RemoveAction', { id: second.id, actionItemId: actionId }, outsider),
    ]) {
      expect((await refused).userErrors).toMatchObject([
        { code: 'NOT_FOUND', message: (await gather(first.id, ['x'])).userErrors[0]?.message },
      ]);
    }
    const open = await apart();
    await gather(first.id, [open], outsider);
    expect((await find(first.key, outsider)).progress).toMatchObject({ count: 1, caseCount: 1 });
    expect((await find(first.key)).progress).toMatchObject({ count: 2, caseCount: 2 });
  });
});

describe('the list of initiatives', () => {
  const list = async (filter: object, orderBy?: object): Promise<string[]> => {
    const document = `query ($filter: InitiativeFilter, $orderBy: InitiativeOrder) {
      initiatives(first: 100, filter: $filter, orderBy: $orderBy) { nodes { key } } }`;
    const { initiatives } = await askAs<{ initiatives: { nodes: { key: string }[] } }>(
      app,
      viewer,
      document,
      { filter, orderBy },
    );
    return initiatives.nodes.map(({ key }) => key);
  };

  it('keeps what is asked for, what goes on first and then by its day', async () => {
    const query = 'Zebra';
    const of = (values: object) => begin({ title: `A ${query}`, ...values });
    const dropped = await of({});
    await done('Drop', { id: dropped.id, input: { reason: 'No' } });
    const later = await of({ targetOn: '2026-12-31', teamId });
    const soon = await of({ targetOn: '2026-11-30' });
    const active = await of({ ownerId, targetOn: '2026-10-31' });
    await done('Start', { id: active.id });
    const keys = [active, soon, later, dropped].map(({ key }) => key);
    expect(await list({ query: query.toLowerCase() })).toEqual(keys);
    expect(await list({ query, status: ['DROPPED', 'ACTIVE'] })).toEqual([keys[0], keys[3]]);
    expect(await list({ query, team: [teamKey] })).toEqual([later.key]);
    expect(await list({ query, ownerId })).toEqual([active.key]);
    expect(await list({ query, late: true })).toEqual([active.key]);
    expect(await list({ query, late: false })).toEqual(keys.slice(1));
    const byKey = { field: 'KEY', direction: 'DESC' };
    expect(await list({ query }, byKey)).toEqual([active, soon, later, dropped].map((i) => i.key));
  });

  it('asks how far they have come in a fixed number of statements', async () => {
    for (let at = 0; at < 3; at += 1) {
      const { id } = await begin({ ownerId, teamId });
      await gather(id, [await apart(), await apart()]);
    }
    const statements = (first: number) =>
      statementsOf(app, () =>
        ask(
          app,
          `query ($first: Int!) { initiatives(first: $first, orderBy: { field: KEY, direction: DESC }) {
            nodes { key late owner { name } team { name }
              progress { count caseCount byStatus { count } byPriority { count } } } } }`,
          { first },
        ),
      );
    const few = await statements(1);
    expect((await statements(100)).length).toBe(few.length);
  });

  it('finds the initiatives of a list of action items in as many', async () => {
    const statements = (first: number) =>
      statementsOf(app, () =>
        ask(
          app,
          `query ($first: Int!) { actionItems(first: $first, orderBy: { field: KEY, direction: DESC }) {
            nodes { key initiative { key title } } } }`,
          { first },
        ),
      );
    const few = await statements(1);
    expect((await statements(50)).length).toBe(few.length);
  });
});
