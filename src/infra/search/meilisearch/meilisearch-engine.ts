import { Meilisearch } from 'meilisearch';

import { Synonyms } from '../../../core/text/synonyms.js';
import type {
  IndexChange,
  IndexHealth,
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  SearchRequest,
} from '../search-index.js';
import { searchByLadder } from './ladder.js';
import { faultOf, succeeded } from './meilisearch.error.js';
import { Questions } from './questions.js';
import { compareSettings, indexSettings, synonymSettings } from './settings.js';
import { IndexWriting } from './index-writing.js';

export const MEILISEARCH = 'meilisearch';

export interface MeilisearchOptions {
  readonly url: string;
  readonly key: string | undefined;
  /** Name of the index; indexes that are being made have it with a number behind. */
  readonly index: string;
  /** Groups of words that mean the same. */
  readonly glossary: readonly (readonly string[])[];
  readonly limits?: Partial<MeilisearchLimits>;
}

export interface MeilisearchLimits {
  /** How long a whole search may take; then another engine answers in time. */
  readonly searchMs: number;
  /** How long any other request may take. */
  readonly requestMs: number;
  /** How long a task may take, those before it in the queue included. */
  readonly taskMs: number;
  /** An index that was being made and has not changed for so long was left behind. */
  readonly leftoverMs: number;
}

const LIMITS: MeilisearchLimits = {
  searchMs: 800,
  requestMs: 10_000,
  taskMs: 60_000,
  leftoverMs: 15 * 60_000,
};

/**
 * Full-text search by a Meilisearch server. What it holds can be made anew from the database at any
 * time. Similar cases it leaves to the engine beside the database: it ranks by rules, and cannot
 * tell which words of a case are telling.
 *
 * An index of its name that is kept as it should be holds everything: a new one only takes that name
 * when it is whole, and nothing is written where there is none.
 */
export class MeilisearchEngine implements Omit<SearchIndex, 'similar'> {
  readonly #limits: MeilisearchLimits;
  readonly #searching: Meilisearch;
  readonly #synonyms: Synonyms;
  readonly #writing: IndexWriting;
  readonly #settings;
  #isRebuilding = false;
  #rebuilds: Promise<void> = Promise.resolve();

  constructor(private readonly options: MeilisearchOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
    const { url: host, key } = options;
    const connection = { host, ...(key === undefined ? {} : { apiKey: key }) };
    // The whole search has one time limit, and the client knows only such of single requests.
    this.#searching = new Meilisearch(connection);
    const writing = new Meilisearch({
      ...connection,
      timeout: this.#limits.requestMs,
      defaultWaitOptions: { timeout: this.#limits.taskMs, interval: 30 },
    });
    this.#synonyms = new Synonyms(options.glossary);
    this.#settings = indexSettings(synonymSettings(options.glossary, this.#synonyms));
    this.#writing = new IndexWriting(writing, options.index, this.#settings, this.#limits);
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const signal = AbortSignal.timeout(this.#limits.searchMs);
    const questions = new Questions(this.#searching, this.options.index, request, signal);
    const found = await faulty(() => searchByLadder(request, this.#synonyms, questions));
    return { ...found, engine: MEILISEARCH, degraded: false };
  }

  /** On return Meilisearch has done them. In two steps where some are deleted; nothing is harmed by doing it again. */
  async apply(changes: readonly IndexChange[]): Promise<void> {
    await faulty(() => this.#writing.apply(changes));
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const rebuilt = this.#rebuilds.then(async () => {
      this.#isRebuilding = true;
      try {
        await faulty(() => this.#writing.rebuild(batches));
      } finally {
        this.#isRebuilding = false;
      }
    });
    this.#rebuilds = rebuilt.catch(() => undefined);
    return rebuilt;
  }

  async stamps(): Promise<Map<string, number>> {
    return faulty(() => this.#writing.stamps());
  }

  /** A changed glossary is sent on the way: only queries depend on it. */
  async health(): Promise<IndexHealth> {
    return faulty(async () => {
      const found = await this.#writing.look();
      const health = { engine: MEILISEARCH, rebuilding: this.#isRebuilding };
      if (found === undefined) return { ...health, documents: 0, needsRebuild: 'new' };
      const { documents, settings } = found;
      const comparison = compareSettings(settings, this.#settings);
      if (comparison === 'synonyms') succeeded(await this.#writing.sendSynonyms());
      const needsRebuild = comparison === 'outdated' ? comparison : undefined;
      return { ...health, documents, needsRebuild };
    });
  }

  /** What is under way elsewhere is not waited for; an index that stays half made is removed later. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}
