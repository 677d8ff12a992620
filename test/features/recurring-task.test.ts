import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask } from '../support/client.js';
import { actingAs, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { statementsOf } from '../support/statements.js';

interface Occurrence {
  readonly dueOn: string;
  readonly state: string;
  readonly runs: readonly { readonly result: string; readonly note: string | null }[];
}
interface Task {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly title: string;
  readonly state: string | null;
  readonly occurrences: readonly Occurrence[];
  readonly cadences: readonly { readonly rule: string; readonly validUntil: string | null }[];
  readonly lastRun: { readonly result: string } | null;
}
interface Refusal {
  readonly code: string;
  readonly field: string[] | null;
}
type Answer = Record<
  'it',
  { readonly recurringTask: Task | null; readonly userErrors: readonly Refusal[] }
>;

const clock = new FakeClock();
const BEGIN = Date.parse('2026-11-02T00:00:00Z');
const at = (instant: string): void => {
  clock.set(Date.parse(instant));
};
let app: TestApp;
let member: Actor;
let viewer: Actor;
let admin: Actor;
let ownerId: string;
beforeAll(async () => {
  app = await startApp({ clock });
  ({ id: ownerId } = await aPerson(app, '林怡君'));
  member = actingAs({ id: ownerId });
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
  admin = actingAs(await aPerson(app, 'Root'), 'ADMIN');
});
beforeEach(() => {
  clock.set(BEGIN);
});
afterAll(async () => {
  await app.close();
});

const FIELDS = `id version key title state lastRun { result }
  cadences { rule validUntil }
  occurrences(last: 5, next: 2) { dueOn state runs { result note } }`;

async function attempt(
  act: string,
  variables: { readonly id?: string; readonly input?: object },
  actor: Actor = member,
): Promise<Answer['it']> {
  const takes = [
    ...(variables.id ? [['id', 'ID!']] : []),
    ...(variables.input ? [['input', `RecurringTask${act}Input!`]] : []),
  ];
  const head = takes.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const call = takes.map(([name]) => `${name}: $${name}`).join(', ');
  const document = `mutation (${head}) { it: recurringTask${act}(${call}) {
    recurringTask { ${FIELDS} } userErrors { code field } } }`;
  return (await askAs<Answer>(app, actor, document, { ...variables })).it;
}

async function done(...of: Parameters<typeof attempt>): Promise<Task> {
  const { recurringTask, userErrors } = await attempt(...of);
  if (!recurringTask) throw new Error(JSON.stringify(userErrors));
  return recurringTask;
}

const WEEKLY = {
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  startsOn: '2026-11-02',
  zone: 'Asia/Taipei',
  time: '09:00',
  graceDays: 2,
};
const begin = (input: object = {}): Promise<Task> =>
  done('Create', { input: { title: 'Restore the ledger', cadence: WEEKLY, ...input } });

async function find(key: string): Promise<Task> {
  const { recurringTask } = await askAs<{ recurringTask: Task }>(
    app,
    viewer,
    `query ($key: String) { recurringTask(key: $key) { ${FIELDS} } }`,
    { key },
  );
  return recurringTask;
}

const record = (id: string, input: object, actor?: Actor): Promise<Answer['it']> =>
  attempt('Run', { id, input }, actor);

const statesOf = ({ occurrences }: Task): string[] =>
  occurrences.map(({ dueOn, state }) => `${dueOn} ${state}`);

describe('a recurring task', () => {
  it('falls due in its zone, is missed after its grace, and shows what came of each time', async () => {
    const { id, key, state, ...task } = await begin();
    expect(key).toMatch(/^RT-\d+$/);
    expect(state).toBe('OK');
    expect(statesOf({ id, key, state, ...task })).toEqual([
      '2026-11-02 UPCOMING',
      '2026-11-09 UPCOMING',
    ]);
    at('2026-11-02T01:00:00Z');
    expect(await find(key)).toMatchObject({ state: 'DUE' });
    at('2026-11-04T16:00:00Z');
    expect(await find(key)).toMatchObject({ state: 'MISSED' });
    at('2026-11-09T02:00:00Z');
    await record(id, {
      dueOn: '2026-11-09',
      result: 'PASSED',
      evidence: '[log](https://x.example)',
    });
    const after = await find(key);
    expect(after).toMatchObject({ state: 'OK', lastRun: { result: 'PASSED' } });
    expect(statesOf(after)).toEqual([
      '2026-11-02 MISSED',
      '2026-11-09 DONE',
      '2026-11-16 UPCOMING',
      '2026-11-23 UPCOMING',
    ]);
  });

  it('is not due before it was begun, wherever its rule counts from', async () => {
    at('2026-11-18T00:00:00Z');
    const task = await begin({ cadence: { ...WEEKLY, startsOn: '2020-01-06' } });
    expect(statesOf(task)).toEqual(['2026-11-23 UPCOMING', '2026-11-30 UPCOMING']);
  });

  it('is done early if it is the next time, and not before that', async () => {
    const { id } = await begin();
    const early = await record(id, { dueOn: '2026-11-09', result: 'PASSED' });
    expect(early.userErrors).toEqual([{ code: 'VALIDATION', field: ['input', 'dueOn'] }]);
    at('2026-11-03T00:00:00Z');
    expect((await record(id, { dueOn: '2026-11-09', result: 'PASSED' })).userErrors).toEqual([]);
    for (const dueOn of ['2026-11-16', '2026-11-03', '2026-10-26']) {
      const { userErrors } = await record(id, { dueOn, result: 'PASSED' });
      expect(userErrors).toMatchObject([{ code: 'VALIDATION' }]);
    }
  });

  it('keeps what was recorded before when it is recorded again', async () => {
    const { id, key } = await begin();
    at('2026-11-02T03:00:00Z');
    const dueOn = '2026-11-02';
    const bare = await record(id, { dueOn, result: 'FAILED' });
    expect(bare.userErrors).toEqual([{ code: 'VALIDATION', field: ['input', 'note'] }]);
    await record(id, { dueOn, result: 'FAILED', note: 'No space left', expectedVersion: 0 });
    expect(await find(key)).toMatchObject({ state: 'FAILED' });
    const late = await record(id, { dueOn, result: 'PASSED', expectedVersion: 0 });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    await record(id, { dueOn, result: 'PASSED', note: 'Second try', expectedVersion: 1 });
    const { state, occurrences } = await find(key);
    expect(state).toBe('OK');
    expect(occurrences[0]?.runs).toEqual([
      { result: 'PASSED', note: 'Second try' },
      { result: 'FAILED', note: 'No space left' },
    ]);
  });

  it('leaves the past as it was when its cadence changes', async () => {
    const { id, key, version } = await begin();
    at('2026-11-10T03:00:00Z');
    const cadence = { ...WEEKLY, rule: 'FREQ=DAILY', startsOn: '2026-11-01', graceDays: 0 };
    const changed = await done('Update', { id, input: { cadence, expectedVersion: version } });
    expect(changed.cadences).toEqual([
      { rule: 'FREQ=WEEKLY;BYDAY=MO', validUntil: '2026-11-09' },
      { rule: 'FREQ=DAILY', validUntil: null },
    ]);
    expect(statesOf(changed)).toEqual([
      '2026-11-02 MISSED',
      '2026-11-09 DUE',
      '2026-11-10 DUE',
      '2026-11-11 UPCOMING',
      '2026-11-12 UPCOMING',
    ]);
    const again = await done('Update', { id, input: { cadence, title: 'Restore it' } });
    expect(again.cadences).toHaveLength(2);
    expect((await find(key)).title).toBe('Restore it');
    const stale = await attempt('Update', { id, input: { title: 'x', expectedVersion: version } });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('is due no more while it is set aside, and the time between is not missed', async () => {
    const { id } = await begin();
    at('2026-11-05T00:00:00Z');
    const archived = await done('Archive', { id });
    expect(archived.state).toBeNull();
    expect(statesOf(archived)).toEqual(['2026-11-02 MISSED']);
    expect((await attempt('Update', { id, input: { cadence: WEEKLY } })).userErrors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    at('2026-11-19T00:00:00Z');
    expect(statesOf(await done('Restore', { id }))).toEqual([
      '2026-11-02 MISSED',
      '2026-11-23 UPCOMING',
      '2026-11-30 UPCOMING',
    ]);
  });

  it.each([
    ['a rule of hours', { rule: 'FREQ=HOURLY' }, 'rule'],
    ['a rule that never comes', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule'],
    ['a rule beyond all measure', { rule: `FREQ=DAILY;BYMONTH=${'1,'.repeat(2_000)}1` }, 'rule'],
    ['no rule', { rule: 'now and then' }, 'rule'],
    ['a zone that is none', { zone: 'Mars/Base' }, 'zone'],
    ['a time that is none', { time: '24:00' }, 'time'],
    ['a grace of months', { graceDays: 61 }, 'graceDays'],
    ['a start long ago', { startsOn: '0001-01-01' }, 'startsOn'],
  ])('is refused with %s', async (_, cadence, field) => {
    const input = { title: 'Odd one', cadence: { ...WEEKLY, ...cadence } };
    const { userErrors } = await attempt('Create', { input });
    expect(userErrors).toEqual([{ code: 'VALIDATION', field: ['input', 'cadence', field] }]);
    const { recurringTasks } = await askAs<{ recurringTasks: { totalCount: number } }>(
      app,
      viewer,
      '{ recurringTasks(filter: { query: "Odd one" }) { totalCount } }',
    );
    expect(recurringTasks.totalCount).toBe(0);
  });

  it('is read by everybody, written by members and removed by administrators', async () => {
    const { id, key } = await begin();
    const input = { title: 'Mine', cadence: WEEKLY };
    const forbidden = [{ code: 'FORBIDDEN' }];
    expect((await attempt('Create', { input }, viewer)).userErrors).toMatchObject(forbidden);
    const run = { dueOn: '2026-11-02', result: 'PASSED' };
    expect((await record(id, run, viewer)).userErrors).toMatchObject(forbidden);
    expect((await attempt('Delete', { id })).userErrors).toMatchObject(forbidden);
    expect((await attempt('Delete', { id }, admin)).userErrors).toEqual([]);
    expect(await find(key)).toBeNull();
  });

  it('keeps the people and teams that it names from being removed, not from being archived', async () => {
    const team = await aTeam(app);
    const { id: someone } = await aPerson(app, 'Ada');
    const { id } = await begin({ teamId: team.id, ownerId: someone });
    const inUse = { code: 'IN_USE' };
    await expect(app.write((tx) => app.get(TeamService).delete(tx, team.id))).rejects.toMatchObject(
      inUse,
    );
    await expect(
      app.write((tx) => app.get(PersonService).delete(tx, someone)),
    ).rejects.toMatchObject(inUse);
    await app.write((tx) => app.get(TeamService).archive(tx, team.id));
    await app.write((tx) => app.get(PersonService).archive(tx, someone));
    await done('Delete', { id }, admin);
    await app.write((tx) => app.get(TeamService).delete(tx, team.id));
  });
});

describe('the list of recurring tasks', () => {
  interface List {
    readonly recurringTasks: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      readonly nodes: readonly { readonly title: string; readonly state: string }[];
    };
  }
  const inProcess = (document: string): Promise<List> => askAs<List>(app, viewer, document);
  const list = async (args: string, by = inProcess): Promise<List['recurringTasks']> => {
    const { recurringTasks } = await by(
      `{ recurringTasks(${args}) { totalCount pageInfo { endCursor hasNextPage }
        nodes { title state lastRun { doneBy { name } } team { key } owner { name } service { name }
          occurrences { dueOn runs { recordedBy { name } } } } } }`,
    );
    return recurringTasks;
  };

  it('begins with what is missed, then due, and keeps what is asked for, page by page', async () => {
    const team = await aTeam(app);
    const of = (title: string, cadence: object) =>
      begin({ title, teamId: team.id, cadence: { ...WEEKLY, ...cadence } });
    await of('later', { startsOn: '2026-12-07' });
    const failed = await of('failed', {});
    await of('missed', { graceDays: 0 });
    await of('due', {});
    const cared = await of('cared for', { rule: 'FREQ=DAILY' });
    at('2026-11-03T06:00:00Z');
    await record(failed.id, { dueOn: '2026-11-02', result: 'FAILED', note: 'Broken' });
    await record(cared.id, { dueOn: '2026-11-03', result: 'PASSED' });
    const filter = `filter: { teamId: "${team.id}" }`;
    const { nodes } = await list(filter);
    expect(nodes.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'missed MISSED',
      'due DUE',
      'failed FAILED',
      'cared for OK',
      'later OK',
    ]);
    const first = await list(`first: 2, ${filter}`);
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await list(`first: 3, ${filter}, after: "${first.pageInfo.endCursor}"`);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...rest.nodes]).toEqual(nodes);
    const states = `filter: { teamId: "${team.id}", state: [MISSED, DUE] }`;
    expect((await list(states)).totalCount).toBe(2);
  });

  it('takes the same number of statements however long it is', async () => {
    for (let more = 0; more < 6; more++) {
      const { id } = await begin({ title: `counted ${more}`, ownerId });
      await record(id, { dueOn: '2026-11-02', result: 'PASSED' });
    }
    const overHttp = (document: string): Promise<List> => ask<List>(app, document);
    const page = (first: number) => () =>
      list(`first: ${first}, filter: { query: "counted" }`, overHttp);
    const one = await statementsOf(app, page(1));
    const many = await statementsOf(app, page(6));
    expect(many).toHaveLength(one.length);
    expect(one.length).toBeLessThan(8);
  });
});
