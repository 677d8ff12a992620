import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { Config } from '../../src/core/config.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { REPLICA_LIMITS } from '../../src/infra/database/replicas/limits.js';
import { PrimaryPosition } from '../../src/infra/database/replicas/primary-position.js';
import { Replica } from '../../src/infra/database/replicas/replica.js';
import { caughtUp, startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { freshDatabaseOn, onServer, type TestDatabase } from '../support/database.js';
import { aCase } from '../support/factory.js';
import { startPostgres, type PostgresServer } from '../support/global-setup.js';
import { mostAtOnce } from '../support/most-at-once.js';
import { startStandby } from '../support/standby.js';

let primary: PostgresServer;
let standby: PostgresServer;
let database: TestDatabase<string>;
let app: TestApp;
let there: string;

beforeAll(async () => {
  primary = await startPostgres({ synchronous_commit: 'on', full_page_writes: 'on' });
  standby = await startStandby(primary, { max_standby_streaming_delay: '50ms' });
  database = await freshDatabaseOn(primary.url);
  there = database.url.replace(new URL(primary.url).host, new URL(standby.url).host);
  const on: Config['database'] = { engine: 'postgres', url: database.url };
  // The machine may be slow; where something stands still, the test does not wait for it often.
  const replicas = { patienceMs: 1_500, restMs: 1, longestRestMs: 1 };
  app = await startApp({ on, replicas, env: { FUPAN_DATABASE_REPLICAS: there } });
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  await standby.stop();
  await primary.stop();
}, 120_000);
afterEach(() => onReplica('SELECT pg_wal_replay_resume()'));

async function onReplica<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: there });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

const asPlain = (url: string): string => url.replace('fupan:fupan@', 'plain:plain@');

const titles = async (): Promise<string[]> => {
  const { postmortems } = await ask<{ postmortems: { nodes: { title: string }[] } }>(
    app,
    '{ postmortems(first: 50) { nodes { title } } }',
  );
  return postmortems.nodes.map(({ title }) => title);
};

const found = async (query: string): Promise<string[]> => {
  const { search } = await ask<{ search: { nodes: { postmortem: { title: string } }[] } }>(
    app,
    'query ($query: String!) { search(query: $query, first: 10) { nodes { postmortem { title } } } }',
    { query },
  );
  return search.nodes.map(({ postmortem }) => postmortem.title);
};

/** What was last asked by each connection of fupan to the replica. */
const asked = async (): Promise<string> => {
  const rows = await onReplica<{ query: string }>(
    `SELECT query FROM pg_stat_activity WHERE application_name = 'fupan replica'`,
  );
  return rows.map(({ query }) => query).join('\n');
};

/** Until the replica is busy with such a statement. */
const untilAsked = async (statement: RegExp): Promise<void> => {
  while (!statement.test(await asked())) await sleep(10);
};

describe('a replica that follows', () => {
  it('answers a query, with what was written just before', async () => {
    for (let each = 0; each < 5; each += 1) {
      await aCase(app, { title: `Written ${each}` });
      expect(await titles()).toContain(`Written ${each}`);
    }
    expect(await asked()).toContain('FROM "postmortem"');
  });

  it('answers a search', async () => {
    await aCase(app, { title: 'Hippopotamus in the queue' });
    await caughtUp(app);
    expect(await found('hippopotamus')).toEqual(['Hippopotamus in the queue']);
    // Only a search reads in a transaction.
    expect((await asked()).split('\n')).toContain('COMMIT');
  });

  it('is asked nothing more once a statement fails, and the primary answers', async () => {
    const reader = await app.platform.database.reader();
    // A table that is not logged is there, and a standby may not read it.
    expect(await reader.db.query('SELECT count(*)::integer AS count FROM short_lived')).toEqual([
      { count: 0 },
    ]);
    const [row] = await reader.db.query<{ standby: boolean }[]>(
      'SELECT pg_is_in_recovery() AS standby',
    );
    expect(row?.standby).toBe(false);
    reader.release();
  });

  it('is asked one question after another by one request', async () => {
    const reader = await app.platform.database.reader();
    const ask = () => reader.db.countBy(PostmortemEntity, {});
    expect(await mostAtOnce(reader.db, () => Promise.all([ask(), ask(), ask()]))).toBe(1);
    reader.release();
  });

  it('may die in the middle of a request', async () => {
    const reader = await app.platform.database.reader();
    const standing = 'SELECT pg_is_in_recovery() AS standby';
    expect(await reader.db.query(standing)).toEqual([{ standby: true }]);
    await onReplica(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fupan replica'`,
    );
    expect(await reader.db.query(standing)).toEqual([{ standby: false }]);
    expect(await reader.db.countBy(PostmortemEntity, {})).toBeGreaterThan(0);
    reader.release();
    expect(await titles()).toContain('Written 0');
  });
});

describe('a replica that stands still', () => {
  const STANDING = 'SELECT pg_is_in_recovery() AS standby';

  /** Has its server and the connections to it do nothing more while `work` goes on. */
  const whileFrozen = async (work: () => Promise<void>): Promise<void> => {
    const [postmaster] = readFileSync(join(standby.folder, 'postmaster.pid'), 'utf8').split('\n');
    const rows = await onReplica<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'fupan replica'`,
    );
    const all = [Number(postmaster), ...rows.map(({ pid }) => pid)];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      await work();
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
  };

  it('keeps nobody waiting, neither who comes nor who reads by it', async () => {
    const reader = await app.platform.database.reader();
    expect(await reader.db.query(STANDING)).toEqual([{ standby: true }]);
    await whileFrozen(async () => {
      expect(await titles()).toContain('Written 0');
      await aCase(app, { title: 'Written meanwhile' });
      expect(await titles()).toContain('Written meanwhile');
      expect(await reader.db.query(STANDING)).toEqual([{ standby: false }]);
    });
    reader.release();
  });

  it('is read from again when it goes on', async () => {
    for (let tries = 1; ; tries += 1) {
      const reader = await app.platform.database.reader();
      const [row] = await reader.db.query<{ standby: boolean }[]>(STANDING);
      reader.release();
      if (row?.standby) break;
      expect(tries).toBeLessThan(100);
      await sleep(50);
    }
    expect(await titles()).toContain('Written meanwhile');
  });
});

it('a replica that has to give up a statement for what it is to replay, has the primary answer it', async () => {
  const reader = await app.platform.database.reader();
  const answer = reader.db.query(
    'SELECT pg_is_in_recovery() AS standby, count(*) > 0 AS some, pg_sleep(1.5)::text FROM postmortem',
  );
  await untilAsked(/pg_sleep/);
  // Nobody may read a table while it is changed, on a standby neither.
  await onServer(database.url, 'ALTER TABLE postmortem ADD COLUMN passing INTEGER');
  expect(await answer).toEqual([expect.objectContaining({ standby: false, some: true })]);
  reader.release();
  await onServer(database.url, 'ALTER TABLE postmortem DROP COLUMN passing');
});

describe('a replica that lags', () => {
  it('shows nobody what was before', async () => {
    const { id } = await aCase(app, { title: 'Known to the replica' });
    expect(await titles()).toContain('Known to the replica');
    await onReplica('SELECT pg_wal_replay_pause()');
    await app.write((tx) => tx.db.update(PostmortemEntity, { id }, { title: 'Taken back' }));
    expect(await titles()).toContain('Taken back');
    expect(await titles()).not.toContain('Known to the replica');
    const rows = await onReplica(`SELECT title FROM postmortem WHERE id = '${id}'`);
    expect(rows).toEqual([{ title: 'Known to the replica' }]);
  });

  it('keeps no search from what is new', async () => {
    await onReplica('SELECT pg_wal_replay_pause()');
    await aCase(app, { title: 'Rhinoceros in the queue' });
    await caughtUp(app);
    expect(await found('rhinoceros')).toEqual(['Rhinoceros in the queue']);
  });
});

describe('what is named as a replica', () => {
  const refusal = async (url: string, changes: object = {}): Promise<unknown> => {
    const reasons: unknown[] = [];
    const log = { warn: (data: object) => reasons.push(data) } as never;
    const asking = new PrimaryPosition(database.url);
    const replica = new Replica(url, { ...REPLICA_LIMITS, patienceMs: 2_000 }, log);
    try {
      const position = { ...(await asking.now()), ...changes };
      const lease = await replica.lease(position, performance.now() + 2_000);
      lease?.release();
      return lease ? 'taken' : reasons;
    } finally {
      await Promise.all([asking.close(), replica.close()]);
    }
  };
  const because = (reason: string) => [expect.objectContaining({ reason })];

  it('is asked by somebody with no rights but those on the library', async () => {
    await onServer(primary.url, `CREATE ROLE plain LOGIN PASSWORD 'plain'`);
    const asking = new PrimaryPosition(asPlain(database.url));
    const position = await asking.now();
    await asking.close();
    expect(await refusal(asPlain(there), position)).toBe('taken');
  });

  it('has to be a standby of this very primary', async () => {
    expect(await refusal(there)).toBe('taken');
    expect(await refusal(database.url)).toEqual(because('is no standby'));
    expect(await refusal(there, { system: '1' })).toEqual(because('is of another cluster'));
    expect(await refusal(there, { timeline: 2 })).toEqual(
      because('has not yet followed the primary that was promoted'),
    );
  });
});

it('nothing fails while the replica is away', async () => {
  const env = { FUPAN_DATABASE_REPLICAS: 'postgres://fupan@127.0.0.1:1/fupan' };
  const { database: on } = app.platform.config;
  const other = await startApp({ on, env, dataDir: app.dataDir });
  try {
    for (let each = 0; each < 3; each += 1) {
      expect(await ask(other, '{ postmortems(first: 1) { totalCount } }')).toBeTruthy();
    }
  } finally {
    await other.close();
  }
});
