import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';

let now = '2026-11-16T01:00:00.000Z';
let app: TestApp;
let me: { id: string };
let other: { id: string };
let teams: { id: string; key: string }[];
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(now) } });
  me = await aPerson(app, '陳志明');
  other = await aPerson(app, 'Ana Díaz');
  teams = [await aTeam(app, 'A'), await aTeam(app, 'B'), await aTeam(app, 'C')];
  for (const { id } of teams) {
    await app.write((tx) =>
      app.get(TeamService).setMember(tx, id, { personId: me.id, role: 'MEMBER' }),
    );
  }
});
afterAll(async () => {
  await app.close();
});

async function at<Result>(instant: string, what: () => Promise<Result>): Promise<Result> {
  now = new Date(instant).toISOString();
  return what();
}

async function promised(postmortemId: string, title: string, more: object): Promise<string> {
  const input = { postmortemId, title, ownerId: other.id, ...more };
  const { id } = await app.write((tx) => app.get(ActionItemService).create(tx, input));
  const commitment = { dueOn: '2026-11-18', doneWhen: 'It is so.' };
  await app.write((tx) => app.get(ActionItemLifecycle).commit(tx, id, commitment));
  return id;
}

const complete = (id: string) =>
  app.write((tx) => app.get(ActionItemLifecycle).complete(tx, id, { evidence: 'graph' }));

interface Told {
  numbers: Record<string, { now: number; before: number }>;
  sections: { kind: string; count: number; entries: { title: string }[] }[];
  recurrences: { postmortem: { title: string }; earlier: { title: string } }[];
  waitingReviews: { days: number; postmortem: { title: string } }[];
  worthReading: { reason: string; postmortem: { title: string } } | null;
  teams: { team: { key: string }; numbers: { open: { now: number } } }[];
}
const FIELDS = `numbers { open { now before } overdue { now before } }
  sections { kind count entries { title } }
  recurrences { postmortem { title } earlier { title } }
  waitingReviews { days postmortem { title } }
  worthReading { reason postmortem { title } }
  teams { team { key } numbers { open { now } } }`;
async function told(query: string, actor: Actor): Promise<Told> {
  return (await askAs<{ told: Told }>(app, actor, `{ told: ${query} { ${FIELDS} } }`)).told;
}
const lists = ({ sections }: Told) =>
  Object.fromEntries(
    sections.map(({ kind, entries }) => [kind, entries.map(({ title }) => title)]),
  );

const publish = (id: string, publishedAt: string) =>
  // Past the rules of publishing, which are tests of their own.
  app.write((tx) =>
    tx.db.update(
      PostmortemEntity,
      { id },
      { status: 'PUBLISHED', publishedAt: new Date(publishedAt) },
    ),
  );
const everybody = () => actingAs(other);

describe('the cases of a digest', () => {
  it('that wait to be reviewed are told with the days, as it was at the cut-off', async () => {
    const { id } = await aCase(app, { title: 'Waits', reviewerIds: [me.id] });
    const later = await aCase(app, { title: 'Waits less', reviewerIds: [me.id] });
    const secret = await aCase(app, {
      title: 'Hidden',
      visibility: 'RESTRICTED',
      authorIds: [me.id],
    });
    await at('2026-11-17T01:00Z', () =>
      app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id)),
    );
    for (const each of [later.id, secret.id]) {
      await at('2026-11-19T01:00Z', () =>
        app.write((tx) => app.get(PostmortemLifecycle).submit(tx, each)),
      );
    }
    // An edit is no interruption.
    await at('2026-11-20T01:00Z', () =>
      app.write((tx) => app.get(PostmortemService).update(tx, id, { summary: 'More.' })),
    );
    await at('2026-11-24T01:00Z', () =>
      app.write((tx) => app.get(PostmortemLifecycle).approve(tx, id)),
    );
    now = '2026-12-20T09:00:00.000Z';
    const waiting = [
      { days: 5, postmortem: { title: 'Waits' } },
      { days: 3, postmortem: { title: 'Waits less' } },
    ];
    const mine = await told('myDigest(week: "2026-W47")', actingAs(me));
    expect(mine.waitingReviews).toEqual([...waiting, { days: 3, postmortem: { title: 'Hidden' } }]);
    const whole = 'organizationDigest(week: "2026-W47")';
    expect((await told(whole, everybody())).waitingReviews).toEqual(waiting);
    const next = await told('organizationDigest(week: "2026-W48")', everybody());
    expect(next.waitingReviews.map(({ postmortem }) => postmortem.title)).toEqual(['Waits less']);
  });

  it('that happened before are told once, in the week in which it was found', async () => {
    now = '2026-11-10T01:00:00.000Z';
    const first = await aCase(app, { title: 'The first time' });
    now = '2026-11-17T01:00:00.000Z';
    const again = await aCase(app, { title: 'Again' });
    const secret = await aCase(app, { title: 'Again in secret', visibility: 'RESTRICTED' });
    for (const { id } of [again, secret]) {
      await at('2026-11-26T01:00Z', () =>
        app.write((tx) =>
          app.get(CaseLinkService).link(tx, id, { toId: first.id, kind: 'SAME_FACTOR' }),
        ),
      );
    }
    await at('2026-12-01T01:00Z', () =>
      app.write((tx) => app.get(PostmortemService).update(tx, again.id, { summary: 'More.' })),
    );
    now = '2026-12-20T09:00:00.000Z';
    const found = [{ postmortem: { title: 'Again' }, earlier: { title: 'The first time' } }];
    const of = async (week: string) =>
      (await told(`organizationDigest(week: "${week}")`, everybody())).recurrences;
    expect(await of('2026-W47')).toEqual([]);
    expect(await of('2026-W48')).toEqual(found);
    expect(await of('2026-W49')).toEqual([]);
  });

  it('hold one to read, and not the same in two weeks', async () => {
    now = '2026-12-30T09:00:00.000Z';
    const of = async (week: string) =>
      (await told(`organizationDigest(week: "${week}")`, everybody())).worthReading;
    expect(await of('2026-W47')).toBeNull();
    await publish((await aCase(app, { title: 'Read me' })).id, '2026-11-18T01:00Z');
    expect(await of('2026-W47')).toEqual({ reason: 'NEW', postmortem: { title: 'Read me' } });
    expect(await of('2026-W48')).toBeNull();
    await publish((await aCase(app, { title: 'Me too' })).id, '2026-11-19T01:00Z');
    const titles: (string | undefined)[] = [];
    for (const week of ['W47', 'W48', 'W49', 'W50', 'W51']) {
      titles.push((await of(`2026-${week}`))?.postmortem.title);
    }
    // Each has its turn in even weeks or in odd ones, and is not told twice in a row.
    expect(titles.slice(1).some((title) => title !== undefined)).toBe(true);
    const again = titles.filter((title, at) => title !== undefined && title === titles[at - 1]);
    expect(again).toEqual([]);
  });
});

describe('the digest of a person', () => {
  it('is what they own and are to check in all their teams, each thing once', async () => {
    now = '2026-11-16T01:00:00.000Z';
    const { id } = await aCase(app);
    const [one, two] = teams.map((team) => ({ teamId: team.id }));
    await promised(id, 'mine', { ownerId: me.id, ...one });
    await app.write((tx) =>
      app
        .get(ActionItemService)
        .create(tx, { postmortemId: id, title: 'without a team', ownerId: me.id }),
    );
    const toCheck = await promised(id, 'to check', { ...two });
    const ownDone = await promised(id, 'own and done', { ownerId: me.id, ...two });
    await promised(id, 'of others', { ...one });
    const elsewhere = await promised(id, 'of another team', { teamId: (await aTeam(app)).id });
    await at('2026-11-17T01:00Z', async () => {
      for (const each of [toCheck, ownDone, elsewhere]) await complete(each);
    });
    now = '2026-11-24T09:00:00.000Z';
    const mine = await told('myDigest(week: "2026-W47")', actingAs(me));
    expect(lists(mine)).toEqual({
      OVERDUE: ['mine'],
      TO_VERIFY: ['to check'],
      NEW: ['mine', 'without a team', 'own and done'],
      DONE: ['own and done'],
    });
    expect(mine.numbers['open']).toEqual({ now: 2, before: 0 });
    expect(mine.teams.map(({ team, numbers }) => [team.key, numbers.open.now])).toEqual([
      [teams[0]?.key, 2],
      [teams[1]?.key, 0],
      [teams[2]?.key, 0],
    ]);
  });
});

describe('the digest of the organization', () => {
  it('tells the numbers of each team, what was put off again and what came back', async () => {
    now = '2026-10-05T01:00:00.000Z';
    const { id } = await aCase(app);
    const team = await aTeam(app, 'Z');
    const again = await promised(id, 'put off again', { teamId: team.id });
    const back = await promised(id, 'came back', { teamId: team.id });
    await complete(back);
    const lifecycle = app.get(ActionItemLifecycle);
    await app.write((tx) =>
      lifecycle.verify(tx, back, { verifierId: me.id, effectCheckOn: '2026-10-14' }),
    );
    for (const dueOn of ['2026-12-01', '2026-12-08']) {
      await at('2026-10-13T01:00Z', () =>
        app.write((tx) => lifecycle.extend(tx, again, { dueOn, reason: '等供應商' })),
      );
    }
    await at('2026-10-14T01:00Z', () =>
      app.write((tx) => lifecycle.reopen(tx, back, { reason: 'It happened again.' })),
    );
    const secret = await aCase(app, { visibility: 'RESTRICTED', authorIds: [me.id] });
    await promised(secret.id, 'secret', { teamId: team.id });
    now = '2026-11-24T09:00:00.000Z';
    const whole = await told('organizationDigest(week: "2026-W42")', everybody());
    expect(lists(whole)).toMatchObject({
      CAME_BACK: ['came back'],
      EXTENDED_AGAIN: ['put off again'],
    });
    expect(whole.teams).toEqual([{ team: { key: team.key }, numbers: { open: { now: 2 } } }]);
    const before = await told('organizationDigest(week: "2026-W41")', everybody());
    expect(before.sections.map(({ kind }) => kind)).not.toContain('EXTENDED_AGAIN');
  });
});
