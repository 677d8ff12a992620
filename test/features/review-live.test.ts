import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { openPlatform } from '../../src/api/platform.js';
import { createServer } from '../../src/api/server.js';
import type { Actor } from '../../src/core/actor.js';
import type { TokenScope } from '../../src/core/vocabulary.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { anAccount, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs } from '../support/factory.js';
import { LiveListener } from '../support/live.js';
import { send } from '../support/raw-http.js';
import { aBoard, done, type AgendaCase, type Board, type Meeting } from '../support/reviews.js';

const BEAT_MS = 400;
/** The machine may be busy; that it takes less than a second has a test of its own. */
const SOON_MS = 5_000;
/** Longer than it takes to be told. */
const QUIET_MS = 1_300;
const ENV = { FUPAN_OPEN_DRAFTS: 'on', FUPAN_SECRET: 'Q7vX2mZkT9rBw4LnC8yHs3GdJ6fPa1Ee' };

let app: TestApp;
let board: Board;
const open: LiveListener[] = [];
beforeAll(async () => {
  app = await startApp({
    as: 'door',
    env: ENV,
    server: { live: { beatMs: BEAT_MS, perPerson: 4, together: 6 } },
  });
  board = await aBoard(app);
});
afterEach(async () => {
  for (const listener of open.splice(0)) listener.close();
  await sleep(50);
});
afterAll(async () => {
  await app.close();
});

/** The header of a token of somebody. */
async function tokenOf(
  actor: Actor,
  at: TestApp = app,
): Promise<{ id: string; header: Record<string, string> }> {
  const personId = actor.kind === 'person' ? actor.personId : '';
  const scopes: TokenScope[] = ['read', 'restricted'];
  const { token, row } = await at.write(
    (tx) => at.get(ApiTokenService).create(tx, { personId, name: 'live', scopes, days: 30 }),
    actor,
  );
  return { id: row.id, header: { authorization: `Bearer ${token}` } };
}

async function listens(
  actor: Actor,
  { id }: Pick<Meeting, 'id'>,
  since?: string,
  at: Pick<TestApp, 'url'> = app,
): Promise<LiveListener> {
  const listener = await LiveListener.open(at, id, (await tokenOf(actor)).header, since);
  open.push(listener);
  return listener;
}

const heard = (listener: LiveListener, count = 1): Promise<boolean> =>
  listener.within(SOON_MS, ({ events }) => events.length >= count);
const retitle = (id: string, title: string) =>
  board.did('reviewMeetingUpdate', { id, input: { title } });
const changeCase = (id: string, title: string, actor = board.lead) =>
  askAs(
    app,
    actor,
    `mutation ($id: ID!, $title: String!) {
      postmortemUpdate(id: $id, input: { title: $title }) { userErrors { message } } }`,
    { id, title },
  );

describe('somebody who has a meeting open', () => {
  it('is told within a second that it has changed, and never what', async () => {
    const meeting = await board.plan();
    const listener = await listens(board.outsider, meeting);
    expect([listener.status, listener.received]).toEqual([200, expect.stringMatching(/^retry/)]);
    expect(listener.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(listener.received).toMatch(/^retry: 2000\nid: \S+\n\n$/);
    await sleep(200);
    const began = performance.now();
    await retitle(meeting.id, 'Another title');
    expect(await heard(listener)).toBe(true);
    const ms = performance.now() - began;
    process.stdout.write(`told after ${Math.round(ms)} ms\n`);
    expect(ms).toBeLessThan(1_000);
    const [event] = listener.events;
    expect(JSON.parse(event?.data ?? '')).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(listener.received).not.toMatch(/Another|title|RM-/);
  });

  it('is told of a case on its agenda, of its notes and of what is decided', async () => {
    const meeting = await board.plan();
    const { id } = await aCase(app);
    const other = await aCase(app);
    const { agenda } = await board.add(meeting.id, id);
    await board.did('reviewMeetingStart', { id: meeting.id });
    const listener = await listens(board.outsider, meeting);
    const steps: (() => Promise<unknown>)[] = [
      () => changeCase(id, 'It has another title'),
      () =>
        done<AgendaCase>(app, board.lead, 'reviewAgendaCaseUpdate', 'agendaCase', {
          id: agenda[0]?.id,
          input: { notes: 'Heard' },
        }),
      () => board.decide(meeting.id, id),
      () =>
        board.did('reviewMeetingAttendanceSet', {
          id: meeting.id,
          input: { personId: board.leadId, presence: 'PRESENT' },
        }),
    ];
    for (const [at, step] of steps.entries()) {
      await step();
      expect([at, await heard(listener, at + 1)]).toEqual([at, true]);
      await sleep(600);
    }
    const { length } = listener.events;
    await changeCase(other.id, 'On no agenda');
    await sleep(QUIET_MS);
    expect(listener.events).toHaveLength(length);
  });

  it('hears nothing of a case that they may not read, whatever happens to it', async () => {
    const meeting = await board.plan();
    const { id: openId } = await aCase(app);
    await board.add(meeting.id, openId);
    const outsider = await listens(board.outsider, meeting);
    const reader = await listens(board.member, meeting);
    const { id } = await aCase(app, { authorIds: [board.leadId] });
    await board.restrict(id, board.memberId);
    const { agenda } = await board.add(meeting.id, id);
    await changeCase(id, 'Secretzebra');
    const row = agenda.find(({ postmortem }) => postmortem.id === id);
    await done<AgendaCase>(app, board.lead, 'reviewAgendaCaseUpdate', 'agendaCase', {
      id: row?.id,
      input: { plannedMinutes: 5 },
    });
    await board.did('reviewMeetingMoveCase', {
      ...{ id: meeting.id, postmortemId: id, input: { place: 0 } },
    });
    expect(await heard(reader)).toBe(true);
    await board.did('reviewMeetingRemoveCase', { id: meeting.id, postmortemId: id });
    await sleep(QUIET_MS);
    expect(outsider.events).toEqual([]);
  });

  it('is told when a case is hidden from them, and when it is shown to them', async () => {
    const meeting = await board.plan();
    const { id } = await aCase(app, { authorIds: [board.leadId] });
    await board.add(meeting.id, id);
    const listener = await listens(board.outsider, meeting);
    await board.restrict(id, board.memberId);
    expect(await heard(listener)).toBe(true);
    const { length } = listener.events;
    await changeCase(id, 'Not for them');
    await sleep(QUIET_MS);
    expect(listener.events).toHaveLength(length);
    await askAs(
      app,
      board.lead,
      `mutation ($id: ID!) { postmortemUpdate(id: $id, input: { visibility: ORGANIZATION }) {
        userErrors { message } } }`,
      { id },
    );
    expect(await heard(listener, length + 1)).toBe(true);
  });

  it('hears a sign of life again and again', async () => {
    const listener = await listens(board.outsider, await board.plan());
    const beats = ({ received }: LiveListener) => received.split('\n').filter((l) => l === ':');
    expect(await listener.within(SOON_MS, (each) => beats(each).length >= 2)).toBe(true);
    expect(listener.events).toEqual([]);
  });
});

describe('somebody who comes back', () => {
  it('is told at once if something came meanwhile, and only then', async () => {
    const meeting = await board.plan();
    const first = await listens(board.lead, meeting);
    first.close();
    const calm = await listens(board.lead, meeting, first.lastId);
    await sleep(QUIET_MS);
    expect(calm.events).toEqual([]);
    calm.close();
    await retitle(meeting.id, 'While they were away');
    const back = await listens(board.lead, meeting, calm.lastId);
    expect(await heard(back)).toBe(true);
    const again = await listens(board.lead, meeting, back.lastId);
    await sleep(QUIET_MS);
    expect(again.events).toEqual([]);
  });

  it('is not told of what they may not read', async () => {
    const meeting = await board.plan();
    const { lastId } = await listens(board.outsider, meeting);
    const { id } = await aCase(app, { authorIds: [board.leadId] });
    await board.restrict(id, board.memberId);
    await board.add(meeting.id, id);
    const back = await listens(board.outsider, meeting, lastId);
    await sleep(QUIET_MS);
    expect(back.events).toEqual([]);
  });

  it('is told to ask where nobody can say what they have missed', async () => {
    const meeting = await board.plan();
    for (const since of ['nonsense', '1.abc.def', `1.00000000.${'x'.repeat(40)}`, '']) {
      const listener = await listens(board.admin, meeting, since);
      expect([since, await heard(listener)]).toEqual([since, true]);
      listener.close();
      await sleep(50);
    }
  });
});

describe('the connection', () => {
  it('is for who may see the meeting', async () => {
    const meeting = await board.plan();
    const path = `/live/review-meetings/${meeting.id}`;
    expect((await send(app, path)).status).toBe(401);
    const bad = { authorization: 'Bearer fupan_nonsense' };
    expect((await send(app, path, { headers: bad })).status).toBe(401);
    const { header } = await tokenOf(board.lead);
    for (const id of ['x', meeting.key, '00000000-0000-0000-0000-000000000000']) {
      const answer = await send(app, `/live/review-meetings/${id}`, { headers: header });
      expect([id, answer.status]).toEqual([id, 404]);
    }
    expect((await send(app, path, { method: 'HEAD', headers: header })).status).toBe(404);
  });

  it('ends with the session, at once', async () => {
    const meeting = await board.plan();
    const browser = await signedIn(app, await anAccount(app, 'Sessa'));
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const listener = await LiveListener.open(app, meeting.id, { cookie });
    expect(listener.status).toBe(200);
    await browser.post('/sign-out');
    expect(await listener.within(SOON_MS, ({ isClosed }) => isClosed)).toBe(true);
    expect(listener.events).toEqual([]);
  });

  it('ends with the token, and when somebody leaves the organization', async () => {
    const meeting = await board.plan();
    const { id, header } = await tokenOf(board.viewer);
    const revoked = await LiveListener.open(app, meeting.id, header);
    await app.write((tx) => app.get(ApiTokenService).revoke(tx, id), board.viewer);
    expect(await revoked.within(SOON_MS, ({ isClosed }) => isClosed)).toBe(true);
    const leaver = await app.write((tx) => app.get(PersonService).create(tx, { name: 'Leaver' }));
    const left = await listens(actingAs(leaver), meeting);
    expect(left.status).toBe(200);
    await app.write((tx) => app.get(PersonService).archive(tx, leaver.id));
    expect(await left.within(SOON_MS, ({ isClosed }) => isClosed)).toBe(true);
  });

  it('is one of so many of a person, and of so many in all, in each process', async () => {
    const meeting = await board.plan();
    const processes = app.processes.length;
    for (let at = 0; at < 4 * processes; at += 1) {
      expect((await listens(board.lead, meeting)).status).toBe(200);
    }
    const oneMore = await listens(board.lead, meeting);
    expect([oneMore.status, oneMore.headers['retry-after']]).toEqual([429, '10']);
    // Requests go by turns to the processes.
    if (processes === 2) await listens(board.lead, meeting);
    for (let at = 0; at < 2 * processes; at += 1) {
      expect((await listens(board.member, meeting)).status).toBe(200);
    }
    const another = await listens(board.admin, meeting);
    expect([another.status, another.headers['retry-after']]).toEqual([503, '10']);
    for (const listener of open.slice(0, processes)) listener.close();
    await sleep(200);
    expect((await listens(board.admin, meeting)).status).toBe(200);
  });
});

describe('a server that lets no request take long', () => {
  const LONGEST_MS = 1_000;
  let hurried: TestApp;
  beforeAll(async () => {
    hurried = await startApp({
      ...{ as: 'door', env: ENV },
      server: { operationMs: LONGEST_MS, live: { beatMs: BEAT_MS } },
    });
  });
  afterAll(async () => {
    await hurried.close();
  });

  it('leaves a connection open that goes on for longer, and tells through it', async () => {
    const there = await aBoard(hurried);
    const meeting = await there.plan();
    const { header } = await tokenOf(there.lead, hurried);
    const listener = await LiveListener.open(hurried, meeting.id, header);
    open.push(listener);
    await sleep(LONGEST_MS + QUIET_MS);
    expect([listener.status, listener.isClosed]).toEqual([200, false]);
    await there.did('reviewMeetingUpdate', { id: meeting.id, input: { title: 'Much later' } });
    expect(await heard(listener)).toBe(true);
  });
});

describe('another process at the same database', () => {
  it('tells of what happens in this one, and ends its connections when it stops', async () => {
    // On SQLite there is no second process.
    if (app.platform.database.engine === 'sqlite') return;
    const dataDir = mkdtempSync(join(tmpdir(), 'fupan-test-'));
    const platform = await openPlatform({ ...app.platform.config, dataDir }, { log: silentLogger });
    const server = await createServer(platform, { live: { beatMs: BEAT_MS } });
    await server.listen(0, '127.0.0.1');
    const url = await server.getUrl();
    const meeting = await board.plan();
    const listener = await listens(board.outsider, meeting, undefined, { url });
    await retitle(meeting.id, 'From elsewhere');
    expect(await heard(listener)).toBe(true);
    // A sign of life may tell of it first, and the next look again.
    await sleep(QUIET_MS);
    const here = await listens(board.outsider, meeting, listener.lastId);
    await sleep(QUIET_MS);
    expect(here.events).toEqual([]);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await listener.within(SOON_MS, ({ isClosed }) => isClosed)).toBe(true);
    await platform.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
