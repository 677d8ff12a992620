import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { parseQuery } from '../../src/features/search/query-language.js';
import type {
  FacetField,
  SearchDocument,
  SearchFilter,
  SearchIndex,
  VisibleSpaces,
} from '../../src/infra/search/search-index.js';
import { SEARCH_CASES, searchDocument } from './search-cases.js';

const EVERYONE: VisibleSpaces = new Set(['organization']);

/** What every search engine of fupan must do. `open` gives a new, empty index. */
export function describeSearchIndex(name: string, open: () => Promise<SearchIndex>): void {
  describe(`${name} as a search index`, () => {
    let index: SearchIndex;

    beforeEach(async () => {
      index = await open();
      await index.apply(SEARCH_CASES.map((document) => ({ document })));
    });
    afterEach(() => index.close());

    const search = (
      query: string,
      options: { filter?: SearchFilter; spaces?: VisibleSpaces } = {},
    ) =>
      index.search({
        query: parseQuery(query),
        filter: options.filter ?? {},
        spaces: options.spaces ?? EVERYONE,
        limit: 10,
        offset: 0,
      });
    const found = async (query: string, filter: SearchFilter = {}) =>
      (await search(query, { filter })).hits.map((hit) => hit.id);
    const best = async (query: string) => (await found(query))[0];
    const facet = async (field: FacetField, query: string, filter: SearchFilter = {}) => {
      const { facets } = await search(query, { filter });
      const values = facets.find((one) => one.field === field)?.values ?? [];
      return Object.fromEntries(values.map(({ value, count }) => [value, count]));
    };

    describe('words', () => {
      it('finds words in any order and form', async () => {
        expect(await best('pools connections checkout')).toBe('pool');
      });

      it('finds an error message and a host name, whole or in part', async () => {
        expect(await best('HikariPool-1 Connection is not available')).toBe('pool');
        expect(await found('db1042.eqiad.wmnet')).toEqual(['pool']);
        expect(await found('db1042')).toEqual(['pool']);
      });

      it('finds the parts of a camel-cased name and one word written as two', async () => {
        expect(await found('loop')).toEqual(['oom']);
        expect(await best('auto vacuum')).toBe('replication');
      });

      it('finds a word while it is typed, also where the stem hides its beginning', async () => {
        expect(await found('replicat')).toContain('replication');
        expect(await found('replica')).toEqual(
          expect.arrayContaining(['certificate', 'replication']),
        );
        expect(await found('certif')).toContain('certificate');
        expect(await found('replicat ')).not.toContain('pool');
      });

      it('finds an abbreviation by the word and the other way round', async () => {
        expect(await best('k8s')).toBe('oom');
        expect(await found('pod out of memory')).toContain('oom');
      });

      it('finds words of tags, services and company', async () => {
        expect(await found('tls')).toEqual(['certificate']);
        expect(await found('Acme')).toEqual(['oom']);
      });

      it('keeps only cases with the exact phrase', async () => {
        expect(await found('"connection pool"')).toEqual(['pool']);
        expect(await found('"pool connection"')).toEqual([]);
      });

      it('never drops a quoted phrase, however few match', async () => {
        expect(await found('"connection pool" certificate')).toEqual(['pool']);
      });

      it('leaves out cases with an excluded word or value', async () => {
        expect(await found('database -coupon')).not.toContain('pool');
        expect(await found('certificate -lang:en')).toEqual(['hans-certificate']);
        expect((await search('-database')).hits.length).toBeGreaterThan(0);
      });

      it('shows cases with some of the words where too few hold all, and says so', async () => {
        const answer = await search('certificate renewal coupon zeppelin');
        expect(answer.relaxed).toBe(true);
        expect(answer.hits.map((hit) => hit.id)).toContain('certificate');
        expect((await search('connection pool')).hits[0]?.id).toBe('pool');
      });

      it('does not relax a search for one thing that was found', async () => {
        expect(await search('INC-004242')).toMatchObject({ relaxed: false, totalCount: 1 });
      });
    });

    describe('Chinese', () => {
      it('finds a case in the other script', async () => {
        expect(await best('網關證書過期')).toBe('hans-certificate');
        expect(await best('资料库过载')).toBe('hant-cache');
      });

      it('finds a case by the word of the other region', async () => {
        expect(await best('线程池耗尽')).toBe('hant-threads');
        expect(await found('缓存集群')).toEqual(['hant-cache']);
      });

      it('finds a single character', async () => {
        expect(await found('凌')).toEqual(['hans-certificate']);
        expect(await found('敗')).toEqual(
          expect.arrayContaining(['hans-certificate', 'hant-threads']),
        );
      });

      it('finds a case despite a wrong character', async () => {
        expect(await best('证书过其')).toBe('hans-certificate');
      });

      it('finds Chinese by an English word of the glossary', async () => {
        expect(await found('certificate')).toEqual(
          expect.arrayContaining(['certificate', 'hans-certificate']),
        );
      });

      it('reads full-width signs like half-width ones', async () => {
        expect(await found('登入　－快取')).toEqual(['hant-threads']);
        expect(await found('“connection pool”')).toEqual(['pool']);
        expect(await found('ＴＬＳ')).toEqual(['certificate']);
      });
    });

    describe('corrections', () => {
      it('finds the case of a misspelt word and offers the query corrected', async () => {
        const answer = await search('certifcate midnigth');
        expect(answer.hits[0]?.id).toBe('certificate');
        expect(answer.didYouMean).toBe('certificate midnight');
      });

      it('offers no correction where the words were found', async () => {
        expect((await search('certificate midnight')).didYouMean).toBeUndefined();
      });

      it('offers no correction that no case holds in full', async () => {
        const answer = await search('certifcate saw eight zeppelins');
        expect(answer.hits.map((hit) => hit.id)).toContain('certificate');
        expect(answer.didYouMean).toBeUndefined();
      });

      it('offers no word of a case that the viewer may not see', async () => {
        const hidden = await search('zebrafsh');
        expect(hidden).toMatchObject({ didYouMean: undefined, totalCount: 0 });
        const seen = await search('zebrafsh', { spaces: 'all' });
        expect(seen.didYouMean).toBe('zebrafish');
      });
    });

    describe('filters and counts', () => {
      it('takes a filter from the query and from the request, and both hold', async () => {
        expect(await found('database severity:sev1')).toEqual(['pool']);
        expect(await found('database', { severity: ['SEV1'] })).toEqual(['pool']);
        expect(await found('database severity:sev2', { severity: ['SEV1'] })).toEqual([]);
      });

      it('compares values without regard to case and script', async () => {
        expect(await found('service:CHECKOUT')).toEqual(['pool']);
        expect(await found('lang:zh')).toHaveLength(3);
        expect(await found('company:acme product:accounts')).toEqual(['oom']);
      });

      it('keeps cases within a period, those of unknown date outside of all', async () => {
        expect(await found('after:2024 before:2024-04')).toEqual(['pool', 'replication']);
        expect(await found('member after:1990')).toEqual([]);
        const inJanuary = { occurredAfter: Date.UTC(2024, 0), occurredBefore: Date.UTC(2024, 1) };
        expect(await found('', inJanuary)).toEqual(['replication']);
      });

      it('lists everything, newest first, for an empty query', async () => {
        const answer = await search('');
        expect(answer.totalCount).toBe(7);
        expect(answer.hits[0]).toEqual({ id: 'hant-threads', score: 0 });
        expect(answer.hits.at(-1)?.id).toBe('oom');
      });

      it('counts each field within all other filters but its own', async () => {
        expect(await facet('severity', '', { severity: ['SEV1'] })).toEqual({
          SEV1: 3,
          SEV2: 3,
          SEV3: 1,
        });
        expect(await facet('service', '', { severity: ['SEV1'] })).toEqual({
          checkout: 1,
          gateway: 2,
        });
        expect(await facet('severity', 'team:platform severity:sev3')).toEqual({
          SEV1: 2,
          SEV3: 1,
        });
      });

      it('counts cases with an excluded word nowhere', async () => {
        expect(await facet('service', 'database -coupon')).not.toHaveProperty('checkout');
      });
    });

    describe('permission', () => {
      it('shows nothing of a hidden case: no hit, no count', async () => {
        const answer = await search('database');
        expect(answer.hits.map((hit) => hit.id)).not.toContain('secret');
        expect(JSON.stringify(answer.facets)).not.toMatch(/vault|legal|confidential/u);
        expect(await search('zebrafish')).toMatchObject({ hits: [], totalCount: 0 });
        expect((await search('zebraf')).terms).not.toContainEqual(
          expect.objectContaining({ text: 'zebrafish' }),
        );
      });

      it('shows it to those who may see its space', async () => {
        const spaces = new Set(['organization', 'case:secret']);
        expect((await search('zebrafish', { spaces })).hits.map((hit) => hit.id)).toEqual([
          'secret',
        ]);
      });

      it('shows nothing to someone who may see no space', async () => {
        expect(await search('', { spaces: new Set() })).toMatchObject({ hits: [], totalCount: 0 });
      });

      it('follows a case from one space to another', async () => {
        await index.apply([{ document: { ...caseOf('oom'), space: 'case:oom', stamp: 2 } }]);
        expect(await found('kubernetes')).toEqual([]);
      });
    });

    describe('pages and scores', () => {
      it('gives the same hits in pages as at once', async () => {
        const query = parseQuery('database');
        const page = async (limit: number, offset: number) =>
          (await index.search({ query, filter: {}, spaces: 'all', limit, offset })).hits;
        const all = await page(10, 0);
        const pages = await Promise.all(all.map((_, offset) => page(1, offset)));
        expect(all.length).toBeGreaterThan(2);
        expect(pages.flat().map((hit) => hit.id)).toEqual(all.map((hit) => hit.id));
      });

      it('scores the best hit with 1 and no other higher', async () => {
        const { hits } = await search('database connection');
        expect(hits[0]?.score).toBe(1);
        expect(hits.every((hit) => hit.score > 0 && hit.score <= 1)).toBe(true);
      });

      it('names the words to highlight, corrected ones among them', async () => {
        const { terms } = await search('certifcate');
        expect(terms.map((term) => term.text)).toContain('certificate');
      });
    });

    describe('similar cases', () => {
      it('finds a case that shares telling words, and names them', async () => {
        const [similar] = await index.similar({
          document: caseOf('pool'),
          spaces: EVERYONE,
          limit: 3,
        });
        expect(similar).toMatchObject({ id: 'replication', score: 1 });
        expect(similar?.terms).toContain('connection');
      });

      it('never answers with the case itself or a hidden one', async () => {
        const document = searchDocument({ id: 'oom', title: 'zebrafish kubernetes pods' });
        const ids = (await index.similar({ document, spaces: EVERYONE, limit: 10 })).map(
          (s) => s.id,
        );
        expect(ids).not.toContain('oom');
        expect(ids).not.toContain('secret');
      });

      it('answers for a case that is not in the index', async () => {
        const document = searchDocument({
          id: 'draft',
          title: '登入時執行緒耗盡',
          language: 'zh-Hant',
        });
        const similar = await index.similar({ document, spaces: EVERYONE, limit: 3 });
        expect(similar[0]?.id).toBe('hant-threads');
        expect(similar[0]?.terms).toContain('登入');
      });
    });

    describe('changes', () => {
      it('replaces a document as a whole', async () => {
        await index.apply([
          { document: searchDocument({ id: 'pool', title: 'Nothing but quasars', stamp: 2 }) },
        ]);
        expect(await found('quasars')).toEqual(['pool']);
        expect(await found('coupon')).toEqual([]);
        expect((await index.stamps()).get('pool')).toBe(2);
      });

      it('forgets a deleted document', async () => {
        await index.apply([{ deletedId: 'pool' }, { deletedId: 'was never there' }]);
        expect(await found('coupon')).toEqual([]);
        expect((await index.health()).documents).toBe(SEARCH_CASES.length - 1);
        expect(await facet('service', '')).not.toHaveProperty('checkout');
      });

      it('may be told the same twice', async () => {
        await index.apply(SEARCH_CASES.map((document) => ({ document })));
        expect((await index.health()).documents).toBe(SEARCH_CASES.length);
        expect(await found('coupon')).toEqual(['pool']);
      });
    });

    describe('rebuilding', () => {
      it('holds exactly the given documents afterwards', async () => {
        await index.rebuild(batches([[caseOf('pool')], [caseOf('oom')]]));
        expect([...(await index.stamps()).keys()].sort()).toEqual(['oom', 'pool']);
        expect(await found('coupon')).toEqual(['pool']);
        expect(await found('certificate midnight')).toEqual([]);
        expect((await index.health()).needsRebuild).toBeUndefined();
      });

      it('answers from the old index meanwhile and loses no change', async () => {
        const during: string[][] = [];
        async function* documents() {
          yield [caseOf('pool'), caseOf('oom')];
          during.push(await found('coupon'));
          await index.apply([
            { document: searchDocument({ id: 'pool', title: 'Changed meanwhile', stamp: 2 }) },
            { document: searchDocument({ id: 'fresh', title: 'Made meanwhile' }) },
            { deletedId: 'oom' },
            { deletedId: 'certificate' },
          ]);
          during.push(await found('meanwhile'));
          // Read before the changes, as from an older snapshot of the database.
          yield [caseOf('pool'), caseOf('certificate'), caseOf('replication')];
        }
        await index.rebuild(documents());
        expect(during[0]).toEqual(['pool']);
        expect(during[1]).toEqual(expect.arrayContaining(['pool', 'fresh']));
        expect([...(await index.stamps())].sort()).toEqual([
          ['fresh', 1],
          ['pool', 2],
          ['replication', 1],
        ]);
        expect(await found('coupon')).toEqual([]);
      });

      it('keeps the old index when it fails', async () => {
        async function* failing() {
          yield [caseOf('oom')];
          throw new Error('the database went away');
        }
        await expect(index.rebuild(failing())).rejects.toThrow('the database went away');
        expect((await index.health()).documents).toBe(SEARCH_CASES.length);
        expect(await found('coupon')).toEqual(['pool']);
        await index.rebuild(batches([[caseOf('pool')]]));
        expect((await index.health()).documents).toBe(1);
      });

      it('lets a second one wait for the first', async () => {
        await Promise.all([
          index.rebuild(batches([[caseOf('pool')], [caseOf('oom')]])),
          index.rebuild(batches([[caseOf('certificate')]])),
        ]);
        expect([...(await index.stamps()).keys()]).toEqual(['certificate']);
      });
    });
  });
}

function caseOf(id: string): SearchDocument {
  const document = SEARCH_CASES.find((one) => one.id === id);
  if (document === undefined) throw new Error(`No case ${id} in the fixture`);
  return document;
}

async function* batches(all: SearchDocument[][]) {
  yield* all;
}
