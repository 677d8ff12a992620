import { Inject, Injectable } from '@nestjs/common';

import { LOGGER, type Logger } from '../../core/logger.js';
import { Database } from '../../infra/database/database.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import type { KeptIndex } from '../../infra/search/kept-index.js';
import { KEPT_INDEXES } from '../../infra/search/search-index.token.js';
import { UnavailableError } from '../../infra/unavailable.error.js';
import { CaseReader } from '../library/case-reader.service.js';
import { IndexKeeping, type IndexDifference } from './index-keeping.js';

/** An index that cannot be compared, because its engine is away. */
export interface UnreachableIndex {
  readonly engine: string;
  readonly fault: string;
}

/** Keeps the search indexes at what the database says; the trouble of one is none of another's. */
@Injectable()
export class SearchIndexer {
  readonly #beside: IndexKeeping;
  readonly #others: readonly IndexKeeping[];

  constructor(
    database: Database,
    reader: CaseReader,
    @Inject(KEPT_INDEXES) indexes: readonly KeptIndex[],
    @Inject(LOGGER) private readonly log: Logger,
    outbox: OutboxWorker,
  ) {
    const keepings = indexes.map((kept) => {
      const keeping = new IndexKeeping(kept, database, reader);
      outbox.handle(kept.topic, (ids) => hear(keeping, ids));
      return keeping;
    });
    const [beside, ...others] = keepings;
    if (beside === undefined) throw new Error('There is no search index');
    this.#beside = beside;
    this.#others = others;
  }

  /** Makes the indexes anew; the old ones answer until it is done. Returns the number of cases. */
  async rebuild(onProgress?: (done: number) => void): Promise<number> {
    const done = await this.#beside.rebuild(onProgress);
    for (const other of this.#others) await other.rebuild(onProgress);
    return done;
  }

  /** Brings the index beside the database up to date, if it missed something. */
  async reconcile(): Promise<IndexDifference> {
    return this.#beside.reconcile();
  }

  /** The same for the indexes of other programs, which may be away; nothing waits for it. */
  async reconcileOthers(): Promise<void> {
    for (const other of this.#others) {
      try {
        await other.reconcile();
      } catch (error) {
        const { engine } = other;
        this.log.warn({ err: error, engine }, 'a search index could not be brought up to date yet');
      }
    }
  }

  /** Compares each index with the database. */
  async differences(): Promise<(IndexDifference | UnreachableIndex)[]> {
    return Promise.all(
      [this.#beside, ...this.#others].map(async (keeping) => {
        try {
          return await keeping.difference();
        } catch (error) {
          if (!(error instanceof UnavailableError)) throw error;
          return { engine: keeping.engine, fault: error.message };
        }
      }),
    );
  }

  /** Brings every index to what the database says whose engine is not away. */
  async repair(): Promise<void> {
    await this.#beside.reconcile();
    await this.reconcileOthers();
  }

  /**
   * Starts to mend what broke while it was in use, unless that is under way. Where it fails, the
   * next search starts it again; until then `/readyz` says that search is not ready.
   */
  mend(): void {
    this.#beside.mend({ wasAway: false });
    for (const other of this.#others) other.mend({ wasAway: true });
  }
}

/** Has an index hear of changed cases; one that is gone altogether is made anew. */
async function hear(keeping: IndexKeeping, ids: readonly string[]): Promise<void> {
  try {
    await keeping.refresh(ids);
  } catch (error) {
    if (error instanceof UnavailableError) keeping.mend({ wasAway: true });
    throw error;
  }
}
