import type { SearchDocument } from '../../infra/search/search-index.js';
import type { KeptIndex } from '../../infra/search/kept-index.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import type { Database } from '../../infra/database/database.js';
import type { CaseReader } from '../library/case-reader.service.js';
import { searchDocument } from './search-document.js';

/** Cases that are read and indexed at a stretch. */
const BATCH = 50;
/** Cases compared at a time. */
const COMPARED = 5_000;
/** Comparing an index with the database takes a while; not at every search that finds it broken. */
const REST_MS = 2_000;

/** How far an index is behind the database, by id of the case. */
export interface IndexDifference {
  readonly engine: string;
  /** In the database only. */
  readonly missing: string[];
  /** In both, and of another version in the index. */
  readonly stale: string[];
  /** In the index only. */
  readonly surplus: string[];
}

/** Keeps one index at what the database says. */
export class IndexKeeping {
  #isMending = false;
  #again: { wasAway: boolean } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly kept: KeptIndex,
    private readonly database: Database,
    private readonly reader: CaseReader,
  ) {}

  get engine(): string {
    return this.kept.engine;
  }

  /** Indexes these cases as they are now; one that is gone leaves the index. */
  async refresh(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      // One after another, or what was read earlier might be written later.
      const done = this.#turn.then(() => this.#refresh(batch));
      this.#turn = done.catch(() => undefined);
      await done;
    }
  }

  /** Makes the index anew; the old one answers until it is done. Returns the number of cases. */
  async rebuild(onProgress?: (done: number) => void): Promise<number> {
    let done = 0;
    const batches = this.#documents((count) => onProgress?.((done += count)));
    await this.kept.index.rebuild(batches);
    return done;
  }

  /**
   * Brings an index that missed something up to date: after a crash, a restored database, a lost
   * file. Cheap where nothing was missed. What another process changed while the index was made anew
   * is among what was missed.
   */
  async reconcile(): Promise<IndexDifference> {
    const { needsRebuild, rebuilding } = await this.kept.index.health();
    if (needsRebuild !== undefined && !rebuilding) await this.rebuild();
    const difference = await this.difference();
    await this.refresh([...difference.missing, ...difference.stale, ...difference.surplus]);
    return difference;
  }

  /** Compares the index with the database. */
  async difference(): Promise<IndexDifference> {
    const indexed = await this.kept.index.stamps();
    const missing: string[] = [];
    const stale: string[] = [];
    for await (const rows of this.#rows(COMPARED)) {
      for (const { id, stamp } of rows) {
        const known = indexed.get(id);
        if (known === undefined) missing.push(id);
        else if (known !== stamp) stale.push(id);
        indexed.delete(id);
      }
    }
    return { engine: this.engine, missing, stale, surplus: [...indexed.keys()] };
  }

  /**
   * Makes a broken index anew and, of an engine that may have been away, brings it up to date. Who
   * asks while that is under way, or right after it, has it done once more a moment later: the
   * engine may have come back since it was tried. Where it fails, whoever notices next starts it again.
   */
  mend(fault: { wasAway: boolean }): void {
    if (this.#isMending) {
      this.#again = fault;
      return;
    }
    this.#isMending = true;
    const rested = (): void => {
      this.#isMending = false;
      const again = this.#again;
      this.#again = undefined;
      if (again !== undefined) this.mend(again);
    };
    const done = (): void => {
      setTimeout(rested, REST_MS).unref();
    };
    void this.#mend(fault.wasAway).then(done, done);
  }

  async #mend(wasAway: boolean): Promise<void> {
    const { needsRebuild } = await this.kept.index.health();
    if (wasAway || needsRebuild !== undefined) await this.reconcile();
  }

  async #refresh(ids: readonly string[]): Promise<void> {
    const loaded = await this.reader.read(this.database.read, ids);
    const documents = new Map<string, SearchDocument>(
      loaded.map((each) => [each.row.id, searchDocument(each)]),
    );
    await this.kept.index.apply(
      ids.map((id) => {
        const document = documents.get(id);
        return document ? { document } : { deletedId: id };
      }),
    );
  }

  async *#documents(onBatch: (count: number) => void): AsyncGenerator<SearchDocument[]> {
    for await (const rows of this.#rows(BATCH)) {
      const ids = rows.map(({ id }) => id);
      yield (await this.reader.read(this.database.read, ids)).map(searchDocument);
      onBatch(ids.length);
    }
  }

  /** All cases in the order of their ids, so many at a time. */
  async *#rows(limit: number): AsyncGenerator<{ id: string; stamp: number }[]> {
    for (let last = ''; ;) {
      const rows = await this.database.read
        .createQueryBuilder(PostmortemEntity, 'p')
        .select('p.id', 'id')
        .addSelect('p.searchStamp', 'stamp')
        .where('p.id > :last', { last })
        .orderBy('p.id')
        .limit(limit)
        .getRawMany<{ id: string; stamp: number }>();
      const end = rows.at(-1);
      if (end === undefined) return;
      yield rows;
      last = end.id;
    }
  }
}
