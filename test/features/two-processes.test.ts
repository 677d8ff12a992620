import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { AuditLog } from '../../src/features/audit/audit-log.service.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { OidcFlows } from '../../src/features/identity/oidc-flows.js';
import { SessionService } from '../../src/features/identity/session.service.js';
import { Channels } from '../../src/features/channel/channel.service.js';
import { DeliveryEntity } from '../../src/features/delivery/delivery.entity.js';
import { promiseDelivery } from '../../src/features/delivery/delivery.service.js';
import { DigestScheduler } from '../../src/features/digest/digest-scheduler.service.js';
import { FirstRun } from '../../src/features/identity/first-run.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { Counters } from '../../src/infra/counters.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { promise } from '../../src/infra/database/outbox.js';
import { ShortLived } from '../../src/infra/database/short-lived.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { anAccount, PASSWORD, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { graphql } from '../support/client.js';
import { aCase, actingAs } from '../support/factory.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { startLoopback, type Loopback } from '../support/loopback.js';
import { startServerProcess } from '../support/server-process.js';

const onPostgres = process.env['FUPAN_TEST_POSTGRES_URL'] ? describe : describe.skip;

const env = {
  FUPAN_SECRET: '9vQ1xTzL0mB7cKpW4hRsY2dJ6nGfEa3u',
  FUPAN_SMTP_URL: 'smtp://127.0.0.1:1',
  FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
  FUPAN_OUTBOUND_NETWORKS: '127.0.0.0/8',
};

onPostgres('two processes on one PostgreSQL', () => {
  let now: Date | undefined;
  const clock = { now: () => now ?? new Date() };
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await startApp({ as: 'door', env, clock });
    two = await startApp({ as: 'door', env, clock, on: one.platform.config.database });
  });
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  it('deliver each of 500 promises once between them', async () => {
    const ids = Array.from({ length: 500 }, (_, each) => `p${each}`);
    const by: string[][] = [[], []];
    for (const [at, { platform }] of [one, two].entries()) {
      const pace = { together: 1, atOnce: 4 };
      platform.outbox.handle(
        'parcel',
        async ([id = '']) => {
          by[at]?.push(id);
          await sleep(1);
        },
        pace,
      );
    }
    await one.write((tx) => promise(tx, 'parcel', ids));
    while ((await one.platform.database.read.countBy(OutboxEntity, { topic: 'parcel' })) > 0) {
      await Promise.all([one, two].map(({ platform }) => platform.outbox.drained()));
    }
    expect(by.flat().sort()).toEqual(ids.sort());
    expect(by.every((each) => each.length > 0)).toBe(true);
  });

  it('promise each digest once, though both look at the same moment', async () => {
    const people = await one.write(async (tx) => {
      const team = await one.get(TeamService).create(tx, { key: 'ops', name: 'Ops' });
      const made: string[] = [];
      for (let each = 0; each < 20; each++) {
        const input = { name: `P${each}`, email: `p${each}@example.org` };
        const { id } = await one.get(PersonService).create(tx, input);
        await one.get(TeamService).setMember(tx, team.id, { personId: id, role: 'MEMBER' });
        made.push(id);
      }
      return made;
    });
    // The middle of the week after next: they were there for the whole week that it tells of.
    now = new Date(Date.now() + 8 * 86_400_000);
    while (now.getUTCDay() !== 3) now = new Date(now.getTime() + 86_400_000);
    const counts = await Promise.all(
      [one, two].map((app) => app.get(DigestScheduler).promiseDue()),
    );
    const rows = await one.platform.database.read.findBy(DeliveryEntity, {
      kind: 'DIGEST_PERSON',
    });
    now = undefined;
    expect(rows.map(({ personId }) => personId).sort()).toEqual(people.sort());
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(rows.length);
  });

  it('know the sessions of each other, and their end at once', async () => {
    const ann = await anAccount(one, 'Ann', 'ADMIN');
    const browser = await signedIn(one, ann);
    const there = browser.at(two);
    expect(await there.viewer()).toBe('Ann');
    await one.write((tx) => one.get(SessionService).endAll(tx, ann.id));
    expect(await there.viewer()).toBeNull();
    const again = await signedIn(two, ann);
    expect(await again.at(one).viewer()).toBe('Ann');
    // Somebody who is set aside is nobody at once, and what they may do is what they may do now.
    await two.write((tx) => two.get(PersonService).update(tx, ann.id, { role: 'VIEWER' }));
    const { data } = await again
      .at(one)
      .graphql<{ viewer: { role: string } }>('{ viewer { role } }');
    expect(data?.viewer.role).toBe('VIEWER');
  });

  it('refuse a token that the other one has revoked', async () => {
    const bob = await anAccount(one, 'Bob');
    const input = { personId: bob.id, name: 't', scopes: ['read' as const], days: 3 };
    const { token, row } = await one.write(
      (tx) => one.get(ApiTokenService).create(tx, input),
      actingAs(bob),
    );
    const headers = { authorization: `Bearer ${token}` };
    const ask = (app: TestApp) => graphql(app, '{ viewer { name } }', {}, headers);
    expect((await ask(two)).status).toBe(200);
    await one.write((tx) => one.get(ApiTokenService).revoke(tx, row.id));
    expect((await ask(two)).status).toBe(401);
  });

  it('count what is spent together', async () => {
    const left = async (app: TestApp): Promise<number> => {
      const response = await fetch(`${app.url}/sign-in`);
      return Number(response.headers.get('x-ratelimit-remaining'));
    };
    const first = await left(one);
    expect([await left(two), await left(one), await left(two)]).toEqual([
      first - 1,
      first - 2,
      first - 3,
    ]);
  });

  it('count wrong passwords together', async () => {
    const eve = await anAccount(one, 'Eve');
    const wrong = async (app: TestApp): Promise<number> => {
      const form = { email: eve.email ?? '', password: `not ${PASSWORD}` };
      return (await new TestBrowser(app).post('/sign-in', form)).status;
    };
    const statuses: number[] = [];
    for (let each = 0; each < 6; each++) statuses.push(await wrong(each % 2 ? two : one));
    // The fifth is followed by a pause, and it is the other process that is asked.
    expect(new Set(statuses.slice(0, 5))).not.toContain(429);
    expect(statuses[5]).toBe(429);
  });

  it('count for themselves while the database does not answer', async () => {
    const counters = Counters.on('postgres://nobody@127.0.0.1:1/nothing', silentLogger);
    const counter = counters.counter('test', 2, 60);
    expect(await counter.consume('key', 1)).toMatchObject({ remainingPoints: 1 });
    await counter.consume('key', 1);
    await expect(counter.consume('key', 1)).rejects.toMatchObject({ remainingPoints: 0 });
    await counters.close();
  });

  it('take up a sign-in at a provider that the other one has begun, once', async () => {
    const [here, there] = [one, two].map(
      ({ platform }) => new OidcFlows(new ShortLived(platform.database), platform.secretBox),
    );
    const flow = { state: 's', nonce: 'n', codeVerifier: 'v', next: '/' };
    await here?.keep(one.ctx(), 'browser', flow);
    expect(await there?.take(two.ctx(), 'another', 's')).toBeNull();
    expect(await there?.take(two.ctx(), 'browser', 's')).toEqual(flow);
    expect(await here?.take(one.ctx(), 'browser', 's')).toBeNull();
  });

  it('are refused where the second has no key, rather than to make one of its own', async () => {
    await one.write((tx) => one.get(AuditLog).record(tx, { act: 'test', code: 'INTERNAL' }));
    const { FUPAN_SECRET, ...without } = env;
    expect(FUPAN_SECRET).toBeDefined();
    await expect(startApp({ env: without, on: one.platform.config.database })).rejects.toThrow(
      'secret.key of the data folder that it was made in',
    );
  });

  it('keep no more than so many sign-ins that are under way', async () => {
    const few = new ShortLived(one.platform.database, 3);
    for (const key of ['a', 'b', 'c', 'd']) await few.keep(one.ctx(), key, key, 60);
    expect(await few.take(one.ctx(), 'd')).toBe('d');
    const { database } = two.platform;
    const [row] = await database.read.query<{ count: string }[]>(
      'SELECT COUNT(*) AS count FROM short_lived',
    );
    expect(row?.count).toBe('2');
  });

  it('take the link of the first administrator, whichever made it', async () => {
    await one.write((tx) => tx.db.query(`UPDATE person SET role = 'MEMBER'`));
    const link = await one.get(FirstRun).offer(one.ctx());
    const token = new URL(link?.url ?? '').searchParams.get('token') ?? '';
    const input = { name: 'Root', email: 'root@example.com', password: PASSWORD };
    const { row } = await two.get(FirstRun).setUp(two.ctx(), token, input, null);
    expect(row.method).toBe('LINK');
    await expect(one.get(FirstRun).setUp(one.ctx(), token, input, null)).rejects.toThrow();
  });

  it('tell two who have a case open of each other', async () => {
    const { id } = await aCase(one, { title: 'Open' });
    await one.write((tx) => tx.db.update(PostmortemEntity, { id }, { status: 'PUBLISHED' }));
    const attend = async (app: TestApp, name: string) => {
      const browser = await signedIn(app, await anAccount(app, name));
      const { data } = await browser.graphql<{
        caseAttend: { others: { person: { name: string } }[] };
      }>(`mutation { caseAttend(postmortemId: "${id}") { others { person { name } } } }`);
      return data?.caseAttend.others.map(({ person }) => person.name);
    };
    expect(await attend(one, 'Cyd')).toEqual([]);
    expect(await attend(two, 'Dan')).toEqual(['Cyd']);
  });
});

onPostgres('of two real processes, one that is killed', () => {
  let folder: Scratch;
  let app: TestApp;
  let chat: Loopback;
  beforeAll(async () => {
    folder = scratchFolder();
    chat = await startLoopback();
    app = await startApp({ env });
  });
  afterAll(async () => {
    await app.close();
    await chat.close();
    folder.remove();
  });

  it('leaves nothing undelivered, and doubles at most what it was just delivering', async () => {
    const COUNT = 120;
    const paths = Array.from({ length: COUNT }, (_, each) => `/hook/${each}`);
    const { id: postmortemId } = await aCase(app, { title: '連接池耗盡' });
    await app.platform.outbox.stop();
    await app.write(async (tx) => {
      await tx.db.update(PostmortemEntity, { id: postmortemId }, { status: 'PUBLISHED' });
      for (const path of paths) {
        const webhook = `http://127.0.0.1:${chat.port}${path}`;
        const { id: channelId } = await app
          .get(Channels)
          .create(tx, { kind: 'SLACK', name: path, locale: 'en', webhook });
        await promiseDelivery(tx, {
          ...{ kind: 'PUBLISHED', dedupeKey: path, to: { channelId }, subject: { postmortemId } },
        });
      }
    });
    // Each takes its time, so that some are always under way.
    chat.answer = (_arrival, response) => {
      setTimeout(() => response.end('ok'), 50);
    };
    const { database } = app.platform.config;
    const url = database.engine === 'postgres' ? database.url : '';
    const settings = (name: string) => ({
      ...env,
      FUPAN_DATABASE_URL: url,
      FUPAN_DATA_DIR: join(folder.path, name),
    });
    const [first, second] = await Promise.all(
      ['a', 'b'].map((name) => startServerProcess(settings(name))),
    );
    const arrived = () => new Set(chat.arrivals.map(({ path }) => path)).size;
    while (arrived() < 20) await sleep(10);
    await first?.kill();
    const sent = () =>
      app.platform.database.read.countBy(DeliveryEntity, { kind: 'PUBLISHED', state: 'SENT' });
    const waiting = () => app.platform.database.read.countBy(OutboxEntity, { topic: 'delivery' });
    for (let before = -1; before !== (await waiting());) {
      before = await waiting();
      await sleep(2_000);
    }
    // What it had taken on is free again when its lease has ended, which is brought about here.
    await app.write((tx) =>
      tx.db.query(`UPDATE outbox SET next_attempt_at = '2020-01-01T00:00:00.000Z'`),
    );
    while ((await waiting()) > 0) await sleep(100);
    expect(await sent()).toBe(COUNT);
    expect(arrived()).toBe(COUNT);
    expect(chat.arrivals.length - COUNT).toBeLessThanOrEqual(4);
    await second?.stop();
  }, 300_000);
});
