import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { parseQuery } from '../../src/features/search/query-language.js';
import type { SearchIndex, SearchRequest } from '../../src/infra/search/search-index.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';

/** Which of two that match alike comes first. `open` gives a new, empty index. */
export function describeSearchFavouring(name: string, open: () => Promise<SearchIndex>): void {
  describe(`${name} favours of two that match alike`, () => {
    const text = { title: 'Quasars flared', body: 'The quasars went on flaring.' };
    let index: SearchIndex;

    beforeEach(async () => {
      index = await open();
      await index.apply(SEARCH_CASES.map((document) => ({ document })));
    });
    afterEach(() => index.close());

    const found = async (
      query: string,
      favours: Pick<SearchRequest, 'now' | 'favoursHelpful'> = {},
    ) => {
      const { hits } = await index.search({
        query: parseQuery(query),
        filter: {},
        spaces: new Set(['organization']),
        limit: 10,
        offset: 0,
        ...favours,
      });
      return hits.map(({ id }) => id);
    };
    const helpful = { favoursHelpful: true };
    /** Two cases of the same day with the same text, which helped so many. */
    const two = async (one: number, other: number): Promise<void> => {
      const occurredAt = Date.UTC(2025, 11);
      const documents = [
        searchDocument({ id: 'one', ...text, occurredAt, votes: one }),
        searchDocument({ id: 'other', ...text, occurredAt, votes: other }),
      ];
      await index.apply(documents.map((document) => ({ document })));
    };

    it('the later one, if it is told what time it is', async () => {
      await index.apply([
        { document: searchDocument({ id: 'later', ...text, occurredAt: Date.UTC(2025, 11) }) },
        { document: searchDocument({ id: 'earlier', ...text, occurredAt: Date.UTC(2019, 0) }) },
      ]);
      expect(await found('quasars', { now: Date.UTC(2026, 0) })).toEqual(['later', 'earlier']);
    });

    it('the one that helped more people, if it is told to', async () => {
      await two(3, 0);
      expect(await found('quasars', helpful)).toEqual(['one', 'other']);
      await two(0, 1);
      expect(await found('quasars', helpful)).toEqual(['other', 'one']);
    });

    it('the one that helped more people also where only some words are found', async () => {
      await two(3, 0);
      const some = async () => (await found('quasars coupon', helpful)).filter(isOneOfTwo);
      expect(await some()).toEqual(['one', 'other']);
      await two(0, 3);
      expect(await some()).toEqual(['other', 'one']);
    });

    it('neither, if it is told nothing', async () => {
      await two(30, 0);
      const order = await found('quasars');
      await two(0, 30);
      expect(await found('quasars')).toEqual(order);
    });

    it('the one that helped more people, and never before what matches better', async () => {
      await two(0, 0);
      const weak = {
        id: 'weak',
        body: `Far away the quasars flared. ${'Nothing else. '.repeat(40)}`,
      };
      await index.apply([{ document: searchDocument({ ...weak, votes: 1_000 }) }]);
      expect((await found('quasars', helpful)).at(-1)).toBe('weak');
    });

    it('nothing where nothing is looked for: the newest come first', async () => {
      const everything = await found('');
      const [, second] = everything;
      const document = SEARCH_CASES.find(({ id }) => id === second);
      if (document === undefined) throw new Error('no such case');
      await index.apply([{ document: { ...document, votes: 50 } }]);
      expect(await found('', helpful)).toEqual(everything);
    });
  });
}

function isOneOfTwo(id: string): boolean {
  return id === 'one' || id === 'other';
}
