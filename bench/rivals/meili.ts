import { Meilisearch } from 'meilisearch';

import { fold } from '../../src/core/text/fold.js';
import { generatedCase, textOf } from '../corpus/corpus.js';
import type { RivalAnswer } from './bare-fts.js';

const BATCH = 2_000;
const PATIENCE_MS = 30 * 60_000;

/** A Meilisearch with the same texts, folded into one script. */
export interface MeiliRival {
  readonly buildMs: number;
  ask(query: string): Promise<RivalAnswer>;
  stop(): Promise<void>;
}

/** On the server at an address, in an index of its own, which is taken away at the end. */
export async function startMeili(
  host: string,
  apiKey: string | undefined,
  cases: number,
): Promise<MeiliRival> {
  const client = new Meilisearch({ host, ...(apiKey !== undefined && { apiKey }) });
  const uid = `fupan-bench-${Date.now().toString(36)}`;
  const index = client.index<{ id: number; text: string }>(uid);
  const wait = { timeout: PATIENCE_MS, interval: 200 };
  const began = performance.now();
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask(wait);
  await index.updateSettings({ searchableAttributes: ['text'] }).waitTask(wait);
  for (let first = 0; first < cases; first += BATCH) {
    const documents = Array.from({ length: Math.min(BATCH, cases - first) }, (_, at) => ({
      id: first + at,
      text: fold(textOf(generatedCase(first + at))),
    }));
    const { status, error } = await index.addDocuments(documents).waitTask(wait);
    if (status !== 'succeeded') throw new Error(`Meilisearch: ${JSON.stringify(error)}`);
  }
  return {
    buildMs: performance.now() - began,
    ask: async (query) => {
      const asked = performance.now();
      const { hits } = await index.search(fold(query), { limit: 20, attributesToRetrieve: ['id'] });
      return { ms: performance.now() - asked, hits: hits.length };
    },
    stop: async () => {
      await client.deleteIndex(uid).waitTask(wait);
    },
  };
}
