import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { parseQuery } from '../../src/features/search/query-language.js';
import type { SearchIndex } from '../../src/infra/search/search-index.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';

/**
 * What a viewer may not see makes no difference to what they see, scores and order included. `open`
 * gives a new, empty index.
 */
export function describeSearchPrivacy(name: string, open: () => Promise<SearchIndex>): void {
  describe(`what a viewer of ${name} may not see makes no difference`, () => {
    let index: SearchIndex;
    const secret = searchDocument({
      id: 'secret',
      ...SEARCH_CASES.find(({ id }) => id === 'secret'),
    });
    const spaces = new Set(['organization', 'case:mine']);
    const mine = searchDocument({
      id: 'mine',
      space: 'case:mine',
      title: 'Connection pool of the ledger ran dry',
      body: 'Every request waited for a database connection. Pods were OOMKilled.',
    });
    const seen = [...SEARCH_CASES.filter(({ id }) => id !== 'secret'), mine];
    // Full of what the others hold, so that every figure over all documents would change.
    const hidden = [...seen, secret].flatMap((document) =>
      ['a', 'b', 'c'].map((copy) => ({
        ...document,
        id: `${copy} ${document.id}`,
        space: `case:${copy}`,
        votes: 9,
        body: `${document.body} certificates certifying loadbalancers auto vacuuming zebrafishes`,
      })),
    );
    let other: SearchIndex;

    beforeEach(async () => {
      index = await open();
      await index.apply([...hidden.slice(0, 12), ...seen].map((document) => ({ document })));
      await index.apply(hidden.slice(12).map((document) => ({ document })));
      other = await open();
      await other.apply(seen.map((document) => ({ document })));
    });
    afterEach(async () => {
      await index.close();
      await other.close();
    });

    const words = [
      ...new Set(seen.flatMap(({ title, body }) => `${title} ${body}`.split(/[^\p{L}\p{N}]+/u))),
    ].filter((word) => word.length > 2);
    const misspelt = words.map((word) => word.slice(0, 3) + word.slice(4));
    const pairs = words.map((word, at) => `${word} ${words[(at * 7 + 3) % words.length] ?? ''}`);
    const starts = words.map((word) => word.slice(0, 4));
    const rest = ['', 'loadbalancer', 'auto vacuum', 'zebrafsh', 'tag:database', '-connection'];

    it.each([
      { kind: 'words', queries: words },
      { kind: 'pairs of words', queries: pairs },
      { kind: 'misspelt words', queries: misspelt },
      { kind: 'beginnings of words', queries: starts },
      { kind: 'other queries', queries: rest },
    ])('in a search for $kind', async ({ queries }) => {
      for (const text of queries) {
        const page = { limit: 5, offset: 0, favoursHelpful: true };
        const request = { query: parseQuery(text), filter: {}, spaces, ...page };
        expect([text, await index.search(request)]).toEqual([text, await other.search(request)]);
      }
    });

    it('among similar cases', async () => {
      for (const document of seen) {
        const request = { document, spaces, limit: 5 };
        expect(await index.similar(request)).toEqual(await other.similar(request));
      }
    });

    it('nor does it once it is open to everybody and closed again', async () => {
      const opened = { ...secret, space: 'organization' };
      await index.apply([{ document: opened }, { document: secret }]);
      const { hits, totalCount } = await index.search({
        ...{ query: parseQuery('database'), filter: {}, spaces, limit: 5, offset: 0 },
      });
      expect(hits.map(({ id }) => id)).not.toContain('secret');
      expect(totalCount).toBe(hits.length);
    });

    it('and a case that opens counts like one that always was open', async () => {
      const draft = { ...secret, space: 'case:secret' };
      const opened = { ...secret, space: 'organization', stamp: 2 };
      await index.apply([{ document: draft }, { document: opened }]);
      await other.apply([{ document: opened }]);
      for (const text of ['zebrafsh', 'zebraf', 'database storage', 'connection contracts']) {
        const request = { query: parseQuery(text), filter: {}, spaces, limit: 9, offset: 0 };
        expect(await index.search(request)).toEqual(await other.search(request));
      }
    });
  });
}
