import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';

import { SearchIndexer } from '../../src/features/search/search-indexer.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { indexFile } from '../support/search-folder.js';

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly degraded: boolean;
    readonly engine: string;
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.write((tx) =>
    app.get(PostmortemService).create(tx, { title: 'Zookeeper quorum lost', language: 'en' }),
  );
  await app.get(SearchIndexer).reconcile();
});
afterAll(async () => {
  await app.close();
});

const find = async (query: string): Promise<Found['search']> => {
  const document =
    'query ($query: String!) { search(query: $query) { totalCount degraded engine } }';
  return (await ask<Found>(app, document, { query })).search;
};

const isPostgres = Boolean(process.env['FUPAN_TEST_POSTGRES_URL']);

/** What a disk does at times: the file is there, and its pages say nothing; or a table is gone. */
async function damageIndex(): Promise<void> {
  if (isPostgres) {
    const { read } = app.platform.database;
    const [table] = await read.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relname LIKE 'search\\_index\\_%\\_text'`,
    );
    await read.query(`DROP TABLE ${table?.name ?? ''}`);
    return;
  }
  const Driver = loadSqliteDriver();
  const other = new Driver(indexFile(join(app.dataDir, 'search')));
  other.unsafeMode(true);
  other.exec("UPDATE fts_data SET block = x'00ff00ff00ff00ff00ff' WHERE id > 1");
  other.close();
}

describe('a search index that breaks while it is in use', () => {
  const engine = isPostgres ? 'postgres' : 'embedded';

  it('is made anew by itself, and its answers say that cases may be missing until then', async () => {
    expect(await find('zookeeper')).toEqual({ totalCount: 1, degraded: false, engine });
    await damageIndex();
    // What was found before may still be known.
    expect(await find('quorum')).toMatchObject({ totalCount: 0, degraded: true });
    // The search has started it; each further one looks again.
    let found = await find('quorum');
    for (let tries = 0; found.degraded && tries < 500; tries++) found = await find('quorum');
    expect(found).toMatchObject({ totalCount: 1, degraded: false });
  });
});
