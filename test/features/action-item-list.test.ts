import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import type { ActionItemEntity } from '../../src/features/action-item/action-item.entity.js';
import {
  ActionItemService,
  type ActionItemCreate,
} from '../../src/features/action-item/action-item.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let owner: string;
let team: string;
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date('2026-11-23T09:00:00Z') } });
  owner = (await aPerson(app, '陳志明')).id;
  team = (await aTeam(app)).id;
});
afterAll(async () => {
  await app.close();
});

describe('the list of action items', () => {
  const LIST = `query ($filter: ActionItemFilter, $orderBy: ActionItemOrder, $first: Int!, $after: String) {
    actionItems(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { title owner { name } team { key } verifier { name } postmortem { key } } } }`;
  interface List {
    actionItems: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: { title: string }[];
    };
  }

  let listed: string;
  const titles = async (filter: object, orderBy?: object): Promise<string[]> => {
    const variables = { filter: { postmortemId: listed, ...filter }, orderBy, first: 50 };
    return (await ask<List>(app, LIST, variables)).actionItems.nodes.map(({ title }) => title);
  };

  beforeAll(async () => {
    listed = (await aCase(app)).id;
    const add = (title: string, values: Partial<ActionItemCreate>): Promise<ActionItemEntity> =>
      app.write((tx) =>
        app.get(ActionItemService).create(tx, { postmortemId: listed, title, ...values }),
      );
    await add('late', { dueOn: '2026-11-22', priority: 'P2', ownerId: owner });
    await add('today', { dueOn: '2026-11-23', priority: 'P0', teamId: team });
    await add('some day', { type: 'REPAIR' });
    const dropped = await add('dropped', { dueOn: '2026-11-01', priority: 'P1' });
    await app.write((tx) =>
      app.get(ActionItemLifecycle).reject(tx, dropped.id, { reason: 'no need' }),
    );
  });

  it('shows first what is due first, and last what has no date', async () => {
    expect(await titles({})).toEqual(['dropped', 'late', 'today', 'some day']);
    const order = { field: 'DUE_ON', direction: 'DESC' };
    expect(await titles({}, order)).toEqual(['today', 'late', 'dropped', 'some day']);
    expect(await titles({}, { field: 'PRIORITY' })).toEqual([
      'today',
      'dropped',
      'late',
      'some day',
    ]);
    expect(await titles({}, { field: 'KEY', direction: 'DESC' })).toEqual([
      'dropped',
      'some day',
      'today',
      'late',
    ]);
  });

  it('keeps what a screen asks for', async () => {
    expect(await titles({ query: 'LATE' })).toEqual(['late']);
    expect(await titles({ query: 'some d' })).toEqual(['some day']);
    expect(await titles({ open: true })).toEqual(['late', 'today', 'some day']);
    expect(await titles({ open: false })).toEqual(['dropped']);
    expect(await titles({ overdue: true })).toEqual(['late']);
    expect(await titles({ overdue: false })).toEqual(['dropped', 'today', 'some day']);
    expect(await titles({ status: ['REJECTED'] })).toEqual(['dropped']);
    expect(await titles({ priority: ['P0', 'P1'] })).toEqual(['dropped', 'today']);
    expect(await titles({ type: ['REPAIR'] })).toEqual(['some day']);
    expect(await titles({ ownerId: owner })).toEqual(['late']);
    expect(await titles({ teamId: team })).toEqual(['today']);
    expect(await titles({ dueAfter: '2026-11-22', dueBefore: '2026-11-23' })).toEqual(['late']);
    const { team: found } = await ask<{ team: { key: string } }>(
      app,
      'query ($id: ID!) { team(id: $id) { key } }',
      { id: team },
    );
    expect(await titles({ team: [found.key, 'no such team'] })).toEqual(['today']);
    expect(await titles({ team: ['no such team'] })).toEqual([]);
  });

  it('shows by urgency what is late, then what is due, and last what is over, across pages', async () => {
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const orderBy = { field: 'URGENCY' };
      const variables = { filter: { postmortemId: listed }, orderBy, first: 1, after };
      const { actionItems } = await ask<List>(app, LIST, variables);
      seen.push(...actionItems.nodes.map(({ title }) => title));
      after = actionItems.pageInfo.endCursor;
      more = actionItems.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['late', 'today', 'some day', 'dropped']);
  });

  it('pages without a gap where dates are missing', async () => {
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const variables = { filter: { postmortemId: listed }, first: 1, after };
      const { actionItems } = await ask<List>(app, LIST, variables);
      expect(actionItems.totalCount).toBe(4);
      seen.push(...actionItems.nodes.map(({ title }) => title));
      after = actionItems.pageInfo.endCursor;
      more = actionItems.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['dropped', 'late', 'today', 'some day']);
  });

  it('shows the first few of each case in its order, and how many there are and are finished', async () => {
    const other = (await aCase(app)).id;
    for (const title of ['one', 'two', 'three']) {
      const values = { postmortemId: other, title, place: 0 };
      await app.write((tx) => app.get(ActionItemService).create(tx, values));
    }
    const OF = `query ($listed: ID!, $other: ID!) {
      listed: postmortem(id: $listed) { actionItems(first: 3) { title } actionProgress { count finished } }
      other: postmortem(id: $other) { actionItems(first: 2) { title } actionProgress { count finished } } }`;
    expect(await ask(app, OF, { listed, other })).toEqual({
      listed: {
        actionItems: [{ title: 'late' }, { title: 'today' }, { title: 'some day' }],
        actionProgress: { count: 4, finished: 1 },
      },
      other: {
        actionItems: [{ title: 'three' }, { title: 'two' }],
        actionProgress: { count: 3, finished: 0 },
      },
    });
    expect(await titles({ postmortemId: other }, { field: 'POSITION' })).toEqual([
      'three',
      'two',
      'one',
    ]);
    const none =
      'query ($listed: ID!) { postmortem(id: $listed) { actionItems(first: 0) { title } } }';
    await expect(ask(app, none, { listed })).rejects.toThrow();
  });

  it('takes as many statements for a page of one as for a page of fifty', async () => {
    const filter = { status: ['COMMITTED'] };
    for (let index = 0; index < 50; index++) {
      const { id: postmortemId } = index % 10 === 0 ? await aCase(app) : { id: listed };
      await app.write(async (tx) => {
        const values = { postmortemId, title: 'x', ownerId: owner, teamId: team };
        const { id } = await app.get(ActionItemService).create(tx, values);
        await app.get(ActionItemLifecycle).commit(tx, id, { dueOn: '2026-12-01' });
      });
    }
    const one = await statementsOf(app, () => ask(app, LIST, { filter, first: 1 }));
    const fifty = await statementsOf(app, () => ask(app, LIST, { filter, first: 50 }));
    // The page, its count, the owners, the teams, the cases.
    expect(one).toHaveLength(5);
    expect(fifty).toHaveLength(5);
  });
});
