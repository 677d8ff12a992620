import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { TrendService } from '../../src/features/trend/trend.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql } from '../support/client.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let now = '2026-11-02T01:00:00.000Z';

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
  now = '2026-11-02T01:00:00.000Z';
  team = await aTeam(app);
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

async function at<Result>(instant: string, what: () => Promise<Result>): Promise<Result> {
  now = new Date(instant).toISOString();
  return what();
}

const lifecycle = (): ActionItemLifecycle => app.get(ActionItemLifecycle);

async function promised(dueOn: string): Promise<string> {
  const { id } = await app.write((tx) =>
    app
      .get(ActionItemService)
      .create(tx, { postmortemId: caseId, title: 'An action', teamId: team.id, ownerId: owner }),
  );
  await app.write((tx) => lifecycle().commit(tx, id, { dueOn, doneWhen: 'It is so.' }));
  return id;
}
const complete = (id: string): Promise<unknown> =>
  app.write((tx) => lifecycle().complete(tx, id, { evidence: 'graph' }));

interface Trends {
  zone: string;
  team: { key: string } | null;
  ageing: {
    count: number;
    medianDays: number | null;
    p90Days: number | null;
    bands: Record<string, number | null>[];
  };
  burnUp: Record<string, string | number>[];
}

const QUERY = `query ($team: String, $weeks: Int!) { actionTrends(teamKey: $team, weeks: $weeks) {
  zone team { key } ageing { count medianDays p90Days bands { fromDays toDays inTime overdue withoutDate paused } }
  burnUp { week at proposed done verified effective rejected }
} }`;

const trends = async (weeks: number, teamKey: string | null = team.key): Promise<Trends> =>
  (await ask<{ actionTrends: Trends }>(app, QUERY, { team: teamKey, weeks })).actionTrends;

/** Each week with what the burn-up says of it: proposed, done, verified, effective, rejected. */
const lines = ({ burnUp }: Trends): unknown[][] =>
  burnUp.map(({ week, proposed, done, verified, effective, rejected }) => [
    week,
    proposed,
    done,
    verified,
    effective,
    rejected,
  ]);

describe('the burn-up of a team', () => {
  it('tells for each week how far its actions had come when it was over', async () => {
    const works = await promised('2026-11-10');
    const given = await promised('2026-11-10');
    await promised('2026-11-10');
    await at('2026-11-10T09:00Z', () => complete(works));
    await at('2026-11-17T09:00Z', () =>
      app.write((tx) => lifecycle().verify(tx, works, { verifierId: other })),
    );
    await at('2026-11-18T09:00Z', () =>
      app.write((tx) => lifecycle().reject(tx, given, { reason: 'The old system is gone.' })),
    );
    await at('2026-11-24T09:00Z', () =>
      app.write((tx) => lifecycle().confirmEffect(tx, works, {})),
    );
    const told = await trends(5);
    expect(lines(told)).toEqual([
      ['2026-W44', 0, 0, 0, 0, 0],
      ['2026-W45', 3, 0, 0, 0, 0],
      ['2026-W46', 3, 1, 0, 0, 0],
      ['2026-W47', 2, 1, 1, 0, 1],
      ['2026-W48', 2, 1, 1, 1, 1],
    ]);
    expect(told.burnUp.at(-1)?.['at']).toBe(now);
    expect(told.team).toEqual({ key: team.key });
    // What is reopened is not done any more, from then on.
    await at('2026-12-01T09:00Z', () =>
      app.write((tx) => lifecycle().reopen(tx, works, { reason: 'It came back.' })),
    );
    expect(lines(await trends(2))).toEqual([
      ['2026-W48', 2, 1, 1, 1, 1],
      ['2026-W49', 2, 0, 0, 0, 1],
    ]);
  });

  it('leaves an action with the team that had it then', async () => {
    const id = await promised('2026-11-10');
    const next = await aTeam(app, 'Search');
    await at('2026-11-11T09:00Z', () =>
      app.write((tx) => app.get(ActionItemService).update(tx, id, { teamId: next.id })),
    );
    expect(lines(await trends(2))).toEqual([
      ['2026-W45', 1, 0, 0, 0, 0],
      ['2026-W46', 0, 0, 0, 0, 0],
    ]);
    expect(lines(await trends(2, next.key))).toEqual([
      ['2026-W45', 0, 0, 0, 0, 0],
      ['2026-W46', 1, 0, 0, 0, 0],
    ]);
  });

  it('ends its weeks at midnight in the zone of the team', async () => {
    const calendar = await app.write((tx) =>
      app.get(WorkCalendars).create(tx, { name: `Taipei ${team.key}`, zone: 'Asia/Taipei' }),
    );
    await app.write((tx) => app.get(TeamService).update(tx, team.id, { calendarId: calendar.id }));
    await at('2027-01-03T15:59:59Z', () => promised('2027-01-10'));
    await at('2027-01-03T16:00:00Z', () => promised('2027-01-10'));
    const told = await trends(2);
    expect(told.zone).toBe('Asia/Taipei');
    expect(lines(told)).toEqual([
      ['2026-W53', 1, 0, 0, 0, 0],
      ['2027-W01', 2, 0, 0, 0, 0],
    ]);
  });
});

describe('the ages of what is open', () => {
  it('counts days since the proposal, and how each action stands', async () => {
    await promised('2026-11-10');
    const done = await promised('2026-11-10');
    const paused = await promised('2026-11-10');
    await at('2026-11-20T09:00Z', async () => {
      await promised('2026-12-24');
      await complete(done);
      const pause = { reason: 'freeze', approverId: other, until: '2026-12-26' };
      await app.write((tx) => lifecycle().pause(tx, paused, pause));
    });
    now = '2026-11-23T09:00:00.000Z';
    const { ageing } = await trends(1);
    expect(ageing).toMatchObject({ count: 3, medianDays: 21, p90Days: 21 });
    expect(ageing.bands.slice(0, 2)).toEqual([
      { fromDays: 0, toDays: 7, inTime: 1, overdue: 0, withoutDate: 0, paused: 0 },
      { fromDays: 8, toDays: 28, inTime: 0, overdue: 1, withoutDate: 0, paused: 1 },
    ]);
  });

  it('of a team without actions are none', async () => {
    expect((await trends(1)).ageing).toMatchObject({ count: 0, medianDays: null, p90Days: null });
  });
});

describe('what a reader may not see', () => {
  it('is in no number', async () => {
    const reader = app.ctx(actingAs({ id: other }));
    const seen = () => app.get(TrendService).of(reader, team.key, 4);
    await promised('2026-11-10');
    now = '2026-11-24T09:00:00.000Z';
    const before = await seen();
    caseId = (await aCase(app, { visibility: 'RESTRICTED', authorIds: [owner] })).id;
    await at('2026-11-03T02:00Z', () => promised('2026-11-10'));
    now = '2026-11-24T09:00:00.000Z';
    expect(await seen()).toEqual(before);
    expect((await trends(1)).ageing.count).toBe(2);
  });
});

describe('asking for trends', () => {
  it('of no such team gives nothing, and of too many weeks an error', async () => {
    expect(await trends(1, 'no-such-team')).toBeNull();
    for (const weeks of [0, 105, -1]) {
      const { errors } = await graphql(app, QUERY, { weeks });
      expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION' } }]);
    }
    expect((await trends(104)).burnUp).toHaveLength(104);
  });

  it('takes as many statements for two years as for a week', async () => {
    await promised('2026-11-10');
    const week = await statementsOf(app, () => trends(1));
    const years = await statementsOf(app, () => trends(104));
    expect(week.length).toBeGreaterThan(0);
    expect(years).toHaveLength(week.length);
  });
});
