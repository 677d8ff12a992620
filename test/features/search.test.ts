import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS } from '../../src/core/actor.js';
import type { Ctx, TxCtx } from '../../src/core/ctx.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { Highlights } from '../../src/features/search/highlights.service.js';
import { SearchService } from '../../src/features/search/search.service.js';
import { SearchIndexer } from '../../src/features/search/search-indexer.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly didYouMean: string | null;
    readonly facets: { field: string; values: { value: string; count: number }[] }[];
    readonly nodes: {
      score: number;
      postmortem: { id: string; title: string };
      highlights: { field: string; fragments: { text: string; matched: boolean }[] }[];
    }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const SEARCH = `query ($query: String!, $filter: SearchFilter, $first: Int = 20, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount didYouMean facets { field values { value count } }
    nodes { score postmortem { id title } highlights { field fragments { text matched } } }
    pageInfo { hasNextPage endCursor } } }`;

const CASES = [
  {
    title: 'Checkout returned 503',
    language: 'en',
    summary: 'The connection pool was empty.',
    tags: ['pool'],
    sections: [
      { heading: 'Detection', body: 'HikariPool-1 - Connection is not available, timed out.' },
    ],
  },
  {
    title: '訂單資料庫連線數用盡',
    language: 'zh-Hant',
    summary: '促銷開始後無法結帳。',
    tags: ['pool', '促銷'],
    sections: [{ heading: '原因分析', body: '連線池過大，超過資料庫上限。' }],
  },
  {
    title: '证书过期导致全站无法访问',
    language: 'zh-Hans',
    summary: '自动续期任务没有运行。',
    sections: [{ heading: '', body: '入口网关的证书在凌晨过期。' }],
  },
] as const;

let app: TestApp;
const ids: string[] = [];

beforeAll(async () => {
  app = await startApp();
  for (const input of CASES) {
    const row = await app.write((tx) =>
      app.get(PostmortemService).create(tx, {
        ...input,
        tags: 'tags' in input ? [...input.tags] : [],
        sections: [...input.sections],
      }),
    );
    ids.push(row.id);
  }
  await app.platform.outbox.drained();
});
afterAll(async () => {
  await app.close();
});

async function find(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Found['search']> {
  return (await ask<Found>(app, SEARCH, { query, ...variables })).search;
}
const titles = (found: Found['search']): string[] =>
  found.nodes.map(({ postmortem }) => postmortem.title);

describe('finding cases', () => {
  it('an error string finds its case and is marked in the original text', async () => {
    const found = await find('"Connection is not available"');
    expect(titles(found)).toEqual(['Checkout returned 503']);
    const marked = found.nodes[0]?.highlights
      .find(({ field }) => field === 'body')
      ?.fragments.filter(({ matched }) => matched)
      .map(({ text }) => text)
      .join(' ');
    expect(marked).toContain('Connection');
    expect(marked).toContain('available');
  });

  it('a line that an event was read from is marked where the event itself does not say it', async () => {
    const [first] = ids;
    await ask(
      app,
      `mutation ($id: ID!) { timelineEventCreate(postmortemId: $id, input: {
        at: "2026-03-11T11:02:00Z", zone: "UTC", text: "First alert",
        original: "11:02 kernel: Out of memory: Killed process 4242 (java)" }) {
        userErrors { message } } }`,
      { id: first },
    );
    await app.platform.outbox.drained();
    const found = await find('"Killed process"');
    expect(found.nodes[0]?.highlights.map(({ field }) => field)).toEqual(['original']);
  });

  it('the texts of a hit are read once, and again when they have changed', async () => {
    const id = ids[2] ?? '';
    const bodies = async (): Promise<string | undefined> =>
      (await find('证书过期')).nodes[0]?.highlights
        .find(({ field }) => field === 'body')
        ?.fragments.map(({ text }) => text)
        .join('');
    const readings = async (): Promise<number> =>
      (await statementsOf(app, bodies)).filter((each) => each.includes('FROM "section"')).length;
    // Once by each process that answers.
    for (const _ of app.processes) expect(await bodies()).toBe('入口网关的证书在凌晨过期。');
    expect(await readings()).toBe(0);
    const sections = [{ heading: '', body: '网关的证书在午夜过期。' }];
    await app.write((tx) => app.get(PostmortemService).update(tx, id, { sections }));
    expect(await readings()).toBe(1);
    expect(await bodies()).toBe('网关的证书在午夜过期。');
  });

  it('what a transaction showed that was taken back is shown to nobody else', async () => {
    const id = ids[2] ?? '';
    const bodyFor = async (ctx: Ctx): Promise<string | undefined> => {
      const { nodes } = await app
        .get(SearchService)
        .search(ctx, { query: '证书过期', filter: {}, first: 10 });
      const of = nodes[0] && (await app.get(Highlights).of(ctx).load(nodes[0]));
      return of
        ?.find(({ field }) => field === 'body')
        ?.fragments.map((one) => one.text)
        .join('');
    };
    const withBody = (tx: TxCtx, body: string) =>
      app.get(PostmortemService).update(tx, id, { sections: [{ heading: '', body }] });
    const aborted = app.write(async (tx) => {
      await withBody(tx, '从未提交的证书过期。');
      await tx.db.increment(PostmortemEntity, { id }, 'searchStamp', 1);
      expect(await bodyFor(tx)).toBe('从未提交的证书过期。');
      throw new Error('taken back');
    });
    await expect(aborted).rejects.toThrow('taken back');
    await app.write((tx) => withBody(tx, '网关的证书在清晨过期。'));
    expect(await bodyFor(app.ctx())).toBe('网关的证书在清晨过期。');
  });

  it('a query in one Chinese script finds cases in the other', async () => {
    expect(titles(await find('證書過期'))).toEqual(['证书过期导致全站无法访问']);
    expect(titles(await find('订单资料库'))).toEqual(['訂單資料庫連線數用盡']);
  });

  it('filters narrow, facets count within them', async () => {
    const found = await find('', { filter: { tag: ['pool'] } });
    expect(found.totalCount).toBe(2);
    expect(found.facets.find(({ field }) => field === 'language')?.values).toEqual(
      expect.arrayContaining([
        { value: 'EN', count: 1 },
        { value: 'ZH_HANT', count: 1 },
      ]),
    );
  });

  it('a misspelt word is corrected', async () => {
    const found = await find('conection pool');
    expect(found.didYouMean).toBe('connection pool');
    expect(titles(found)[0]).toBe('Checkout returned 503');
  });

  it('pages follow one another without a gap', async () => {
    const first = await find('', { first: 2 });
    const second = await find('', { first: 2, after: first.pageInfo.endCursor });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(3);
  });

  it('an edit is found, and what it took away is not', async () => {
    const [, , third] = ids;
    await ask(
      app,
      `mutation ($id: ID!) { postmortemUpdate(id: $id, input: { summary: "Zookeeper quorum lost." }) {
        userErrors { message } } }`,
      { id: third },
    );
    await app.platform.outbox.drained();
    expect(titles(await find('zookeeper'))).toEqual(['证书过期导致全站无法访问']);
    expect((await find('自动续期')).totalCount).toBe(0);
  });

  it('a restricted case shows in nothing that a stranger is answered', async () => {
    const secret = await app.write((tx) =>
      app.get(PostmortemService).create(tx, {
        title: 'Xylophone token leaked',
        language: 'en',
        visibility: 'RESTRICTED',
        tags: ['xylotag'],
      }),
    );
    await app.platform.outbox.drained();
    const stranger = app.ctx({
      kind: 'person',
      personId: secret.id,
      role: 'MEMBER',
      readsDrafts: true,
    });
    const service = app.get(SearchService);
    const page = await service.search(stranger, { query: 'xylophone', filter: {}, first: 20 });
    expect(page).toMatchObject({ totalCount: 0, nodes: [], didYouMean: null });
    const typo = await service.search(stranger, { query: 'xylophoen', filter: {}, first: 20 });
    expect(typo.didYouMean).toBeNull();
    const all = await service.search(stranger, { query: '', filter: {}, first: 20 });
    expect(JSON.stringify(all.facets)).not.toContain('xylotag');
    expect(all.totalCount).toBe(3);
    const nobody = await service.search(app.ctx(ANONYMOUS), { query: '', filter: {}, first: 20 });
    expect(nobody.totalCount).toBe(0);
  });

  it('a case made confidential is gone for a stranger before the index hears of it', async () => {
    await app.platform.outbox.stop();
    const [first] = ids;
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, first ?? '', { visibility: 'RESTRICTED' }),
    );
    const stranger = app.ctx({
      kind: 'person',
      personId: first ?? '',
      role: 'MEMBER',
      readsDrafts: true,
    });
    const page = await app
      .get(SearchService)
      .search(stranger, { query: 'HikariPool', filter: {}, first: 20 });
    expect(page).toMatchObject({ totalCount: 0, nodes: [] });
    // Also where it is on none of the pages that were asked for.
    const search = { query: '', filter: { tag: ['pool'] }, first: 1 };
    const counted = await app.get(SearchService).search(stranger, search);
    expect(counted.totalCount).toBe(1);
    expect(counted.facets.find(({ field }) => field === 'language')?.values).toEqual([
      { value: 'zh-Hant', count: 1 },
    ]);
    expect((await app.get(SearchService).search(app.ctx(), search)).totalCount).toBe(2);
    app.platform.outbox.start();
    await app.platform.outbox.drained();
  });

  it('an index that missed changes is brought up to date from the database', async () => {
    await app.platform.outbox.stop();
    const indexer = app.get(SearchIndexer);
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, ids[1] ?? '', { summary: 'Quagga route flap.' }),
    );
    const engine = app.platform.config.searchEngine;
    const same = { engine, missing: [], stale: [], surplus: [] };
    expect(await indexer.differences()).toEqual([{ ...same, stale: [ids[1]] }]);
    await indexer.reconcile();
    expect(await indexer.differences()).toEqual([same]);
    expect(titles(await find('quagga'))).toEqual(['訂單資料庫連線數用盡']);
    app.platform.outbox.start();
  });

  it('similar cases are found and say why', async () => {
    const { similarCases } = await ask<{
      similarCases: { postmortem: { title: string }; sharedTerms: string[] }[];
    }>(
      app,
      `query ($id: ID!) { similarCases(postmortemId: $id) { postmortem { title } sharedTerms score } }`,
      { id: ids[0] },
    );
    expect(similarCases.map(({ postmortem }) => postmortem.title)).not.toContain(
      'Checkout returned 503',
    );
  });
});
