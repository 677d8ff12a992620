import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { readGlossary } from '../../src/features/search/glossary.file.js';
import { parseQuery } from '../../src/features/search/query-language.js';
import { EmbeddedSearchIndex } from '../../src/infra/search/embedded/embedded-search-index.js';
import { PostgresSearchIndex } from '../../src/infra/search/postgres/postgres-search-index.js';
import {
  OPEN_SPACE,
  type SearchDocument,
  type SearchIndex,
  type VisibleSpaces,
} from '../../src/infra/search/search-index.js';
import { freshDatabaseOn, type TestDatabase } from '../support/database.js';
import { startPostgres, type PostgresServer } from '../support/global-setup.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';
import { describeSearchEndurance } from './search-endurance.contract.js';
import { describeSearchFavouring } from './search-favouring.contract.js';
import { describeSearchIndex } from './search-index.contract.js';
import { describeSearchPrivacy } from './search-privacy.contract.js';

const GLOSSARY = readGlossary('templates/search');
const CHANGES = SEARCH_CASES.map((document) => ({ document }));

/** The one of this run, or one for these tests alone; where none starts, they fail. */
let server: Pick<PostgresServer, 'url' | 'stop'>;
const made: TestDatabase[] = [];

beforeAll(async () => {
  const given = process.env['FUPAN_TEST_POSTGRES_URL'];
  server = given ? { url: given, stop: () => Promise.resolve() } : await startPostgres();
}, 120_000);
afterAll(async () => {
  await Promise.all(made.map((database) => database.drop()));
  await server.stop();
}, 120_000);

async function fresh(): Promise<string> {
  const database = await freshDatabaseOn(server.url);
  made.push(database);
  return database.url;
}

const opened = (url: string) => new PostgresSearchIndex({ url, glossary: GLOSSARY });

const EVERYONE: VisibleSpaces = new Set([OPEN_SPACE]);

async function find(index: SearchIndex, text: string) {
  const query = parseQuery(text);
  return index.search({ query, filter: {}, spaces: EVERYONE, limit: 10, offset: 0 });
}

async function found(index: SearchIndex, text: string): Promise<string[]> {
  return (await find(index, text)).hits.map(({ id }) => id);
}

async function* batches(...all: SearchDocument[][]) {
  yield* all;
}

describeSearchIndex('The PostgreSQL engine', async () => opened(await fresh()));
describeSearchFavouring('The PostgreSQL engine', async () => opened(await fresh()));
describeSearchPrivacy('the PostgreSQL engine', async () => opened(await fresh()));
describeSearchEndurance('The PostgreSQL engine', async () => opened(await fresh()), {
  strings: 40_000,
});

describe('The PostgreSQL engine', () => {
  let index: PostgresSearchIndex;
  /** What another process has open. */
  let other: PostgresSearchIndex;
  /** Somebody at the database. */
  let client: pg.Client;

  beforeEach(async () => {
    const url = await fresh();
    index = opened(url);
    other = opened(url);
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await index.close();
    await other.close();
  });

  async function tables(kind: string): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE $1`,
      [`search\\_index\\_%\\_${kind}`],
    );
    return rows.map(({ name }) => name);
  }

  /** As the server does when it is restarted. */
  async function endConnections(): Promise<void> {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'fupan search'`,
    );
  }

  describe('shared by several processes', () => {
    it('finds at once what another has applied', async () => {
      expect(await found(other, 'coupon')).toEqual([]);
      await index.apply(CHANGES);
      expect(await found(other, 'coupon')).toEqual(['pool']);
      await other.apply([{ document: searchDocument({ id: 'pool', title: 'Quasars', stamp: 2 }) }]);
      expect(await found(index, 'coupon')).toEqual([]);
      expect(await found(index, 'quasars')).toEqual(['pool']);
      await index.apply([{ deletedId: 'pool' }]);
      expect(await found(other, 'quasars')).toEqual([]);
      await other.apply([{ document: searchDocument({ id: 'pool', title: 'Pulsars', stamp: 3 }) }]);
      expect(await found(index, 'pulsars')).toEqual(['pool']);
    });

    it('keeps all of what several apply and search at the same time', async () => {
      const numbers = Array.from({ length: 40 }, (_, number) => number);
      await Promise.all(
        numbers.map(async (number) => {
          const document = searchDocument({ id: `${number}`, title: `Comet number${number}` });
          const [one, another] = number % 2 === 0 ? [index, other] : [other, index];
          await one.apply([{ document }]);
          expect(await found(another, `number${number} `)).toEqual([`${number}`]);
        }),
      );
      expect((await find(index, 'comet')).totalCount).toBe(numbers.length);
      expect((await find(other, 'comet')).totalCount).toBe(numbers.length);
    });

    it('makes it anew while another searches and applies', async () => {
      await index.apply(CHANGES);
      expect(await found(other, 'coupon')).toEqual(['pool']);
      await index.rebuild(
        (async function* () {
          yield SEARCH_CASES;
          await other.apply([
            { document: searchDocument({ id: 'pool', title: 'Quasars', stamp: 2 }) },
            { document: searchDocument({ id: 'fresh', title: 'Pulsars' }) },
          ]);
          expect(await found(other, 'quasars')).toEqual(['pool']);
          yield SEARCH_CASES;
        })(),
      );
      for (const each of [index, other]) {
        expect(await found(each, 'quasars')).toEqual(['pool']);
        expect(await found(each, 'pulsars')).toEqual(['fresh']);
        expect(await found(each, 'coupon')).toEqual([]);
      }
    });

    it('makes it anew once where two begin at the same time', async () => {
      const read: string[] = [];
      const of = (name: string) =>
        (async function* () {
          read.push(name);
          yield SEARCH_CASES;
        })();
      await Promise.all([index.health(), other.health()]);
      await Promise.all([index.rebuild(of('one')), other.rebuild(of('other'))]);
      expect(read).toHaveLength(1);
      for (const each of [index, other]) {
        expect(await each.health()).toMatchObject({ needsRebuild: undefined, rebuilding: false });
        expect(await found(each, 'coupon')).toEqual(['pool']);
      }
    });
  });

  describe('when connections end', () => {
    it('in the middle of a change, loses nothing of it and leaves no half', async () => {
      await index.apply([{ document: searchDocument({ id: 'first', title: 'First light' }) }]);
      const [lexemes] = await tables('lexeme');
      // Lets the documents be written and not their words.
      await client.query(`BEGIN; LOCK TABLE ${lexemes} IN SHARE MODE`);
      const applied = index.apply(CHANGES);
      const isWaiting = async () =>
        (await client.query(`SELECT FROM pg_locks WHERE NOT granted`)).rows.length > 0;
      while (!(await isWaiting()));
      expect(await found(other, 'coupon')).toEqual([]);
      await endConnections();
      expect(await found(other, 'light')).toEqual(['first']);
      expect(await found(other, 'coupon')).toEqual([]);
      await client.query('ROLLBACK');
      await applied;
      expect(await found(other, 'coupon')).toEqual(['pool']);
      expect((await other.health()).documents).toBe(CHANGES.length + 1);
    });

    it('in the middle of a rebuild, keeps the old index and what is changed, and nothing of the new', async () => {
      await index.apply(CHANGES);
      const killed = index.rebuild(
        (async function* () {
          yield SEARCH_CASES.slice(0, 3);
          await endConnections();
          yield SEARCH_CASES.slice(3);
        })(),
      );
      await expect(killed).rejects.toThrow();
      expect(await found(index, 'coupon')).toEqual(['pool']);
      await other.apply([{ document: searchDocument({ id: 'fresh', title: 'Pulsars' }) }]);
      expect(await found(index, 'pulsars')).toEqual(['fresh']);
      expect(await index.health()).toMatchObject({ rebuilding: false });
      expect(await tables('document')).toHaveLength(1);
      await other.rebuild(batches([...SEARCH_CASES]));
      expect(await found(index, 'coupon')).toEqual(['pool']);
      expect(await found(index, 'pulsars')).toEqual([]);
      expect(await tables('document')).toHaveLength(1);
    });
  });

  describe('in its tables', () => {
    it('asks to be rebuilt while it is new, and still does after a restart', async () => {
      expect((await index.health()).needsRebuild).toBe('new');
      expect((await find(other, 'coupon')).degraded).toBe(true);
      await index.rebuild(batches([...SEARCH_CASES]));
      expect(await find(other, 'coupon')).toMatchObject({ degraded: false, totalCount: 1 });
      expect((await other.health()).needsRebuild).toBeUndefined();
    });

    it('goes on with an empty index where a table is gone', async () => {
      await index.rebuild(batches([...SEARCH_CASES]));
      const [texts] = await tables('text');
      await client.query(`DROP TABLE ${texts}`);
      expect(await find(index, 'coupon')).toMatchObject({ hits: [], degraded: true });
      expect(await other.health()).toMatchObject({ documents: 0, needsRebuild: 'damaged' });
      await other.apply(CHANGES);
      expect(await found(index, 'coupon')).toEqual(['pool']);
    });

    it('goes on with an empty index where all tables are gone', async () => {
      await index.rebuild(batches([...SEARCH_CASES]));
      expect(await found(other, 'coupon')).toEqual(['pool']);
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      expect(await find(index, 'coupon')).toMatchObject({ hits: [], degraded: true });
      expect(await find(other, 'coupon')).toMatchObject({ hits: [], degraded: true });
      expect((await index.health()).needsRebuild).toBe('damaged');
      await index.rebuild(batches([...SEARCH_CASES]));
      expect(await found(other, 'coupon')).toEqual(['pool']);
    });

    it('leaves the index of another version alone until it is started anew', async () => {
      await index.rebuild(batches([...SEARCH_CASES]));
      await client.query('UPDATE search_index_state SET format = 9999');
      expect(await find(index, 'coupon')).toMatchObject({ hits: [], degraded: true });
      await expect(index.apply(CHANGES)).rejects.toThrow('Another version');
      expect(await index.health()).toMatchObject({ needsRebuild: 'outdated' });
      expect(await other.health()).toMatchObject({ documents: 0, needsRebuild: 'outdated' });
      await other.rebuild(batches([...SEARCH_CASES]));
      expect(await found(index, 'coupon')).toEqual(['pool']);
    });

    it('finds what stands at the end of a long text, and takes any length', async () => {
      const filler = Array.from({ length: 20_000 }, (_, at) => `word${at % 7_000}`).join(' ');
      const long = searchDocument({ id: 'long', body: `${filler} aurora borealis. 凌晨证书到期` });
      const endless = Array.from({ length: 400_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
      const longest = searchDocument({ id: 'longest', title: 'Endless', body: endless });
      await index.apply([{ document: long }, { document: longest }]);
      expect(await found(index, '"aurora borealis"')).toEqual(['long']);
      expect(await found(index, '证书到期')).toEqual(['long']);
      expect(await found(index, 'endless')).toEqual(['longest']);
    }, 60_000);

    it('takes signs that PostgreSQL reads as syntax, and characters it cannot keep', async () => {
      const title = `O'Brien\\'s "quoted" \\\\ x:1A,2B 'a' & b | c \0 \ud83d \ud840`;
      const strange = searchDocument({ id: 'strange', title, tags: [title, "'"], body: title });
      await index.apply([{ document: strange }]);
      expect(await found(index, "O'Brien quoted")).toEqual(['strange']);
      expect(await found(other, 'x:1A')).toEqual(['strange']);
    });

    it('puts first what the embedded engine puts first', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'fupan-search-'));
      const embedded = new EmbeddedSearchIndex(folder, { readers: 1, glossary: GLOSSARY });
      const text = SEARCH_CASES.flatMap(({ title, body }) => [title, body]).join(' ');
      const words = [...new Set(text.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length > 2);
      const pairs = words.map((word, at) => `${word} ${words[(at * 7 + 3) % words.length] ?? ''}`);
      try {
        await embedded.apply(CHANGES);
        await index.apply(CHANGES);
        const firsts = async (one: SearchIndex) => {
          const all: [string, string | undefined][] = [];
          for (const query of [...words, ...pairs]) all.push([query, (await found(one, query))[0]]);
          return all;
        };
        expect(await firsts(index)).toEqual(await firsts(embedded));
      } finally {
        await embedded.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }, 60_000);
  });
});
