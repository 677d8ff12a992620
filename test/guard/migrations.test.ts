import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { MIGRATIONS } from '../../migrations/index.js';
import { OPERATOR } from '../../src/core/actor.js';
import { systemClock } from '../../src/core/clock.js';
import { LOCAL, type Ctx } from '../../src/core/ctx.js';
import { trackerReference } from '../../src/core/tracker-reference.js';
import { ENTITIES } from '../../src/features/entities.js';
import { TrackerLinkEntity } from '../../src/features/tracker/tracker-link.entity.js';
import { Database, type DatabaseOptions } from '../../src/infra/database/database.js';
import { freshDatabaseUrl, type TestDatabase } from '../support/database.js';

let folder: string;
let given: TestDatabase;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fupan-migrations-'));
  given = await freshDatabaseUrl();
  database = await Database.connect(options());
});
afterEach(async () => {
  await database.close();
  await given.drop();
  rmSync(folder, { recursive: true, force: true });
});

function options(): DatabaseOptions {
  const target: DatabaseOptions['target'] =
    given.url === undefined
      ? { engine: 'sqlite', path: join(folder, 'fupan.db') }
      : { engine: 'postgres', url: given.url };
  return { target, entities: ENTITIES, migrations: MIGRATIONS };
}

function operatorCtx(): Ctx {
  return {
    actor: OPERATOR,
    origin: LOCAL,
    locale: 'en',
    requestId: 'test',
    clock: systemClock,
    db: database.read,
  };
}

/** Tables, indexes, views and triggers, but for the list of migrations itself. */
async function namesOfAll(): Promise<string[]> {
  const rows = await database.read.query<{ name: string }[]>(
    database.engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
      : `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  );
  return rows.map(({ name }) => name).filter((name) => !name.includes('migrations'));
}

describe('the migrations', () => {
  it('on an empty database make exactly the tables of the entities', async () => {
    expect(await database.migrate()).toHaveLength(MIGRATIONS.length);
    expect(await database.drift()).toEqual([]);
  });

  it('would be seen to fall behind the entities', async () => {
    await database.migrate();
    await database.transaction(operatorCtx(), (tx) =>
      tx.db.query('ALTER TABLE person DROP COLUMN locale'),
    );
    expect((await database.drift()).join()).toContain('locale');
  });

  it('go down again to nothing, and up again', async () => {
    await database.migrate();
    const everything = await namesOfAll();
    await database.migrateDown(MIGRATIONS.length);
    expect(await namesOfAll()).toEqual([]);
    await database.migrate();
    expect((await namesOfAll()).sort()).toEqual(everything.sort());
    expect(await database.drift()).toEqual([]);
  });

  it('keep what is in the tables', async () => {
    await database.migrate();
    // Back to before there were restricted cases, where the table of incidents is made anew.
    await database.migrateDown(2);
    const run = async (sql: string): Promise<void> => {
      await database.transaction(operatorCtx(), (tx) => tx.db.query(sql));
    };
    await run(`INSERT INTO person (id, version, name, created_at) VALUES ('p', 1, 'Ada', '')`);
    await run(`INSERT INTO incident (id, version, key, number, title, summary, kind, status,
      created_at, updated_at) VALUES ('i', 1, 'INC-1', 1, '', '', '', '', '', '')`);
    await run(`INSERT INTO incident_responder VALUES ('r', 'i', 'p', 0, 'SCRIBE')`);
    const held = () =>
      database.read.query<Record<string, string>[]>(`SELECT i.key, r.role, p.name FROM incident i
        JOIN incident_responder r ON r.incident_id = i.id JOIN person p ON p.id = r.person_id`);
    const before = await held();
    await database.migrate();
    expect(await held()).toEqual(before);
    await database.migrateDown(2);
    expect(await held()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('make links of the addresses of issues that action items have', async () => {
    await database.migrate();
    const since = MIGRATIONS.findIndex(({ name }) => name.startsWith('Trackers'));
    await database.migrateDown(MIGRATIONS.length - since);
    const run = async (sql: string): Promise<void> => {
      await database.transaction(operatorCtx(), (tx) => tx.db.query(sql));
    };
    await run(`INSERT INTO postmortem (id, version, key, number, title, summary, status, visibility,
      language, revision, search_stamp, created_at, updated_at)
      VALUES ('p', 1, 'PM-1', 1, '', '', '', '', '', 1, 1, '', '')`);
    const addresses = [
      'https://github.com/acme/shop/pull/12/files',
      'https://git.example.com/a/b/c/-/issues/3',
      'https://jira.example.com/jira/browse/ops-7?x=1',
      'https://example.com/wiki',
      'no address',
    ];
    for (const [at, address] of addresses.entries()) {
      await run(`INSERT INTO action_item (id, version, key, number, postmortem_id, position, title,
        status, tracker_url, created_at, updated_at)
        VALUES ('${at}', 1, 'AI-${at}', ${at}, 'p', ${at}, '', '', '${address}', '', '')`);
    }
    await database.migrate();
    const links = await database.read.find(TrackerLinkEntity, { order: { id: 'ASC' } });
    expect(links.map((link) => [link.actionItemId, link.label, link.url])).toEqual([
      ['0', 'acme/shop#12', 'https://github.com/acme/shop/pull/12'],
      ['1', 'a/b/c#3', 'https://git.example.com/a/b/c/-/issues/3'],
      ['2', 'OPS-7', 'https://jira.example.com/jira/browse/OPS-7'],
    ]);
    for (const { url, identity, provider } of links) {
      expect(trackerReference(url)).toMatchObject({ url, identity, provider });
    }
  });

  // On SQLite there is one process per data folder.
  const onPostgres = process.env['FUPAN_TEST_POSTGRES_URL'] ? it : it.skip;
  onPostgres('are run once where several processes start on one empty database', async () => {
    const others = await Promise.all([1, 2, 3].map(() => Database.connect(options())));
    try {
      await Promise.all([database, ...others].map((each) => each.migrate()));
      expect(await database.drift()).toEqual([]);
      expect(await database.hasPendingMigrations()).toBe(false);
    } finally {
      for (const other of others) await other.close();
    }
  });
});
