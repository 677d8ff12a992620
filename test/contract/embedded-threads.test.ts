import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { parseQuery } from '../../src/features/search/query-language.js';
import { EmbeddedSearchIndex } from '../../src/infra/search/embedded/embedded-search-index.js';
import type { StoppedFromOutside } from '../../src/infra/search/embedded/search-threads.js';
import type { SearchDocument } from '../../src/infra/search/search-index.js';
import { SEARCH_CASES } from './search-cases.js';

const root = mkdtempSync(join(tmpdir(), 'fupan-threads-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('The threads of the embedded engine', () => {
  let made = 0;
  let index: EmbeddedSearchIndex;
  let running: { readonly role: string; readonly thread: StoppedFromOutside }[] = [];
  beforeEach(() => {
    running = [];
    index = new EmbeddedSearchIndex(join(root, String((made += 1))), {
      readers: 2,
      glossary: [],
      onStart: (role, thread) => running.push({ role, thread }),
    });
  });
  afterEach(async () => {
    await index.close();
  });

  /** Ends the newest thread of this kind, as the system does to one that takes too much memory. */
  const kill = async (role: 'searching' | 'writing'): Promise<void> =>
    running.findLast((each) => each.role === role)?.thread.stop();
  const found = async (query: string): Promise<string[]> =>
    (
      await index.search({
        ...{ query: parseQuery(query), filter: {}, spaces: 'all' as const },
        ...{ limit: 10, offset: 0 },
      })
    ).hits.map(({ id }) => id);
  const all = async function* (): AsyncGenerator<readonly SearchDocument[]> {
    for (const document of SEARCH_CASES) {
      await setImmediate();
      yield [document];
    }
  };
  const coupon = SEARCH_CASES.filter(({ id }) => id === 'pool').map((document) => ({ document }));

  it('answers every search although threads end meanwhile', async () => {
    await index.rebuild(all());
    for (let round = 0; round < 5; round += 1) {
      const answers = Promise.all(Array.from({ length: 20 }, () => found('coupon')));
      await kill('searching');
      expect(await answers).toEqual(Array.from({ length: 20 }, () => ['pool']));
    }
  });

  it('loses no change that was acknowledged, and takes those again that were not', async () => {
    await index.rebuild(all());
    let refusals = 0;
    for (let round = 0; round < 5; round += 1) {
      const word = `acknowledged${round}x`;
      const documents = coupon.map(({ document }) => ({
        document: { ...document, id: word, title: word },
      }));
      const applied = index.apply(documents).catch(async () => {
        refusals += 1;
        await index.apply(documents);
      });
      await kill('writing');
      await applied;
      expect(await found(word)).toEqual([word]);
    }
    expect(refusals).toBeGreaterThan(0);
    expect((await index.health()).documents).toBe(SEARCH_CASES.length + 5);
  });

  it('goes on answering when the thread ends that makes the index anew, which can begin again', async () => {
    await index.rebuild(all());
    const rebuilt = index.rebuild(
      (async function* () {
        yield SEARCH_CASES.slice(1);
        await kill('writing');
        yield SEARCH_CASES.slice(0, 1);
      })(),
    );
    await expect(rebuilt).rejects.toThrow('the thread has ended');
    expect(await found('coupon')).toEqual(['pool']);
    await index.rebuild(all());
    expect(await found('coupon')).toEqual(['pool']);
    expect(await index.health()).toMatchObject({
      documents: SEARCH_CASES.length,
      needsRebuild: undefined,
      rebuilding: false,
    });
  });

  it('answers searches all the while the index is made anew, again and again', async () => {
    await index.rebuild(all());
    const rebuilt = Promise.all(Array.from({ length: 4 }, () => index.rebuild(all())));
    let searches = 0;
    for (
      let isDone: boolean | undefined;
      isDone !== true;
      isDone = await Promise.race([rebuilt.then(() => true), setImmediate(false)])
    ) {
      expect(await found('coupon')).toEqual(['pool']);
      searches += 1;
    }
    expect(searches).toBeGreaterThan(4);
  });
});
