import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { TokenKind } from '../../src/features/identity/api-token.entity.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { RecurringTasks } from '../../src/features/recurring-task/recurring-task.service.js';
import { createLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase } from '../support/factory.js';
import { readAtom, readCalendar, type ReadDay } from '../support/feeds.js';
import { post, send, type RawAnswer } from '../support/raw-http.js';
import { statementsOf } from '../support/statements.js';

const START = '2026-11-16T01:00:00.000Z';
const FEEDS = ['/feeds/digest.atom', '/feeds/organization/digest.atom', '/feeds/due.ics'] as const;

const written: string[] = [];
const log = createLogger('debug', { write: (text) => written.push(text) });
let now = START;
let app: TestApp;
let caseId: string;
let owner: { id: string; name: string };
let team: { id: string; key: string };
let token: string;
beforeAll(async () => {
  app = await startApp({
    as: 'door',
    log,
    clock: { now: () => new Date(now) },
    env: { FUPAN_TRUSTED_PROXIES: '127.0.0.1' },
  });
});
beforeEach(async () => {
  now = START;
  // Somebody of their own for each test, so that none has asked too often.
  owner = await aReader('林怡君');
  team = await app.write((tx) =>
    app.get(TeamService).create(tx, { key: `訂單-${crypto.randomUUID()}`, name: '訂單 & <b>' }),
  );
  await app.write((tx) =>
    app.get(TeamService).setMember(tx, team.id, { personId: owner.id, role: 'MEMBER' }),
  );
  caseId = await published();
  token = await feedToken(owner.id);
});
afterAll(async () => {
  await app.close();
});

const aReader = (name: string, locale: 'en' | 'zh-Hant' | null = null) =>
  app.write((tx) =>
    app
      .get(PersonService)
      .create(tx, { name, email: `${crypto.randomUUID()}@example.org`, locale }),
  );

async function published(input: object = {}): Promise<string> {
  const { id } = await aCase(app, { title: '結帳 503', ...input });
  // Past the rules of publishing, which are tests of their own.
  await app.write((tx) => tx.db.update(PostmortemEntity, { id }, { status: 'PUBLISHED' }));
  return id;
}

const makeToken = (personId: string, kind: TokenKind = 'FEED', days = 90) =>
  app.write((tx) =>
    app.get(ApiTokenService).create(tx, { personId, name: 'reader', scopes: ['read'], kind, days }),
  );
const feedToken = async (personId: string): Promise<string> => (await makeToken(personId)).token;

async function promised(title: string, dueOn: string, more: object = {}): Promise<string> {
  const input = { postmortemId: caseId, title, teamId: team.id, ownerId: owner.id, ...more };
  const { id } = await app.write((tx) => app.get(ActionItemService).create(tx, input));
  await lifecycle((acts, tx) => acts.commit(tx, id, { dueOn, doneWhen: 'It is so.' }));
  return id;
}

const lifecycle = (
  act: (
    acts: ActionItemLifecycle,
    tx: Parameters<Parameters<TestApp['write']>[0]>[0],
  ) => Promise<unknown>,
) => app.write((tx) => act(app.get(ActionItemLifecycle), tx));

const get = (
  path: string,
  { as = token, headers = {} }: { as?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> =>
  send(app, `${path}?token=${as}`, { headers: { ...fromElsewhere(), ...headers } });

let networks = 0;
/** An address that has not asked for anything yet. */
const fromElsewhere = (): Record<string, string> => ({
  'x-forwarded-for': `203.0.113.${(networks = (networks + 1) % 256)}`,
});

async function dueDays(path = '/feeds/due.ics', as = token): Promise<ReadDay[]> {
  const { status, body } = await get(path, { as });
  expect(status).toBe(200);
  return readCalendar(body);
}

const teamPath = (kind: 'digest' | 'due'): string =>
  `/feeds/${kind}/${encodeURIComponent(team.key)}.${kind === 'due' ? 'ics' : 'atom'}`;

describe('a feed of digests', () => {
  it('has the weeks that are over and have something to tell, each the same whenever it is asked for', async () => {
    await promised('演練 "還原" & <script>alert(1)</script> \u0001', '2026-11-20');
    now = '2026-11-30T01:00:00.000Z';
    const { status, headers, body } = await get(teamPath('digest'));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = readAtom(body);
    expect(feed).toMatchObject({
      title: 'fupan: the weeks of 訂單 & <b>',
      language: 'en',
      author: 'fupan',
      updated: '2026-11-30T00:00:00.000Z',
      self: `${app.url}${teamPath('digest')}`,
    });
    expect(feed.entries.map(({ title, updated, link }) => [title, updated, link])).toEqual(
      ['2026-W48', '2026-W47'].map((week, at) => [
        `訂單 & <b>: week ${week}`,
        ['2026-11-30T00:00:00.000Z', '2026-11-23T00:00:00.000Z'][at],
        `${app.url}/teams/${encodeURIComponent(team.key)}/digest?week=${week}`,
      ]),
    );
    expect(feed.entries[0]?.html).toContain('Overdue (1)');
    expect(feed.entries[0]?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(feed.entries[0]?.html).not.toMatch(/<script|token=/);
    // A feed that is read again tells the same, and not which token it was read with.
    expect((await get(teamPath('digest'), { as: await feedToken(owner.id) })).body).toBe(body);
    expect(body).not.toContain('fpf_');
    now = '2026-12-07T01:00:00.000Z';
    const later = readAtom((await get(teamPath('digest'))).body);
    expect(later.entries.slice(1)).toEqual(feed.entries);
  });

  it('is there for whoever reads, and for the organization, in the language of the reader', async () => {
    await promised('演練還原', '2026-11-20');
    now = '2026-11-30T01:00:00.000Z';
    const mine = readAtom((await get('/feeds/digest.atom')).body);
    expect(mine).toMatchObject({ title: 'fupan: your weeks', link: `${app.url}/digest` });
    expect(mine.entries[0]?.html).toContain('演練還原');
    // Whoever can read a feed must not come to links that change something.
    expect(mine.entries[0]?.html).not.toContain('/answer');
    const reader = await aReader('陳志明', 'zh-Hant');
    const other = await feedToken(reader.id);
    expect(readAtom((await get('/feeds/digest.atom', { as: other })).body).entries).toEqual([]);
    const all = readAtom((await get('/feeds/organization/digest.atom', { as: other })).body);
    expect(all).toMatchObject({ language: 'zh-Hant', title: 'fupan：全組織週報' });
    expect(all.entries[0]?.html).toContain('演練還原');
    expect(all.id).not.toBe(mine.id);
  });
});

describe('a calendar of what is due', () => {
  it('has one day for each action, which stays the same and is changed in place', async () => {
    const id = await promised('演練; 還原, \\ \r\nEND:VCALENDAR', '2026-11-20', { priority: 'P1' });
    await promised('Of somebody else', '2026-11-20', { ownerId: (await aReader('Ana')).id });
    const { headers } = await get('/feeds/due.ics');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const [day, ...others] = await dueDays();
    expect(others).toEqual([]);
    expect(day).toMatchObject({
      uid: `${id}-due`,
      day: '2026-11-20',
      title: expect.stringMatching(/^Due: AI-\d+ 演練; 還原, \\ END:VCALENDAR$/),
      categories: ['Committed', 'P1'],
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/actions\/AI-\d+$/),
      description: expect.stringContaining('Owner: 林怡君\n'),
    });
    await lifecycle((acts, tx) =>
      acts.extend(tx, id, { dueOn: '2026-12-04', reason: 'The vendor is late.' }),
    );
    const [moved] = await dueDays();
    expect(moved).toMatchObject({ uid: day?.uid, day: '2026-12-04' });
    expect(moved?.sequence).toBeGreaterThan(day?.sequence ?? Infinity);
    await lifecycle((acts, tx) => acts.complete(tx, id, { evidence: 'graph' }));
    expect(await dueDays()).toEqual([]);
  });

  it('has the end of a pause, and the day to ask whether it came back', async () => {
    const paused = await promised('Paused', '2026-11-20');
    const [approver, verifier] = [await aReader('Lead'), await aReader('Verifier')];
    await lifecycle((acts, tx) =>
      acts.pause(tx, paused, { reason: 'Freeze', approverId: approver.id, until: '2026-12-01' }),
    );
    const verified = await promised('Verified', '2026-11-20');
    await lifecycle((acts, tx) => acts.complete(tx, verified, { evidence: 'graph' }));
    await lifecycle((acts, tx) =>
      acts.verify(tx, verified, { verifierId: verifier.id, effectCheckOn: '2026-12-15' }),
    );
    const days = await dueDays();
    expect(days.map(({ uid, day, categories }) => [uid, day, categories[0]])).toEqual([
      [`${paused}-pause`, '2026-12-01', 'Paused'],
      [`${verified}-effect`, '2026-12-15', 'Verified'],
    ]);
    expect(days.map(({ title }) => title.replace(/AI-\d+ /, ''))).toEqual([
      'Pause ends: Paused',
      'Did it come back? Verified',
    ]);
  });

  it('has those of a team, whoever owns them, and the runs of its tasks', async () => {
    const id = await promised('Of somebody else', '2026-11-20', {
      ownerId: (await aReader('Ana')).id,
    });
    const { id: taskId, key } = await app.write((tx) =>
      app.get(RecurringTasks).create(tx, {
        title: 'Restore the ledger',
        teamId: team.id,
        cadence: {
          rule: 'FREQ=WEEKLY;BYDAY=MO',
          startsOn: '2026-11-09',
          zone: 'Asia/Taipei',
          time: '09:00',
          graceDays: 2,
        },
      }),
    );
    const [action, first, second, ...more] = await dueDays(teamPath('due'));
    expect(action?.uid).toBe(`${id}-due`);
    expect(first).toMatchObject({
      uid: `${taskId}-2026-11-16`,
      title: `Planned: ${key} Restore the ledger`,
      day: '2026-11-16',
      categories: ['Due'],
    });
    expect(second).toMatchObject({ day: '2026-11-23', categories: ['Planned'] });
    expect(more).toHaveLength(7);
  });
});

it('a calendar asks the same few questions, however much is in it', async () => {
  const count = async (): Promise<number> =>
    (await statementsOf(app, () => get(teamPath('due')))).length;
  await promised('演練還原', '2026-11-20');
  // Besides, the first one writes down that the token was used.
  await count();
  const few = await count();
  for (let more = 0; more < 5; more++) {
    const reader = await aReader(`Owner ${more}`);
    caseId = await published();
    await promised('Another', '2026-11-21', { ownerId: reader.id });
  }
  expect(await count()).toBe(few);
});

describe('the address of a feed', () => {
  const statusesOf = async (as: string): Promise<number[]> => {
    const paths = [...FEEDS, teamPath('digest'), teamPath('due')];
    return Promise.all(paths.map(async (path) => (await get(path, { as })).status));
  };
  const NONE = [404, 404, 404, 404, 404];

  it('is of no use with a token that is none, of another kind, revoked, expired or of somebody gone', async () => {
    const answers: string[] = [];
    const refused = async (as: string): Promise<void> => {
      expect(await statusesOf(as)).toEqual(NONE);
      const { body, headers } = await get('/feeds/due.ics', { as });
      answers.push(body.replace(/"requestId":"[^"]+"/, ''));
      expect(headers['www-authenticate']).toBeUndefined();
    };
    expect(await statusesOf(token)).toEqual([200, 200, 200, 200, 200]);
    for (const none of ['', 'fpf_nonsense', token.slice(0, -1)]) await refused(none);
    await refused((await makeToken(owner.id, 'API')).token);
    const revoked = await makeToken(owner.id);
    await app.write((tx) => app.get(ApiTokenService).revoke(tx, revoked.row.id));
    now = '2026-11-16T01:02:00.000Z';
    await refused(revoked.token);
    const short = (await makeToken(owner.id, 'FEED', 1)).token;
    now = '2026-11-17T02:00:00.000Z';
    await refused(short);
    const leaver = await aReader('Leaver');
    const left = await feedToken(leaver.id);
    expect((await get('/feeds/due.ics', { as: left })).status).toBe(200);
    await app.write((tx) => app.get(PersonService).archive(tx, leaver.id));
    await refused(left);
    expect(new Set(answers).size).toBe(1);
  });

  it('is good for nothing else, and no session and no header is good for a feed', async () => {
    const { token: api } = await makeToken(owner.id, 'API');
    const question = { query: '{ viewer { id } }' };
    const asked = await send(app, `/graphql?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    expect(JSON.parse(asked.body)).toMatchObject({ data: { viewer: null } });
    const asBearer = await post(app, question.query, { authorization: `Bearer ${token}` });
    expect(asBearer.status).toBe(401);
    expect((await send(app, `/?token=${token}`, {})).status).toBe(303);
    for (const authorization of [`Bearer ${api}`, `Bearer ${token}`]) {
      const { status } = await send(app, '/feeds/due.ics', {
        headers: { ...fromElsewhere(), authorization },
      });
      expect(status).toBe(404);
    }
  });

  it('is not told of what there is not, and shows no page with it', async () => {
    const absent = await get('/feeds/due/nobody.ics', { headers: { accept: 'text/html' } });
    expect(absent.status).toBe(404);
    expect(absent.headers['content-type']).toContain('application/json');
    expect(absent.body).not.toContain('fpf_');
  });

  it('leaves through no header and no log', async () => {
    written.length = 0;
    for (const path of [...FEEDS, '/feeds/due/nobody.ics', '/feeds/nothing']) {
      const { headers } = await get(path);
      expect(JSON.stringify(headers)).not.toContain('fpf_');
      if (path !== '/feeds/nothing') expect(headers['referrer-policy']).toBe('no-referrer');
    }
    await app.get(ApiTokenService).onModuleDestroy();
    expect(written.join('')).toContain('"path":"/feeds/due.ics"');
    expect(written.join('')).not.toContain(token.slice(0, 8));
  });

  it('is answered in few words where nothing has changed, to whoever may still read', async () => {
    await promised('演練還原', '2026-11-20');
    const first = await get('/feeds/due.ics');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const headers = { 'if-none-match': first.headers.etag ?? '' };
    expect(await get('/feeds/due.ics', { headers })).toMatchObject({ status: 304, body: '' });
    await promised('Another', '2026-11-21');
    const second = await get('/feeds/due.ics', { headers });
    expect(second.status).toBe(200);
    expect(
      (await get('/feeds/due.ics', { headers: { 'if-none-match': '*' }, as: '' })).status,
    ).toBe(404);
  });

  it('can be asked for thirty times a minute', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 31; time++) statuses.push((await get('/feeds/due.ics')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('what is in a feed', () => {
  it('is nothing restricted, not even for who may read it elsewhere', async () => {
    caseId = await published({
      title: 'canary case',
      visibility: 'RESTRICTED',
      authorIds: [owner.id],
    });
    await promised('canary action', '2026-11-20');
    now = '2026-11-30T01:00:00.000Z';
    for (const path of [...FEEDS, teamPath('digest'), teamPath('due')]) {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      expect(body).not.toContain('canary');
      if (path.endsWith('.ics')) expect(readCalendar(body)).toEqual([]);
      else if (path !== FEEDS[1]) expect(readAtom(body).entries).toEqual([]);
    }
  });

  it('goes when somebody may not read it any more', async () => {
    await promised('演練還原', '2026-11-20');
    expect(await dueDays()).toHaveLength(1);
    const { headers } = await get('/feeds/due.ics');
    await app.write((tx) =>
      tx.db.update(PostmortemEntity, { id: caseId }, { visibility: 'RESTRICTED' }),
    );
    const after = await get('/feeds/due.ics', {
      headers: { 'if-none-match': headers.etag ?? '' },
    });
    expect(after.status).toBe(200);
    expect(readCalendar(after.body)).toEqual([]);
  });
});
