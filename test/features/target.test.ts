import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { mutate, rowOf, type Row } from '../support/mutation.js';
import { statementsOf } from '../support/statements.js';

/** A Monday. */
const START = '2026-11-02T09:00:00.000Z';
let now = START;
let app: TestApp;
let caseId: string;
let owner: string;
let other: string;
let team: { id: string };
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(now) } });
  owner = (await aPerson(app, '陳志明')).id;
  other = (await aPerson(app, 'Ana Díaz')).id;
});
beforeEach(async () => {
  now = START;
  team = await aTeam(app);
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

const DEFAULTS = [
  { subject: 'P0', severity: null, days: 7 },
  { subject: 'P1', severity: null, days: 28 },
  { subject: 'P2', severity: null, days: 56 },
  { subject: 'WRITING', severity: null, days: 5 },
  { subject: 'WRITING', severity: 'SEV1', days: 3 },
  { subject: 'REVIEWING', severity: null, days: 5 },
];

const setTargets = (targets: object[]) =>
  mutate(
    app,
    'improvementPolicyUpdate',
    'improvementPolicy',
    { input: { targets } },
    'targets { subject severity days }',
  );

const propose = async (more: object = {}): Promise<string> =>
  (
    await app.write((tx) =>
      app.get(ActionItemService).create(tx, {
        postmortemId: caseId,
        title: 'Alert on pool use above 80 %',
        priority: 'P0',
        teamId: team.id,
        ownerId: owner,
        ...more,
      }),
    )
  ).id;

const lifecycle = (): ActionItemLifecycle => app.get(ActionItemLifecycle);

const CLOCK = `clock { state targetDays usedDays pausedDays breached targetOn }
  extensions { count lastReason lastOn }`;

async function clockOf(id: string): Promise<{ clock: Row; extensions: Row | null }> {
  const query = `query ($id: ID!) { actionItem(id: $id) { ${CLOCK} } }`;
  const { actionItem } = await ask<{ actionItem: { clock: Row; extensions: Row | null } }>(
    app,
    query,
    { id },
  );
  return actionItem;
}

async function aCaseOf(severity: string | null): Promise<string> {
  const { id } = await app.write((tx) =>
    app.get(IncidentService).create(tx, {
      kind: 'INCIDENT',
      title: 'Checkout down',
      severity: severity as 'SEV1' | null,
    }),
  );
  return (await aCase(app, { incidentIds: [id] })).id;
}

describe('targets', () => {
  it('are those of the field until the organization says otherwise', async () => {
    const query = '{ improvementPolicy { targets { subject severity days } } }';
    expect(await ask(app, query)).toEqual({ improvementPolicy: { targets: DEFAULTS } });
    const changed = [{ subject: 'P0', severity: null, days: 3 }];
    expect((await rowOf(setTargets(changed)))['targets']).toEqual(changed);
    const { clock } = await clockOf(await propose({ priority: 'P1' }));
    expect(clock).toMatchObject({ targetDays: null, targetOn: null, state: 'RUNNING' });
    await rowOf(setTargets(DEFAULTS));
  });

  it.each([
    [{ subject: 'P0', days: 0 }],
    [{ subject: 'P0', days: 366 }],
    [
      { subject: 'P0', days: 3 },
      { subject: 'P0', severity: null, days: 5 },
    ],
  ])('are refused where they make no sense: %j', async (...targets) => {
    expect((await setTargets(targets)).refusal).toMatchObject({ code: 'VALIDATION' });
    const query = '{ improvementPolicy { targets { subject severity days } } }';
    expect(await ask(app, query)).toEqual({ improvementPolicy: { targets: DEFAULTS } });
  });

  it('are taken by the severity of the gravest incident where there is one for it', async () => {
    await rowOf(setTargets([...DEFAULTS, { subject: 'P0', severity: 'SEV1', days: 2 }]));
    const targetDays = async (severity: string | null): Promise<unknown> =>
      (await clockOf(await propose({ postmortemId: await aCaseOf(severity) }))).clock['targetDays'];
    expect(await targetDays('SEV1')).toBe(2);
    expect(await targetDays('SEV2')).toBe(7);
    expect(await targetDays(null)).toBe(7);
    await rowOf(setTargets(DEFAULTS));
  });
});

describe('the clock of an action item', () => {
  it('runs from the proposal in the working days of its team', async () => {
    const calendar = await app.write((tx) =>
      app.get(WorkCalendars).create(tx, {
        name: `Taipei ${team.id}`,
        zone: 'Asia/Taipei',
        specialDays: [
          { from: '2026-11-03', name: '放假' },
          { from: '2026-11-07', name: '補班', isWorked: true },
        ],
      }),
    );
    const usual = await propose({ teamId: null });
    const ofTeam = await propose();
    await app.write((tx) => app.get(TeamService).update(tx, team.id, { calendarId: calendar.id }));
    now = '2026-11-04T09:00:00.000Z';
    expect((await clockOf(usual)).clock).toMatchObject({ usedDays: 2, targetOn: '2026-11-11' });
    expect((await clockOf(ofTeam)).clock).toMatchObject({ usedDays: 1, targetOn: '2026-11-11' });
    now = '2026-11-08T09:00:00.000Z';
    expect((await clockOf(ofTeam)).clock).toMatchObject({ usedDays: 4 });
  });

  it('shows that it was put off, and keeps its target', async () => {
    const id = await propose();
    expect((await clockOf(id)).extensions).toBeNull();
    await app.write((tx) => lifecycle().commit(tx, id, { dueOn: '2026-11-06' }));
    await app.write((tx) => lifecycle().extend(tx, id, { dueOn: '2026-11-09', reason: 'x' }));
    now = '2026-11-03T09:00:00.000Z';
    const reason = '等供應商';
    await app.write((tx) => lifecycle().extend(tx, id, { dueOn: '2026-12-09', reason }));
    const { clock, extensions } = await clockOf(id);
    expect(clock).toMatchObject({ targetOn: '2026-11-11', usedDays: 1 });
    expect(extensions).toEqual({ count: 2, lastReason: reason, lastOn: now });
  });

  it('stands still in a pause, and ends when the action is done', async () => {
    const id = await propose();
    await app.write((tx) => lifecycle().commit(tx, id, { dueOn: '2026-11-06' }));
    now = '2026-11-04T09:00:00.000Z';
    const pause = { reason: 'Freeze', approverId: other, until: '2026-11-16' };
    await app.write((tx) => lifecycle().pause(tx, id, pause));
    now = '2026-11-11T09:00:00.000Z';
    expect((await clockOf(id)).clock).toMatchObject({ state: 'PAUSED', usedDays: 2 });
    await app.write((tx) => lifecycle().resume(tx, id));
    now = '2026-11-24T09:00:00.000Z';
    expect((await clockOf(id)).clock).toMatchObject({ state: 'RUNNING', breached: true });
    await app.write((tx) => lifecycle().complete(tx, id, { evidence: 'graph' }));
    now = '2026-12-24T09:00:00.000Z';
    expect((await clockOf(id)).clock).toEqual({
      state: 'ENDED',
      targetDays: 7,
      usedDays: 11,
      pausedDays: 5,
      breached: true,
      targetOn: '2026-11-18',
    });
  });

  it('takes as many statements for one action as for a hundred of ten teams and cases', async () => {
    const team10 = await Promise.all(Array.from({ length: 10 }, () => aTeam(app)));
    const cases: string[] = [];
    for (let index = 0; index < 10; index++) cases.push(await aCaseOf('SEV2'));
    for (let index = 0; index < 100; index++) {
      const postmortemId = cases[index % 10] ?? '';
      const id = await propose({ postmortemId, teamId: team10[Math.floor(index / 10)]?.id });
      await app.write((tx) => lifecycle().commit(tx, id, { dueOn: '2026-12-01' }));
    }
    const list = `query ($first: Int!, $filter: ActionItemFilter) {
      actionItems(first: $first, filter: $filter) { nodes { key ${CLOCK} } } }`;
    const filter = { status: ['COMMITTED'] };
    const of = (first: number): Promise<string[]> =>
      statementsOf(app, () => ask(app, list, { first, filter }));
    const [one, hundred] = [await of(1), await of(100)];
    // The page; moves and extensions; incidents of the cases, those incidents; targets; team,
    // organization, calendars.
    expect(one.length).toBeLessThanOrEqual(9);
    expect(hundred).toHaveLength(one.length);
  });
});

describe('the clocks of a case', () => {
  const CASE_CLOCKS = `clocks { writing { state targetDays usedDays breached targetOn }
    reviewing { state targetDays usedDays breached targetOn } }`;
  const clocks = async (id: string): Promise<{ writing: Row | null; reviewing: Row | null }> => {
    const query = `query ($id: ID!) { postmortem(id: $id) { ${CASE_CLOCKS} } }`;
    const { postmortem } = await ask<{
      postmortem: { clocks: { writing: Row | null; reviewing: Row | null } };
    }>(app, query, { id });
    return postmortem.clocks;
  };
  const move = (name: string, id: string) =>
    rowOf(mutate(app, `postmortem${name}`, 'postmortem', { id }, 'status'));

  it('run from the resolution until it is submitted, and from then until it is approved', async () => {
    const { id: incidentId } = await app.write((tx) =>
      app.get(IncidentService).create(tx, {
        kind: 'INCIDENT',
        title: 'Checkout down',
        severity: 'SEV1',
        resolvedAt: new Date('2026-10-30T09:00:00.000Z'),
      }),
    );
    const { id } = await aCase(app, { incidentIds: [incidentId] });
    now = '2026-11-03T09:00:00.000Z';
    expect(await clocks(id)).toEqual({
      writing: {
        state: 'RUNNING',
        targetDays: 3,
        usedDays: 2,
        breached: false,
        targetOn: '2026-11-04',
      },
      reviewing: null,
    });
    now = '2026-11-05T09:00:00.000Z';
    await move('Submit', id);
    now = '2026-11-09T09:00:00.000Z';
    expect(await clocks(id)).toMatchObject({
      writing: { state: 'ENDED', usedDays: 4, breached: true },
      reviewing: { state: 'RUNNING', targetDays: 5, usedDays: 2, targetOn: '2026-11-12' },
    });
    // Sent back: writing goes on where it was.
    await move('Reopen', id);
    now = '2026-11-10T09:00:00.000Z';
    expect(await clocks(id)).toMatchObject({
      writing: { state: 'RUNNING', usedDays: 5 },
      reviewing: null,
    });
    await move('Submit', id);
    now = '2026-11-11T09:00:00.000Z';
    await move('Approve', id);
    now = '2026-12-11T09:00:00.000Z';
    expect(await clocks(id)).toMatchObject({
      writing: { state: 'ENDED', usedDays: 5 },
      reviewing: { state: 'ENDED', usedDays: 3, breached: false, targetOn: null },
    });
  });

  it('begin with the case while its incident is not resolved, and stop where it is archived', async () => {
    now = '2026-11-05T09:00:00.000Z';
    expect((await clocks(caseId)).writing).toMatchObject({ targetDays: 5, usedDays: 3 });
    await move('Archive', caseId);
    now = '2026-12-05T09:00:00.000Z';
    expect(await clocks(caseId)).toMatchObject({
      writing: { state: 'STOPPED', usedDays: 3 },
      reviewing: null,
    });
  });

  it('take as many statements for one case as for twenty', async () => {
    now = '2027-01-04T09:00:00.000Z';
    for (let index = 0; index < 20; index++) await aCaseOf('SEV2');
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes { ${CASE_CLOCKS} } } }`;
    const of = (first: number): Promise<string[]> =>
      statementsOf(app, () => ask(app, list, { first }));
    const one = await of(1);
    // The page; moves; incidents of the cases, those incidents; targets; organization, calendars.
    expect(one.length).toBeLessThanOrEqual(9);
    expect(await of(20)).toHaveLength(one.length);
  });
});

describe('the list of what is late by its target', () => {
  const LATE = `query ($filter: ActionItemFilter!) {
    actionItems(first: 50, filter: $filter, orderBy: { field: KEY }) { totalCount nodes { id } } }`;
  interface List {
    readonly actionItems: {
      readonly totalCount: number;
      readonly nodes: readonly { id: string }[];
    };
  }
  const listed = async (filter: object): Promise<string[]> => {
    const { actionItems } = await ask<List>(app, LATE, { filter: { teamId: team.id, ...filter } });
    expect(actionItems.totalCount).toBe(actionItems.nodes.length);
    return actionItems.nodes.map(({ id }) => id);
  };

  it('keeps what has used more days than it may and is not finished', async () => {
    const late = await propose();
    const inTime = await propose({ priority: 'P1' });
    const without = await propose({ priority: 'P3' });
    const givenUp = await propose();
    now = '2026-11-11T09:00:00.000Z';
    expect(await listed({ overTarget: true })).toEqual([]);
    now = '2026-11-12T09:00:00.000Z';
    await app.write((tx) => lifecycle().reject(tx, givenUp, { reason: 'no need' }));
    expect(await listed({ overTarget: true })).toEqual([late]);
    expect(await listed({ overTarget: false })).toEqual([inTime, without, givenUp]);
    expect(await listed({ overTarget: true, priority: ['P1'] })).toEqual([]);
  });

  it('shows first what has the fewest days left, page by page, and last what has no target', async () => {
    const [second, third] = [await propose(), await propose({ priority: 'P1' })];
    const without = await propose({ priority: 'P3' });
    const givenUp = await propose();
    const first = await propose({ postmortemId: await aCaseOf('SEV1') });
    await rowOf(setTargets([...DEFAULTS, { subject: 'P0', severity: 'SEV1', days: 2 }]));
    now = '2026-11-12T09:00:00.000Z';
    await app.write((tx) => lifecycle().reject(tx, givenUp, { reason: 'no need' }));
    const page = async (direction: string, count: number, after?: string) =>
      (
        await ask<{ actionItems: List['actionItems'] & { pageInfo: { endCursor: string } } }>(
          app,
          `query ($team: ID!, $direction: OrderDirection!, $first: Int!, $after: String) {
            actionItems(filter: { teamId: $team }, first: $first, after: $after,
              orderBy: { field: CLOCK, direction: $direction }) {
              totalCount pageInfo { endCursor } nodes { id } } }`,
          { team: team.id, direction, first: count, after },
        )
      ).actionItems;
    const ids = ({ nodes }: List['actionItems']) => nodes.map(({ id }) => id);
    const two = await page('ASC', 2);
    expect(two.totalCount).toBe(5);
    expect(ids(two)).toEqual([first, second]);
    const rest = await page('ASC', 3, two.pageInfo.endCursor);
    expect(ids(rest)).toEqual([third, without, givenUp]);
    expect(ids(await page('DESC', 5))).toEqual([third, second, first, givenUp, without]);
    await rowOf(setTargets(DEFAULTS));
  });

  it('asks the database as often for many as for one', async () => {
    const statements = () => statementsOf(app, () => listed({ overTarget: true }));
    await propose();
    now = '2026-11-16T09:00:00.000Z';
    const one = await statements();
    now = START;
    for (let made = 0; made < 5; made++) await propose();
    now = '2026-11-16T09:00:00.000Z';
    expect((await statements()).length).toBe(one.length);
  });
});
