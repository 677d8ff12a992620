import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { OutboxWorker } from '../../src/infra/database/outbox-worker.js';
import { promise } from '../../src/infra/database/outbox.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { UnavailableError } from '../../src/infra/unavailable.error.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';

const TOPIC = 'parcel';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  await app.write((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute());
});

const waiting = async (): Promise<{ subject: string; attempts: number }[]> => {
  const rows = await app.platform.database.read.find(OutboxEntity, { order: { seq: 'ASC' } });
  return rows.map(({ subjectId, attempts }) => ({ subject: subjectId, attempts }));
};

/** A worker of its own; the one of the app knows nothing of its topic. */
async function deliver(handler: (ids: readonly string[]) => Promise<void>): Promise<void> {
  const worker = new OutboxWorker(app.platform.database, app.platform.clock, silentLogger);
  worker.handle(TOPIC, handler);
  worker.start();
  await worker.drained();
  await worker.stop();
}

describe('the outbox', () => {
  it('one delivery that fails does not take its neighbours along', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['a', 'poison', 'b']));
    const delivered: string[] = [];
    await deliver((ids) => {
      if (ids.includes('poison')) return Promise.reject(new Error('no'));
      delivered.push(...ids);
      return Promise.resolve();
    });
    expect(delivered).toEqual(['a', 'b']);
    expect(await waiting()).toEqual([{ subject: 'poison', attempts: 1 }]);
  });

  it('what another program is away for waits together, and is never given up', async () => {
    await app.write((tx) => promise(tx, TOPIC, ['a', 'b']));
    const calls: (readonly string[])[] = [];
    for (let round = 0; round < 14; round += 1) {
      await app.write((tx) =>
        tx.db.update(OutboxEntity, { topic: TOPIC }, { nextAttemptAt: new Date(0) }),
      );
      await deliver((ids) => {
        calls.push(ids);
        return Promise.reject(new UnavailableError('the search engine is away'));
      });
    }
    expect(calls).toEqual(Array.from({ length: 14 }, () => ['a', 'b']));
    const [row] = await app.platform.database.read.find(OutboxEntity);
    const pauseMs = (row?.nextAttemptAt.getTime() ?? 0) - app.platform.clock.now().getTime();
    expect(row).toMatchObject({ deadAt: null, attempts: 5 });
    expect(pauseMs).toBeLessThanOrEqual(32_000);
  });

  it('what nobody delivers here does not hold up the rest', async () => {
    const strangers = Array.from({ length: 250 }, (_, each) => `of another version ${each}`);
    await app.write((tx) => promise(tx, 'unknown', strangers));
    await app.write((tx) => promise(tx, TOPIC, ['a']));
    const delivered: string[] = [];
    await deliver((ids) => {
      delivered.push(...ids);
      return Promise.resolve();
    });
    expect(delivered).toEqual(['a']);
    expect(await waiting()).toHaveLength(250);
  });

  it('what was promised in a transaction that fails is not delivered', async () => {
    const failed = app.write(async (tx) => {
      await promise(tx, TOPIC, ['a']);
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(await waiting()).toEqual([]);
  });
});
