import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseQuery } from '../../src/features/search/query-language.js';
import type { SearchIndex } from '../../src/infra/search/search-index.js';
import { SEARCH_CASES } from './search-cases.js';

const RUNS = process.env['FUPAN_TEST_THOROUGH'] ? 40_000 : 1_000;

/** Whatever is typed, a search answers. `open` gives a new, empty index. */
export function describeSearchStrings(name: string, open: () => Promise<SearchIndex>): void {
  describe(`${name}, whatever is typed,`, () => {
    it(
      'answers any string at all',
      async () => {
        const index = await open();
        await index.apply(SEARCH_CASES.map((document) => ({ document })));
        const signs = fc.constantFrom(
          ...['"', "'", '(', ')', '*', ':', '-', '^', '+', '\0', '\\', '{', '}', '：', '“', '－'],
          ...[
            '　',
            '&',
            '|',
            '!',
            '<->',
            ':*',
            "''",
            '\\\\',
            '$1',
            '/2/',
            ' ',
            ' -',
            ' "',
            'NEAR(',
          ],
          ...['AND', 'OR', 'NOT', 'NEAR', 'title', 'severity:', 'after:', 'database', '证书', '連'],
          ...['\ud83d', '\ud840', 'a*', 'SEV1', '2024-13', '\n', 'é', 'ﬁ', 'İ'],
        );
        const anything = fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
        );
        await fc.assert(
          fc.asyncProperty(anything, async (typed) => {
            const query = parseQuery(typed);
            const request = { query, filter: {}, spaces: 'all', limit: 5, offset: 0 } as const;
            const answer = await index.search(request);
            expect(answer.totalCount).toBeGreaterThanOrEqual(answer.hits.length);
          }),
          { numRuns: RUNS },
        );
        expect((await index.health()).needsRebuild).toBe('new');
        await index.close();
      },
      RUNS * 60,
    );
  });
}
