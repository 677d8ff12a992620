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

const find = async (): Promise<Found['search']> =>
  (await ask<Found>(app, '{ search(query: "zookeeper") { totalCount degraded engine } }')).search;

/** What a disk does at times: the file is there, and its pages say nothing. */
function damageIndex(): void {
  const Driver = loadSqliteDriver();
  const other = new Driver(indexFile(join(app.dataDir, 'search')));
  other.unsafeMode(true);
  other.exec("UPDATE fts_data SET block = x'00ff00ff00ff00ff00ff' WHERE id > 1");
  other.close();
}

describe('a search index that breaks while it is in use', () => {
  it('is made anew by itself, and its answers say that cases may be missing until then', async () => {
    expect(await find()).toEqual({ totalCount: 1, degraded: false, engine: 'embedded' });
    damageIndex();
    expect(await find()).toMatchObject({ totalCount: 0, degraded: true });
    // The search has started it; each further one looks again.
    let found = await find();
    for (let tries = 0; found.degraded && tries < 500; tries++) found = await find();
    expect(found).toMatchObject({ totalCount: 1, degraded: false });
  });
});
