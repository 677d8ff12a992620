import type pg from 'pg';

import { codeOf } from '../../../core/error-code.js';
import { Synonyms } from '../../../core/text/synonyms.js';
import { isLost } from '../../database/postgres.js';
import type { Replicas } from '../../database/replicas/replicas.js';
import { CaseFinder, type Found } from '../finding/case-finder.js';
import { inRoom } from '../finding/number-room.js';
import { StoredVocabulary } from '../finding/vocabulary.js';
import { FACET_FIELDS } from '../search-index.js';
import type {
  IndexChange,
  IndexHealth,
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  SearchRequest,
  SimilarHit,
  SimilarRequest,
} from '../search-index.js';
import { CaseView } from './case-view.js';
import { prepared, WordCounts, writeDocuments } from './document-writer.js';
import type { IndexBuilder } from './index-builder.js';
import { IndexFormatError, readState, type IndexState } from './index-state.js';
import { IndexStore, isDamage } from './index-store.js';
import { tablesOf } from './index-tables.js';
import { PostgresTextIndex } from './postgres-text-index.js';
import { TermTable } from './term-table.js';
import { inTurn } from './transaction.js';

const ENGINE = 'postgres';
/** What broke on the way is asked for again so often. */
const TRIES = 3;
/** After so many rounds in which others were faster everything is read anew. */
const MOST_ROUNDS = 20;
/** Words whose numbers are kept in memory while the index is made anew. */
const MOST_COUNTED = 100_000;

/** Nothing, for want of an index that this version of fupan can read. */
const NOTHING: Found = {
  hits: [],
  totalCount: 0,
  facets: FACET_FIELDS.map((field) => ({ field, values: [] })),
  didYouMean: undefined,
  relaxed: false,
  terms: [],
};

export interface PostgresSearchOptions {
  /** Where the database is, `postgres://…`. */
  readonly url: string;
  /** Groups of words that mean the same. */
  readonly glossary: readonly (readonly string[])[];
  /** What searches may read from in place of that database. */
  readonly replicas?: Replicas | undefined;
}

/**
 * Full-text search in tables of PostgreSQL that can be made anew at any time. Several processes may
 * share them: what one has indexed the others find at once. Which documents hold a word is asked of
 * PostgreSQL; all else each process knows by itself.
 */
export class PostgresSearchIndex implements SearchIndex {
  readonly #store: IndexStore;
  readonly #synonyms: Synonyms;
  #preparing: Promise<void> | undefined;
  /** What is known of the generation that counts. */
  #view: Promise<CaseView> | undefined;
  #rebuilds: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** Connects when it is needed; what is not there yet is made then. */
  constructor({ url, glossary, replicas }: PostgresSearchOptions) {
    this.#store = new IndexStore(url, replicas);
    this.#synonyms = new Synonyms(glossary);
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    try {
      return await this.#finding(async (finder, { needsRebuild }) => ({
        ...(await finder.search(request)),
        engine: ENGINE,
        degraded: needsRebuild !== undefined,
      }));
    } catch (error) {
      if (error instanceof IndexFormatError) return { ...NOTHING, engine: ENGINE, degraded: true };
      throw error;
    }
  }

  async similar(request: SimilarRequest): Promise<SimilarHit[]> {
    try {
      return await this.#finding((finder) => finder.similar(request));
    } catch (error) {
      if (error instanceof IndexFormatError) return [];
      throw error;
    }
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    const all = await prepared(changes);
    await this.#using(() =>
      this.#store.write(async (client, { generation, building, revision }) => {
        const counts = new WordCounts();
        await writeDocuments(client, tablesOf(generation), all, counts, revision);
        await counts.write(client, tablesOf(generation));
        if (building === undefined) return;
        const next = tablesOf(building);
        await client.query(
          `INSERT INTO ${next.changed} SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
          [[...all.keys()]],
        );
        await writeDocuments(client, next, all, counts, revision);
        await counts.write(client, next);
      }),
    );
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const rebuilt = this.#rebuilds.then(() => this.#rebuild(batches));
    this.#rebuilds = rebuilt.catch(() => undefined);
    return rebuilt;
  }

  async stamps(): Promise<Map<string, number>> {
    return this.#using(() =>
      this.#store.read(async (client) => {
        const { generation } = await readState(client);
        const { rows } = await client.query<{ id: string; stamp: number }>(
          `SELECT id, stamp FROM ${tablesOf(generation).document} WHERE space IS NOT NULL`,
        );
        return new Map(rows.map(({ id, stamp }) => [id, stamp]));
      }),
    );
  }

  async health(): Promise<IndexHealth> {
    try {
      return await this.#using(() =>
        this.#store.read(async (client) => {
          const { generation, needsRebuild, building } = await readState(client);
          const { rows } = await client.query<{ documents: number }>(
            `SELECT count(*)::integer AS documents FROM ${tablesOf(generation).document}
             WHERE space IS NOT NULL`,
          );
          const documents = rows[0]?.documents ?? 0;
          return { engine: ENGINE, documents, needsRebuild, rebuilding: building !== undefined };
        }),
      );
    } catch (error) {
      if (!(error instanceof IndexFormatError)) throw error;
      return { engine: ENGINE, documents: 0, needsRebuild: 'outdated', rebuilding: false };
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#rebuilds;
    await this.#store.close();
  }

  /** Has `work` find something in the index as it is at one moment. */
  async #finding<T>(work: (finder: CaseFinder, state: IndexState) => Promise<T>): Promise<T> {
    for (let rounds = 1; ; rounds += 1) {
      const found = await this.#using(() => this.#findingOnce(work, rounds === 1));
      if (found !== undefined) return found.value;
      // Nobody is overtaken so often: the tables are older than what is known of them.
      if (rounds % MOST_ROUNDS === 0) this.#view = undefined;
    }
  }

  /**
   * Undefined if the index was changed by another before `work` began: it would see two moments.
   * @param anywhere whether a replica will do, which may know less than others of this process have seen
   */
  async #findingOnce<T>(
    work: (finder: CaseFinder, state: IndexState) => Promise<T>,
    anywhere: boolean,
  ): Promise<{ readonly value: T } | undefined> {
    const look = async (client: pg.ClientBase): Promise<{ readonly value: T } | undefined> => {
      const known = (this.#view ??= this.#loading(CaseView.load(client)));
      const view = await known;
      const state = await view.follow(client);
      if (state.generation > view.state.generation && this.#view === known) {
        await (this.#view = this.#loading(CaseView.load(client)));
      }
      return view.searching(async () => {
        const isSame = state.generation === view.state.generation;
        if (!isSame || state.revision !== view.revision) return undefined;
        const { documents, tables, kept } = view;
        const questions = inTurn(client);
        const vocabulary = new StoredVocabulary(new TermTable(questions, tables));
        return inRoom(async (room) => {
          const text = new PostgresTextIndex(questions, tables, documents, kept, room);
          const finder = new CaseFinder(documents, text, vocabulary, this.#synonyms);
          return { value: await work(finder, state) };
        });
      });
    };
    return anywhere ? this.#store.readAnywhere(look) : this.#store.read(look);
  }

  /** Whoever comes next tries again if it fails. */
  #loading(view: Promise<CaseView>): Promise<CaseView> {
    view.catch(() => {
      if (this.#view === view) this.#view = undefined;
    });
    return view;
  }

  /** Works with the tables; where they turn out to be damaged or gone, with empty ones. */
  async #using<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('The search index is closed');
    this.#preparing ??= this.#store.prepare('new').catch((error: unknown) => {
      this.#preparing = undefined;
      throw error;
    });
    await this.#preparing;
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries >= TRIES || !(isDamage(error) || isLost(error))) throw error;
        if (isDamage(error)) await this.#mend(error);
      }
    }
  }

  async #mend(error: unknown): Promise<void> {
    const broken = await this.#view?.catch(() => undefined);
    this.#view = undefined;
    // A table that is not there may have given way to one of another generation.
    const isGone = codeOf(error) === '42P01';
    await this.#store.prepare('damaged', isGone ? undefined : broken?.state.generation);
  }

  async #rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const { generation } = await this.#using(() => this.#store.read(readState));
    let building: number | undefined;
    try {
      await this.#store.alone(async (builder) => {
        const state = await builder.state();
        // Another process has made it anew meanwhile, from the same database.
        if (state.generation !== generation && state.needsRebuild === undefined) return;
        building = await builder.begin();
        await this.#fill(builder, building, batches);
        await builder.complete(building);
        await builder.finish(building);
        building = undefined;
      });
    } finally {
      // What was not finished is thrown away with the next change; this is one.
      if (building !== undefined)
        await this.#store.write(async () => undefined).catch(() => undefined);
    }
  }

  async #fill(
    builder: IndexBuilder,
    building: number,
    batches: AsyncIterable<readonly SearchDocument[]>,
  ): Promise<void> {
    const tables = tablesOf(building);
    const counts = new WordCounts();
    for await (const batch of batches) {
      if (this.#isClosed) throw new Error('The search index is closed');
      const all = await prepared(batch.map((document) => ({ document })));
      await builder.fill(building, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `SELECT id FROM ${tables.changed} WHERE id = ANY($1)`,
          [[...all.keys()]],
        );
        // What was changed meanwhile may be newer than the batch.
        const changed = new Set(rows.map(({ id }) => id));
        const unchanged = new Map([...all].filter(([id]) => !changed.has(id)));
        await writeDocuments(client, tables, unchanged, counts, 0);
        if (counts.size > MOST_COUNTED) await counts.write(client, tables);
      });
    }
    await builder.fill(building, (client) => counts.write(client, tables));
  }
}
