import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';

import { readGlossary } from '../../src/features/search/glossary.file.js';
import { parseQuery } from '../../src/features/search/query-language.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';
import { EmbeddedSearchIndex } from '../../src/infra/search/embedded/embedded-search-index.js';
import { indexFile } from '../support/search-folder.js';
import { SEARCH_CASES } from './search-cases.js';
import { describeSearchEndurance } from './search-endurance.contract.js';
import { describeSearchFavouring } from './search-favouring.contract.js';
import { describeSearchIndex } from './search-index.contract.js';
import { describeSearchPrivacy } from './search-privacy.contract.js';

const root = mkdtempSync(join(tmpdir(), 'fupan-search-'));
const GLOSSARY = readGlossary('templates/search');
let made = 0;
const newPath = () => join(root, `${(made += 1)}`, 'search');

const opened = (folder: string) =>
  new EmbeddedSearchIndex(folder, { readers: 2, glossary: GLOSSARY });

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describeSearchIndex('The embedded engine', async () => opened(newPath()));
describeSearchFavouring('The embedded engine', async () => opened(newPath()));
describeSearchPrivacy('the embedded engine', async () => opened(newPath()));
describeSearchEndurance('The embedded engine', async () => opened(newPath()), { strings: 40_000 });

describe('The embedded engine on disk', () => {
  let path: string;
  beforeEach(() => {
    path = newPath();
  });

  /** The one file of the index. */
  const file = (): string => indexFile(path);

  const changes = SEARCH_CASES.map((document) => ({ document }));
  async function filled(): Promise<void> {
    const index = opened(path);
    await index.rebuild(
      (async function* () {
        yield SEARCH_CASES;
      })(),
    );
    await index.close();
  }
  async function reopened() {
    const index = opened(path);
    const health = await index.health();
    await index.close();
    return health;
  }

  it('finds everything again after it was closed', async () => {
    await filled();
    expect(await reopened()).toMatchObject({
      documents: SEARCH_CASES.length,
      needsRebuild: undefined,
    });
    expect(readdirSync(path)).toHaveLength(1);
  });

  it('keeps what was applied when the process ends without closing', async () => {
    const killed = opened(path);
    await killed.apply(changes);
    // A second handle sees what is on disk, as the next process would.
    const Driver = loadSqliteDriver();
    const other = new Driver(file(), { readonly: true });
    expect(other.prepare('SELECT count(*) FROM document').pluck().get()).toBe(changes.length);
    other.close();
    await killed.close();
  });

  it('asks to be rebuilt while it is new, and still does after a restart', async () => {
    expect((await reopened()).needsRebuild).toBe('new');
    expect((await reopened()).needsRebuild).toBe('new');
  });

  it('puts an empty index in the place of a file that is none', async () => {
    await filled();
    writeFileSync(file(), 'this is not a database '.repeat(1000));
    expect(await reopened()).toMatchObject({ documents: 0, needsRebuild: 'damaged' });
  });

  it('puts an empty index in the place of a file that was cut short', async () => {
    await filled();
    truncateSync(file(), 20_480);
    expect(await reopened()).toMatchObject({ documents: 0, needsRebuild: 'damaged' });
  });

  it('puts an empty index in the place of one of another version', async () => {
    await filled();
    const Driver = loadSqliteDriver();
    const db = new Driver(file());
    db.pragma('user_version = 9999');
    db.close();
    expect(await reopened()).toMatchObject({ documents: 0, needsRebuild: 'outdated' });
  });

  it('goes on with an empty index when the file turns out to be damaged while it is open', async () => {
    const index = opened(path);
    await index.apply(changes);
    const Driver = loadSqliteDriver();
    const other = new Driver(file());
    other.unsafeMode(true);
    other.exec("UPDATE fts_data SET block = x'00ff00ff00ff00ff00ff' WHERE id > 1");
    other.close();
    const request = { filter: {}, spaces: 'all', limit: 10, offset: 0 } as const;
    const answer = await index.search({ ...request, query: parseQuery('database') });
    expect(answer.hits).toEqual([]);
    expect((await index.health()).needsRebuild).toBe('damaged');
    await index.apply(changes);
    const again = await index.search({ ...request, query: parseQuery('coupon') });
    expect(again.hits.map((hit) => hit.id)).toEqual(['pool']);
    await index.close();
  });

  it('removes what a rebuild that was killed has left', async () => {
    await filled();
    writeFileSync(`${file()}.unfinished`, 'half an index');
    writeFileSync(`${file()}.unfinished-wal`, 'and its log');
    expect(await reopened()).toMatchObject({ documents: SEARCH_CASES.length });
    expect(readdirSync(path)).toHaveLength(1);
  });
});
