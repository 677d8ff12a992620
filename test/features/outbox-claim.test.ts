import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Clock } from '../../src/core/clock.js';
import { HopelessError, promise } from '../../src/infra/database/outbox.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import {
  LEASE_MS,
  OutboxWorker,
  type OutboxHandler,
} from '../../src/infra/database/outbox-worker.js';
import { Database } from '../../src/infra/database/database.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { ENTITIES } from '../../src/features/entities.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { startApp, type TestApp } from '../support/app.js';

const TOPIC = 'parcel';

let app: TestApp;
/** What a second process would have: connections of its own. On SQLite there is no second process. */
let other: Database;
const workers: OutboxWorker[] = [];
beforeAll(async () => {
  app = await startApp();
  const { database, config } = app.platform;
  other =
    database.engine === 'sqlite'
      ? database
      : await Database.connect({
          target: config.database,
          entities: ENTITIES,
          migrations: MIGRATIONS,
        });
});
afterAll(async () => {
  if (other !== app.platform.database) await other.close();
  await app.close();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await app.write((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute());
});

function workerOn(
  database: Database,
  handler: OutboxHandler,
  { clock = app.platform.clock, together = 1, atOnce = 4 } = {},
): OutboxWorker {
  const worker = new OutboxWorker(database, clock, silentLogger);
  worker.handle(TOPIC, handler, { together, atOnce });
  workers.push(worker);
  return worker;
}

const later = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });
const rows = () => app.platform.database.read.find(OutboxEntity, { order: { seq: 'ASC' } });

describe('two processes at one outbox', () => {
  it('deliver each of 500 once between them', async () => {
    const ids = Array.from({ length: 500 }, (_, each) => `p${each}`);
    await app.write((tx) => promise(tx, TOPIC, ids));
    const delivered: string[] = [];
    const by = [0, 0];
    const pair = [app.platform.database, other].map((database, each) =>
      workerOn(database, async ([id = '']) => {
        delivered.push(id);
        by[each] = (by[each] ?? 0) + 1;
        await new Promise((resolve) => setImmediate(resolve));
      }),
    );
    for (const worker of pair) worker.start();
    while ((await rows()).length > 0) await Promise.all(pair.map((worker) => worker.drained()));
    expect([...delivered].sort()).toEqual([...ids].sort());
    if (other !== app.platform.database) expect(by.every((count) => count > 0)).toBe(true);
  }, 60_000);

  it('leave to each other what is under way, and take it over when its lease has ended', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['a', 'b']));
    const finish: (() => void)[] = [];
    let begun: (() => void) | undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    // It dies in the middle: what it has taken on it neither delivers nor gives back.
    const dead = workerOn(app.platform.database, () => {
      begun?.();
      return new Promise((resolve) => {
        finish.push(resolve);
      });
    });
    dead.start();
    await isBegun;
    const delivered: string[] = [];
    const take: OutboxHandler = (ids) => {
      delivered.push(...ids);
      return Promise.resolve();
    };
    // Its first look gives leftovers back on SQLite, where it cannot be that two are at it.
    if (app.platform.database.engine === 'postgres') {
      const early = workerOn(other, take);
      early.start();
      await early.drained();
      expect(delivered).toEqual([]);
    }
    const heir = workerOn(other, take, { clock: later(LEASE_MS + 1_000) });
    heir.start();
    await heir.drained();
    expect(delivered.sort()).toEqual(['a', 'b']);
    expect(await rows()).toEqual([]);
    for (const each of finish) each();
  });

  it('do not undo what the other has taken over', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['a']));
    let fail: ((error: Error) => void) | undefined;
    let begun: (() => void) | undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = workerOn(app.platform.database, () => {
      begun?.();
      return new Promise((_, reject) => (fail = reject));
    });
    slow.start();
    await isBegun;
    let deliver: (() => void) | undefined;
    let taken: (() => void) | undefined;
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    const heir = workerOn(
      other,
      () => {
        taken?.();
        return new Promise((resolve) => (deliver = resolve));
      },
      { clock: later(LEASE_MS + 1_000) },
    );
    heir.start();
    await isTaken;
    const [before] = await rows();
    fail?.(new Error('too late to matter'));
    await slow.drained();
    expect(await rows()).toEqual([before]);
    deliver?.();
    await heir.drained();
    expect(await rows()).toEqual([]);
  });
});

describe('a worker', () => {
  it('that is told to stop gives back what it has not begun', async () => {
    const ids = Array.from({ length: 6 }, (_, each) => `p${each}`);
    await app.write((tx) => promise(tx, TOPIC, ids));
    const delivered: string[] = [];
    const worker = workerOn(
      app.platform.database,
      ([id = '']) => {
        delivered.push(id);
        if (delivered.length === 2) void worker.stop();
        return new Promise((resolve) => setImmediate(resolve));
      },
      { atOnce: 2 },
    );
    worker.start();
    await worker.drained();
    await worker.stop();
    const left = await rows();
    expect([...delivered, ...left.map(({ subjectId }) => subjectId)].sort()).toEqual(ids);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((row) => row.claimedBy === null && row.attempts === 0)).toBe(true);
    expect(left.every((row) => row.nextAttemptAt <= new Date())).toBe(true);
  });

  it('on SQLite begins with what the last process left behind', async () => {
    if (app.platform.database.engine !== 'sqlite') return;
    await app.write((tx) => promise(tx, TOPIC, ['a']));
    const nextAttemptAt = new Date(Date.now() + LEASE_MS);
    await app.write((tx) =>
      tx.db.update(OutboxEntity, { topic: TOPIC }, { claimedBy: 'gone', nextAttemptAt }),
    );
    const delivered: string[] = [];
    const worker = workerOn(app.platform.database, (ids) => {
      delivered.push(...ids);
      return Promise.resolve();
    });
    worker.start();
    await worker.drained();
    expect(delivered).toEqual(['a']);
  });

  it('keeps one topic from waiting for another', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['slow']));
    await app.write((tx) => promise(tx, 'letter', ['quick']));
    let finish: (() => void) | undefined;
    const worker = workerOn(
      app.platform.database,
      () => new Promise((resolve) => (finish = resolve)),
    );
    const quick = new Promise((resolve) => {
      worker.handle('letter', (ids) => {
        resolve(ids);
        return Promise.resolve();
      });
    });
    worker.start();
    expect(await quick).toEqual(['quick']);
    while (!finish) await new Promise((resolve) => setImmediate(resolve));
    finish();
    await worker.drained();
  });

  it('sets aside at once what no further attempt can mend, and waits with what is not due', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['hopeless']));
    await app.write((tx) => promise(tx, TOPIC, ['tomorrow'], new Date(Date.now() + 86_400_000)));
    const tried: string[] = [];
    const worker = workerOn(app.platform.database, (ids) => {
      tried.push(...ids);
      return Promise.reject(new HopelessError('no such address'));
    });
    worker.start();
    await worker.drained();
    expect(tried).toEqual(['hopeless']);
    expect(await rows()).toMatchObject([
      { subjectId: 'hopeless', attempts: 1, lastError: 'HopelessError: no such address' },
      { subjectId: 'tomorrow', attempts: 0, deadAt: null },
    ]);
    expect((await rows())[0]?.deadAt).not.toBeNull();
  });
});
