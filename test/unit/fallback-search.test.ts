import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';

import { parseQuery } from '../../src/features/search/query-language.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { FallbackSearch } from '../../src/infra/search/fallback-search.js';
import type { IndexHealth, SearchAnswer } from '../../src/infra/search/search-index.js';

const request = {
  ...{ query: parseQuery('pool'), filter: {}, spaces: 'all' as const },
  ...{ limit: 5, offset: 0 },
};

const answer = (engine: string, totalCount = 1): SearchAnswer => ({
  ...{ engine, totalCount, degraded: false, hits: [], facets: [], terms: [] },
  ...{ didYouMean: undefined, relaxed: false },
});

function engines() {
  const state = { fails: false, asked: 0, found: 1, documents: 10 };
  const health = (engine: string, documents: number): IndexHealth => ({
    ...{ engine, documents, needsRebuild: undefined, rebuilding: false },
  });
  const preferred = {
    search: () => {
      state.asked += 1;
      if (state.fails) return Promise.reject(new Error('away'));
      return Promise.resolve(answer('server', state.found));
    },
    health: () =>
      state.fails
        ? Promise.reject(new Error('away'))
        : Promise.resolve(health('server', state.documents)),
  };
  const beside = {
    search: () => Promise.resolve(answer('beside')),
    similar: () => Promise.resolve([]),
    health: () => Promise.resolve(health('beside', 10)),
  };
  const search = new FallbackSearch(preferred, beside, { log: silentLogger, restMs: 20 });
  return { state, search };
}

describe('searching by an engine that may be away', () => {
  it('asks it, and none in its place, while it is well', async () => {
    const { search } = engines();
    expect(await search.search(request)).toMatchObject({ engine: 'server', degraded: false });
  });

  it('has another answer, and leaves it alone, until it is well again', async () => {
    const { state, search } = engines();
    state.fails = true;
    for (let round = 0; round < 5; round += 1) {
      expect(await search.search(request)).toMatchObject({ engine: 'beside', degraded: true });
    }
    expect(state.asked).toBe(1);
    state.fails = false;
    await pause(40);
    // This one has it looked at.
    await search.search(request);
    await pause(5);
    expect(await search.search(request)).toMatchObject({ engine: 'server', degraded: false });
  });

  it('does not believe that there is nothing where documents are missing', async () => {
    const { state, search } = engines();
    state.found = 0;
    expect(await search.search(request)).toMatchObject({ engine: 'server', totalCount: 0 });
    state.documents = 0;
    expect(await search.search(request)).toMatchObject({ engine: 'beside', degraded: true });
  });
});
