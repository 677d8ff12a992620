import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';

import { parseQuery } from '../../src/features/search/query-language.js';
import type { SearchDocument, SearchIndex } from '../../src/infra/search/search-index.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';

/** So many strings are searched for at a time. */
const AT_ONCE = 10;
/** How long a change may take to be found. */
const VISIBLE_MS = 1_000;

export interface EnduranceOptions {
  /** How many strings are searched for that nobody would think of. */
  readonly strings: number;
}

/** What every search engine of fupan must stand. `open` gives a new, empty index. */
export function describeSearchEndurance(
  name: string,
  open: () => Promise<SearchIndex>,
  { strings }: EnduranceOptions,
): void {
  describe(`${name} under load`, () => {
    let index: SearchIndex;
    beforeEach(async () => {
      index = await open();
    });
    afterEach(() => index.close());

    const page = (query: string, limit: number, offset: number) =>
      index.search({
        ...{ query: parseQuery(query), filter: {}, spaces: 'all' as const, limit, offset },
      });
    const found = async (query: string): Promise<string[]> =>
      (await page(query, 10, 0)).hits.map(({ id }) => id);
    const put = (documents: readonly SearchDocument[]) =>
      index.apply(documents.map((document) => ({ document })));

    describe('pages', () => {
      const many = Array.from({ length: 250 }, (_, at) =>
        searchDocument({
          id: `case ${at}`,
          title: at % 3 === 0 ? 'Ledger replica fell behind' : 'Ledger replication stopped',
          body: 'word '.repeat(at % 7) + (at % 5 === 0 ? 'coupon' : ''),
          occurredAt: at % 4 === 0 ? null : at % 50,
        }),
      );
      beforeEach(() => put(many));

      it.each(['', 'ledger', 'replica', 'replica ', 'ledger coupon zeppelin', 'tag:none', 'ledg'])(
        'of a search for "%s" join without gap or repetition',
        async (query) => {
          const { hits, totalCount } = await page(query, 300, 0);
          expect(hits).toHaveLength(totalCount);
          for (const size of [7, 64]) {
            const ids: string[] = [];
            for (let offset = 0; offset < totalCount; offset += size) {
              const answer = await page(query, size, offset);
              expect(answer.totalCount).toBe(totalCount);
              ids.push(...answer.hits.map(({ id }) => id));
            }
            expect(ids).toEqual(hits.map(({ id }) => id));
            expect(new Set(ids).size).toBe(totalCount);
          }
          // A cursor may stand anywhere.
          const some = await page(query, 20, 13);
          expect(some.hits).toEqual(hits.slice(13, 33));
        },
      );

      it('behind the last one are empty', async () => {
        const answer = await page('ledger', 10, 9_990);
        expect(answer).toMatchObject({ hits: [], totalCount: many.length });
      });
    });

    it('finds a change within a second', async () => {
      await put(SEARCH_CASES);
      // What searches takes its time to begin.
      await found('coupon');
      for (const word of ['quasar', 'pulsar', 'magnetar']) {
        const began = performance.now();
        await put([searchDocument({ id: 'pool', title: word, stamp: 2 })]);
        expect(await found(word)).toEqual(['pool']);
        expect(performance.now() - began).toBeLessThan(VISIBLE_MS);
      }
    });

    it('is never empty while it is made anew, and loses nothing that changes meanwhile', async () => {
      const all = new Map(
        Array.from({ length: 120 }, (_, at) => `case ${at}`).map((id) => [
          id,
          searchDocument({ id, title: `Ledger ${id}` }),
        ]),
      );
      await put([...all.values()]);
      const progress = { isDone: false };
      async function* slowly(): AsyncGenerator<SearchDocument[]> {
        // As from a snapshot of the database: what changes from here on is not in it.
        const documents = [...all.values()];
        for (let at = 0; at < documents.length; at += 20) {
          yield documents.slice(at, at + 20);
          await pause(5);
        }
      }
      const rebuilding = (async () => {
        for (let round = 0; round < 3; round += 1) await index.rebuild(slowly());
        progress.isDone = true;
      })();
      let searches = 0;
      const searching = (async () => {
        while (!progress.isDone) {
          expect((await page('ledger', 5, 0)).totalCount).toBeGreaterThan(60);
          searches += 1;
        }
      })();
      let stamp = 1;
      while (!progress.isDone) {
        stamp += 1;
        const id = `case ${(stamp * 7) % 150}`;
        const document = searchDocument({ id, stamp, title: `Ledger ${id} again` });
        const isDeleted = stamp % 5 === 0 && all.size > 80;
        // The database has it first: what is read from it from now on is the new.
        if (isDeleted) all.delete(id);
        else all.set(id, document);
        await index.apply([isDeleted ? { deletedId: id } : { document }]);
      }
      await Promise.all([rebuilding, searching]);
      expect(searches).toBeGreaterThan(0);
      const wanted = [...all.values()].map((each): [string, number] => [each.id, each.stamp]);
      expect([...(await index.stamps())].sort()).toEqual(wanted.sort());
      expect((await page('ledger', 1, 0)).totalCount).toBe(all.size);
    }, 120_000);

    it(`answers any of ${strings.toLocaleString('en')} strings`, async () => {
      await put(SEARCH_CASES);
      await fc.assert(
        // Some at a time, as many people would.
        fc.asyncProperty(
          fc.tuple(...Array<typeof ANYTHING>(AT_ONCE).fill(ANYTHING)),
          async (all) => {
            const answers = await Promise.all(all.map((typed) => page(typed, 5, 0)));
            for (const { totalCount, hits } of answers) {
              expect(totalCount).toBeGreaterThanOrEqual(hits.length);
            }
          },
        ),
        { numRuns: strings / AT_ONCE },
      );
    }, 900_000);
  });
}

const SIGNS = fc.constantFrom(
  ...['"', "'", '(', ')', '*', ':', '-', '^', '+', '\0', '\\', '{', '}', '：', '“', '－', '　'],
  ...['AND', 'OR', 'NOT', 'NEAR', 'title', 'severity:', 'after:', 'database', '证书', '連'],
  ...['&', '|', '!', '<->', ':*', "''", '\\\\', '$1', '/2/'],
  ...['\ud83d', ' ', ' -', ' "', 'NEAR(', 'a*', 'SEV1', '2024-13', '\n', 'é', 'ﬁ', 'İ'],
  ...['tag:"', 'company:\\', 'service:a"b', 'IN [', '] OR space', '= 1', "'; DROP", '%', '_'],
);
const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(SIGNS, { maxLength: 12 }).map((parts) => parts.join('')),
);
