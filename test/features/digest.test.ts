import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { DigestService } from '../../src/features/digest/digest.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql } from '../support/client.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { scratchFolder } from '../support/files.js';
import { importInto, ownForm } from '../support/library.js';

let now = '2026-11-16T01:00:00.000Z';

let app: TestApp;
let caseId: string;
let owner: string;
let other: string;
let team: { id: string; key: string };
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(now) } });
  owner = (await aPerson(app, '陳志明')).id;
  other = (await aPerson(app, 'Ana Díaz')).id;
});
beforeEach(async () => {
  now = '2026-11-16T01:00:00.000Z';
  team = await aTeam(app);
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

/** Does something at an instant. */
async function at<Result>(instant: string, what: () => Promise<Result>): Promise<Result> {
  now = new Date(instant).toISOString();
  return what();
}

const propose = async (title: string, more: object = {}): Promise<string> =>
  (
    await app.write((tx) =>
      app
        .get(ActionItemService)
        .create(tx, { postmortemId: caseId, title, teamId: team.id, ...more }),
    )
  ).id;

const lifecycle = (): ActionItemLifecycle => app.get(ActionItemLifecycle);

async function promised(title: string, dueOn: string, more: object = {}): Promise<string> {
  const id = await propose(title, { ...more, ownerId: owner });
  await app.write((tx) => lifecycle().commit(tx, id, { dueOn, doneWhen: 'It is so.' }));
  return id;
}

const complete = (id: string): Promise<unknown> =>
  app.write((tx) => lifecycle().complete(tx, id, { evidence: 'graph' }));
const verify = (id: string, effectCheckOn?: string): Promise<unknown> =>
  app.write((tx) => lifecycle().verify(tx, id, { verifierId: other, effectCheckOn }));

interface Digest {
  week: string;
  from: string;
  until: string;
  isFinal: boolean;
  numbers: Record<string, { now: number; before: number }>;
  sections: {
    kind: string;
    count: number;
    entries: { title: string; daysLate: number | null }[];
  }[];
}

const QUERY = `query ($team: String!, $week: String!) { digest(teamKey: $team, week: $week) {
  week from until isFinal
  numbers { open { now before } overdue { now before } proposed { now before } done { now before }
    verified { now before } effective { now before } extended { now before } }
  sections { kind count entries { title status day daysLate reason actionItem { key } owner { name } } }
} }`;

async function digest(week: string): Promise<Digest> {
  const { digest: found } = await ask<{ digest: Digest }>(app, QUERY, { team: team.key, week });
  return found;
}

/** The titles of each list, with the days late where the list has days. */
const lists = ({ sections }: Digest): Record<string, string[]> =>
  Object.fromEntries(
    sections.map(({ kind, entries }) => [
      kind,
      entries.map(({ title, daysLate }) => (daysLate === null ? title : `${title} ${daysLate}`)),
    ]),
  );

describe('the digest of a week', () => {
  it('tells what stood and what happened at its cut-off, and the same at any later time', async () => {
    const late = await promised('late', '2026-11-18');
    await promised('soon', '2026-11-25');
    await promised('far', '2027-01-25');
    const done = await promised('done', '2026-11-20');
    const checked = await promised('checked', '2026-11-20');
    const put = await promised('put off', '2026-11-20');
    const paused = await promised('paused', '2026-11-20');
    await at('2026-11-18T01:00Z', async () => {
      await propose('idea');
      await complete(done);
      await complete(checked);
      await verify(checked, '2026-11-27');
      await app.write((tx) =>
        lifecycle().extend(tx, put, { dueOn: '2026-12-30', reason: '等供應商' }),
      );
      const pause = { reason: 'freeze', approverId: other, until: '2026-11-26' };
      await app.write((tx) => lifecycle().pause(tx, paused, pause));
    });
    now = '2026-11-23T09:00:00.000Z';
    const first = await digest('2026-W47');
    expect(first).toMatchObject({
      week: '2026-W47',
      from: '2026-11-16T00:00:00.000Z',
      until: '2026-11-23T00:00:00.000Z',
      isFinal: true,
    });
    expect(lists(first)).toEqual({
      OVERDUE: ['late 5'],
      DUE: ['soon -2'],
      EFFECT_CHECK: ['checked -4'],
      PAUSE_ENDING: ['paused -3'],
      TO_VERIFY: ['done'],
      NEW: ['late', 'soon', 'far', 'done', 'checked', 'put off', 'paused', 'idea'],
      EXTENDED: ['put off'],
      DONE: ['done', 'checked'],
      VERIFIED: ['checked'],
    });
    expect(first.numbers).toEqual({
      open: { now: 5, before: 0 },
      overdue: { now: 1, before: 0 },
      proposed: { now: 8, before: 0 },
      done: { now: 2, before: 0 },
      verified: { now: 1, before: 0 },
      effective: { now: 0, before: 0 },
      extended: { now: 1, before: 0 },
    });
    await at('2026-11-24T09:00Z', () => complete(late));
    await at('2026-12-20T09:00Z', () => propose('much later'));
    // How an action stands today is asked of the action itself.
    expect(await digest('2026-W47')).toEqual(first);
    const next = await digest('2026-W48');
    expect(next.numbers['done']).toEqual({ now: 1, before: 2 });
    expect(next.numbers['overdue']).toEqual({ now: 1, before: 1 });
    expect(lists(next)['OVERDUE']).toEqual(['soon 5']);
  });

  it('of an empty week holds nothing, and one that is not over says so', async () => {
    expect(await digest('2025-W10')).toMatchObject({ isFinal: true, sections: [] });
    now = '2026-11-18T12:00:00.000Z';
    await propose('idea');
    expect(await digest('2026-W47')).toMatchObject({ isFinal: false, until: now });
    expect(lists(await digest('2026-W47'))).toEqual({ NEW: ['idea'] });
  });

  it('goes by the zone of the team: a second before and after midnight there', async () => {
    const calendar = await app.write((tx) =>
      app.get(WorkCalendars).create(tx, { name: `Taipei ${team.key}`, zone: 'Asia/Taipei' }),
    );
    await app.write((tx) => app.get(TeamService).update(tx, team.id, { calendarId: calendar.id }));
    await at('2027-01-03T15:59:59Z', () => propose('last of the year'));
    await at('2027-01-03T16:00:00Z', () => propose('first of the next'));
    now = '2027-02-01T00:00:00.000Z';
    expect(lists(await digest('2026-W53'))).toEqual({ NEW: ['last of the year'] });
    expect(lists(await digest('2027-W01'))).toEqual({ NEW: ['first of the next'] });
  });

  it('counts an action for the team that had it then', async () => {
    const id = await promised('handed over', '2026-11-18');
    const next = await aTeam(app, 'Search');
    await at('2026-11-25T09:00Z', () =>
      app.write((tx) => app.get(ActionItemService).update(tx, id, { teamId: next.id })),
    );
    now = '2026-12-01T09:00:00.000Z';
    expect((await digest('2026-W47')).numbers['overdue']).toEqual({ now: 1, before: 0 });
    expect((await digest('2026-W48')).numbers['overdue']).toEqual({ now: 0, before: 1 });
    team = next;
    expect((await digest('2026-W48')).numbers['overdue']).toEqual({ now: 1, before: 0 });
  });

  it('holds nothing of a case that the reader may not read, not even in a number', async () => {
    const reader: Actor = actingAs({ id: other });
    const whole = () => app.get(DigestService).ofTeam(app.ctx(reader), team.key, '2026-W47');
    await promised('open to all', '2026-11-18');
    now = '2026-11-24T09:00:00.000Z';
    const before = await whole();
    caseId = (await aCase(app, { visibility: 'RESTRICTED', authorIds: [owner] })).id;
    await at('2026-11-16T02:00Z', () => promised('secret', '2026-11-18'));
    now = '2026-11-24T09:00:00.000Z';
    expect(await whole()).toEqual(before);
    expect((await digest('2026-W47')).numbers['overdue']?.now).toBe(2);
  });

  it('knows of an imported action from when its file was last edited', async () => {
    const folder = scratchFolder();
    try {
      const facts = `team: ${team.key}, status: COMMITTED, dueOn: 2026-11-04`;
      const head = `updatedAt: 2026-11-01T00:00:00Z\nactions: [{ title: from a file, ${facts} }]\n`;
      folder.write({ 'one.md': ownForm('Of a file', head) });
      now = '2026-11-24T09:00:00.000Z';
      await importInto(app, folder.path);
    } finally {
      folder.remove();
    }
    expect(lists(await digest('2026-W44'))).toEqual({ DUE: ['from a file -2'] });
    expect(lists(await digest('2026-W47'))).toEqual({ OVERDUE: ['from a file 19'] });
    expect((await digest('2026-W43')).numbers['open']).toEqual({ now: 0, before: 0 });
  });

  it('is not there for a team that is not, nor for a week that is not', async () => {
    expect(await ask(app, QUERY, { team: 'nobody', week: '2026-W47' })).toEqual({ digest: null });
    const { errors } = await graphql(app, QUERY, { team: team.key, week: '2026-W54' });
    expect(errors?.[0]?.extensions['code']).toBe('VALIDATION');
  });
});
