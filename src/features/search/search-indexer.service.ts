import { Inject, Injectable } from '@nestjs/common';

import type { SearchDocument, SearchIndex } from '../../infra/search/search-index.js';
import { Database } from '../../infra/database/database.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import { SEARCH_INDEX } from '../../infra/search/search-index.token.js';
import { SEARCH_TOPIC } from '../history/case-history.service.js';
import { CaseReader } from '../library/case-reader.service.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { searchDocument } from './search-document.js';

/** Cases that are read and indexed at a stretch. */
const BATCH = 50;

/** How far the index is behind the database, by id of the case. */
export interface IndexDifference {
  /** In the database and not, or older, in the index. */
  readonly stale: string[];
  /** In the index only. */
  readonly surplus: string[];
}

/** Keeps the search index at what the database says. */
@Injectable()
export class SearchIndexer {
  #isMending = false;

  constructor(
    private readonly database: Database,
    private readonly reader: CaseReader,
    @Inject(SEARCH_INDEX) private readonly index: SearchIndex,
    outbox: OutboxWorker,
  ) {
    outbox.handle(SEARCH_TOPIC, (ids) => this.refresh(ids));
  }

  /** Indexes these cases as they are now; one that is gone leaves the index. */
  async refresh(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const documents = new Map<string, SearchDocument>(
        (await this.reader.read(this.database.read, batch)).map((loaded) => [
          loaded.row.id,
          searchDocument(loaded),
        ]),
      );
      await this.index.apply(
        batch.map((id) => {
          const document = documents.get(id);
          return document ? { document } : { deletedId: id };
        }),
      );
    }
  }

  /** Makes the index anew; the old one answers until it is done. Returns the number of cases. */
  async rebuild(onProgress?: (done: number) => void): Promise<number> {
    let done = 0;
    const batches = this.#documents((count) => onProgress?.((done += count)));
    await this.index.rebuild(batches);
    return done;
  }

  /**
   * Brings an index that missed something up to date: after a crash, a restored database, a lost
   * file. Cheap where nothing was missed.
   */
  async reconcile(): Promise<IndexDifference> {
    const { needsRebuild } = await this.index.health();
    if (needsRebuild !== undefined) await this.rebuild();
    const difference = await this.difference();
    await this.refresh([...difference.stale, ...difference.surplus]);
    return difference;
  }

  /** Compares the index with the database. */
  async difference(): Promise<IndexDifference> {
    const indexed = await this.index.stamps();
    const rows = await this.database.read
      .createQueryBuilder(PostmortemEntity, 'p')
      .select('p.id', 'id')
      .addSelect('p.searchStamp', 'stamp')
      .getRawMany<{ id: string; stamp: number }>();
    const stale = rows.filter(({ id, stamp }) => indexed.get(id) !== stamp).map(({ id }) => id);
    for (const { id } of rows) indexed.delete(id);
    return { stale, surplus: [...indexed.keys()] };
  }

  /**
   * Starts to make an index anew if it broke while it was in use, unless that is under way. Where it
   * fails, the next search starts it again; until then `/readyz` says that search is not ready.
   */
  mend(): void {
    if (this.#isMending) return;
    this.#isMending = true;
    const done = (): void => {
      this.#isMending = false;
    };
    void this.#mendDamage().then(done, done);
  }

  async #mendDamage(): Promise<void> {
    const { needsRebuild } = await this.index.health();
    if (needsRebuild === 'damaged') await this.rebuild();
  }

  async *#documents(onBatch: (count: number) => void): AsyncGenerator<SearchDocument[]> {
    for (let last = ''; ;) {
      const rows = await this.database.read
        .createQueryBuilder(PostmortemEntity, 'p')
        .select('p.id', 'id')
        .where('p.id > :last', { last })
        .orderBy('p.id')
        .limit(BATCH)
        .getRawMany<{ id: string }>();
      const end = rows.at(-1);
      if (end === undefined) return;
      const ids = rows.map(({ id }) => id);
      yield (await this.reader.read(this.database.read, ids)).map(searchDocument);
      onBatch(ids.length);
      last = end.id;
    }
  }
}
