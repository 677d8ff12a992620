import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';

import { readGlossary } from '../../src/features/search/glossary.file.js';
import { EmbeddedSearchIndex } from '../../src/infra/search/embedded/embedded-search-index.js';
import { MeilisearchEngine } from '../../src/infra/search/meilisearch/meilisearch-engine.js';
import type { SearchDocument, SearchIndex } from '../../src/infra/search/search-index.js';
import { MeiliStandIn } from '../support/meili-stand-in.js';
import { describeSearchEndurance } from './search-endurance.contract.js';
import { describeSearchFavouring } from './search-favouring.contract.js';
import { describeSearchIndex } from './search-index.contract.js';
import { describeSearchPrivacy } from './search-privacy.contract.js';

const GLOSSARY = readGlossary('templates/search');
const { FUPAN_TEST_MEILI_URL: realUrl, FUPAN_TEST_MEILI_KEY: realKey } = process.env;
const root = mkdtempSync(join(tmpdir(), 'fupan-meili-'));
let made = 0;

/** A new, empty index, with the engine beside the database that tells similar cases. */
async function opened(url: string, key: string | undefined): Promise<SearchIndex> {
  const name = `fupan-test-${process.pid}-${(made += 1)}`;
  const engine = new MeilisearchEngine({
    ...{ url, key, index: name, glossary: GLOSSARY },
    // A test asks whether it is right; that an answer comes in time is asked elsewhere.
    limits: { searchMs: 10_000 },
  });
  const beside = new EmbeddedSearchIndex(join(root, name), { readers: 1, glossary: GLOSSARY });
  await engine.rebuild(nothing());
  return {
    search: (request) => engine.search(request),
    similar: (request) => beside.similar(request),
    apply: async (changes) => {
      await engine.apply(changes);
      await beside.apply(changes);
    },
    rebuild: (batches) => engine.rebuild(batches),
    stamps: () => engine.stamps(),
    health: () => engine.health(),
    close: async () => {
      await engine.close();
      await beside.close();
    },
  };
}

async function* nothing(): AsyncGenerator<SearchDocument[]> {
  // A rebuild without documents makes an empty index.
}

let standIn: MeiliStandIn;
beforeAll(async () => {
  standIn = await MeiliStandIn.start();
});
afterAll(async () => {
  await standIn.close();
  rmSync(root, { recursive: true, force: true });
});

/** Each string takes several requests: fewer than of an engine in this process. */
const STRINGS = { strings: 2_000 };
const servers = [
  { name: 'Meilisearch (stand-in)', open: () => opened(standIn.url, standIn.key) },
  ...(realUrl === undefined
    ? []
    : [{ name: `Meilisearch (${realUrl})`, open: () => opened(realUrl, realKey) }]),
];
for (const { name, open } of servers) {
  describeSearchIndex(name, open);
  describeSearchFavouring(name, open);
  describeSearchPrivacy(name, open);
  describeSearchEndurance(name, open, STRINGS);
}
