import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { parseQuery } from '../../src/features/search/query-language.js';
import {
  MeilisearchEngine,
  type MeilisearchLimits,
} from '../../src/infra/search/meilisearch/meilisearch-engine.js';
import {
  MeilisearchRefusedError,
  MeilisearchUnavailableError,
} from '../../src/infra/search/meilisearch/meilisearch.error.js';
import type { SearchDocument, SearchRequest } from '../../src/infra/search/search-index.js';
import { MeiliStandIn } from '../support/meili-stand-in.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';

let standIn: MeiliStandIn;
let engine: MeilisearchEngine;

const open = (
  limits: Partial<MeilisearchLimits> = {},
  glossary: readonly (readonly string[])[] = [['k8s', 'kubernetes']],
): MeilisearchEngine =>
  new MeilisearchEngine({
    ...{ url: standIn.url, key: standIn.key, index: 'cases', glossary },
    limits: { searchMs: 5_000, ...limits },
  });

async function* batches(...all: readonly SearchDocument[][]): AsyncGenerator<SearchDocument[]> {
  yield* all;
}

const search = (query: string, more: Partial<SearchRequest> = {}) =>
  engine.search({
    ...{ query: parseQuery(query), filter: {}, spaces: new Set(['organization']) },
    ...{ limit: 10, offset: 0, ...more },
  });

beforeAll(async () => {
  standIn = await MeiliStandIn.start();
});
afterAll(async () => {
  await standIn.close();
});
beforeEach(async () => {
  standIn.wipe();
  engine = open();
  await engine.rebuild(batches([...SEARCH_CASES]));
  standIn.requests.length = 0;
});
afterEach(() => {
  standIn.behaviour = 'well';
  standIn.failTasks = undefined;
  standIn.taskMs = 0;
});

describe('what is asked of Meilisearch', () => {
  it.each([
    { kind: 'words', query: 'database connection' },
    { kind: 'a beginning', query: 'replica' },
    { kind: 'a misspelt word', query: 'certifcate midnigth' },
    { kind: 'too many words', query: 'certificate renewal coupon zeppelin' },
    { kind: 'a phrase', query: '"connection pool" certificate' },
    { kind: 'no word', query: '' },
    { kind: 'a word that must not occur', query: '-database' },
    { kind: 'filters and their counts', query: 'database severity:sev1 -team:storage after:2020' },
    { kind: 'words and filters', query: 'certificate coupon zeppelin service:gateway' },
    {
      kind: 'more words than it reads',
      query: 'one two three four five six seven eight nine ten coupon',
    },
    { kind: 'a later page', query: 'replica', offset: 3 },
  ])(
    'names the spaces and what is hidden in each question about $kind',
    async ({ query, offset }) => {
      await search(query, { hidden: new Set(['pool']), offset: offset ?? 0 });
      const questions = standIn.requests.flatMap((request) => request.search);
      expect(questions.length).toBeGreaterThan(0);
      for (const { filter } of questions) {
        expect(filter).toMatch(
          /^\(\(space IN \["organization"\]\) AND \(NOT \(key IN \["pool"\]\)\)\)/u,
        );
      }
    },
  );

  it('is no condition for who may see everything', async () => {
    expect((await search('zebrafish', { spaces: 'all' })).totalCount).toBe(1);
  });

  it('leaves out what is hidden, from hits, totals and counts', async () => {
    const answer = await search('database', { hidden: new Set(['pool']) });
    expect(answer.hits.map(({ id }) => id)).not.toContain('pool');
    expect(answer.totalCount).toBe(answer.hits.length);
    expect(JSON.stringify(answer.facets)).not.toContain('checkout');
  });

  it('can name thousands of spaces', async () => {
    const spaces = new Set(Array.from({ length: 5_000 }, (_, at) => `case:${at}`));
    expect(await search('zebrafish', { spaces })).toMatchObject({ totalCount: 0 });
    spaces.add('case:secret');
    expect(await search('zebrafish', { spaces })).toMatchObject({ totalCount: 1 });
  });

  it('is in one request where the words are found', async () => {
    await search('database tag:database severity:sev1');
    expect(standIn.requests).toHaveLength(1);
  });
});

describe('the answers of Meilisearch', () => {
  it('count beyond what it counts by itself', async () => {
    const many = Array.from({ length: 1_100 }, (_, at) =>
      searchDocument({ id: `case-${at}`, title: 'Ledger stopped' }),
    );
    await engine.apply(many.map((document) => ({ document })));
    expect((await search('ledger')).totalCount).toBe(1_100);
  }, 60_000);

  it('are given up in time', async () => {
    engine = open({ searchMs: 200 });
    standIn.behaviour = 'slow';
    const began = performance.now();
    await expect(search('database')).rejects.toThrow(MeilisearchUnavailableError);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each([
    { behaviour: 'down', code: 'unreachable' },
    { behaviour: 'errors', code: 'internal' },
    { behaviour: 'another program', code: 'unreachable' },
  ] as const)('are missing while it is $behaviour', async ({ behaviour, code }) => {
    standIn.behaviour = behaviour;
    await expect(search('database')).rejects.toMatchObject({ code });
    await expect(engine.apply([{ deletedId: 'pool' }])).rejects.toMatchObject({ code });
  });

  it('are refused to whoever has another key, whom no message tells the right one', async () => {
    const key = standIn.key;
    standIn.key = 'another-key-than-before';
    const refused = await search('database').catch((error: unknown) => error);
    standIn.key = key;
    expect(refused).toMatchObject({ code: 'invalid_api_key' });
    expect(JSON.stringify(refused) + String(refused)).not.toContain(key);
  });
});

describe('what is written to Meilisearch', () => {
  const change = { document: searchDocument({ id: 'new', title: 'Quasar' }) };

  it('counts once Meilisearch has done it', async () => {
    standIn.taskMs = 100;
    await engine.apply([change]);
    expect((await search('quasar')).totalCount).toBe(1);
  });

  it('fails with what Meilisearch calls it', async () => {
    standIn.failTasks = 'invalid_document_fields';
    const refused = engine.apply([change]);
    await expect(refused).rejects.toThrow(MeilisearchRefusedError);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_document_fields' });
    standIn.failTasks = 'no_space_left_on_device';
    await expect(engine.apply([change])).rejects.toThrow(MeilisearchUnavailableError);
  });

  it('is not waited for without end', async () => {
    engine = open({ taskMs: 50 });
    standIn.taskMs = 1_000;
    await expect(engine.apply([change])).rejects.toThrow(MeilisearchUnavailableError);
  });

  it('may be written again when the answer got lost', async () => {
    // The first question is only whether there is an index.
    const lost = engine.apply([change]);
    standIn.losesAnswers = 1;
    await lost.catch(() => engine.apply([change]));
    expect(await search('quasar')).toMatchObject({ totalCount: 1 });
    expect((await engine.health()).documents).toBe(SEARCH_CASES.length + 1);
  });

  it('makes no index where there is none: it would lack all else', async () => {
    standIn.wipe();
    await expect(engine.apply([change])).rejects.toMatchObject({ code: 'index_not_found' });
    expect(standIn.names()).toEqual([]);
    expect(await engine.health()).toMatchObject({ documents: 0, needsRebuild: 'new' });
    expect(await engine.stamps()).toEqual(new Map());
  });
});

describe('an index of Meilisearch that is made anew', () => {
  it('leaves nothing behind, and takes away what was left behind', async () => {
    standIn.plant('cases_17', new Date(Date.now() - 3_600_000));
    standIn.plant('cases_18', new Date());
    standIn.plant('cases_of_others', new Date(0));
    await engine.rebuild(batches([...SEARCH_CASES]));
    // Another process may be making the one that was just changed.
    expect(standIn.names()).toEqual(['cases', 'cases_18', 'cases_of_others']);
  });

  it('may be made by two processes at once', async () => {
    const other = open();
    await Promise.all([
      engine.rebuild(batches([...SEARCH_CASES])),
      other.rebuild(batches([...SEARCH_CASES])),
    ]);
    expect(standIn.names()).toEqual(['cases']);
    expect((await engine.health()).documents).toBe(SEARCH_CASES.length);
    expect((await search('coupon')).totalCount).toBe(1);
  });

  it('stays as it was when Meilisearch fails in the middle', async () => {
    const failing = (async function* () {
      yield [...SEARCH_CASES];
      standIn.failTasks = 'internal';
      yield Array.from({ length: 600 }, (_, at) => searchDocument({ id: `case-${at}` }));
    })();
    await expect(engine.rebuild(failing)).rejects.toThrow(MeilisearchUnavailableError);
    standIn.failTasks = undefined;
    expect((await search('coupon')).totalCount).toBe(1);
    expect((await engine.health()).needsRebuild).toBeUndefined();
  });

  it('is asked for when it is not kept as it should be; a changed glossary is only sent', async () => {
    engine = open({}, [['coupon', 'voucher']]);
    expect((await search('voucher')).totalCount).toBe(0);
    expect((await engine.health()).needsRebuild).toBeUndefined();
    expect((await search('voucher')).totalCount).toBe(1);
    standIn.tamper('cases', (index) => {
      index.change({ filterableAttributes: ['space'] });
    });
    expect((await engine.health()).needsRebuild).toBe('outdated');
  });
});
