import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { Synonyms } from '../../../core/text/synonyms.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { OPERATIONS_GLOSSARY } from '../glossary.js';
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
import {
  createIndexFile,
  isDamage,
  openIndexFile,
  removeIndexFile,
  type RebuildReason,
} from './index-file.js';
import { IndexReader } from './index-reader.js';
import { IndexWriter } from './index-writer.js';

/** Documents written at a stretch while a new index is built; then other work has its turn. */
const REBUILD_CHUNK = 40;
/** Pages merged at a stretch at the end of it. */
const MERGE_PAGES = 200;

interface OpenIndex {
  readonly db: SqliteDatabase;
  readonly reader: IndexReader;
  readonly writer: IndexWriter;
}

/** The next index while it is built. */
interface Building {
  readonly db: SqliteDatabase;
  readonly writer: IndexWriter;
  /** Ids of what was changed meanwhile: the batches may be older. */
  readonly changed: Set<string>;
}

/**
 * Full-text search in SQLite FTS5, in a file of its own that can be made anew at any time. All
 * calls of the driver are synchronous, so that none of them sees another's half.
 */
export class EmbeddedSearchIndex implements SearchIndex {
  private readonly synonyms = new Synonyms(OPERATIONS_GLOSSARY);
  private index: OpenIndex;
  private building: Building | undefined;
  private rebuilds: Promise<void> = Promise.resolve();

  /** Opens the file, or makes an empty one in place of a missing, damaged or outdated one; see `health`. */
  constructor(private readonly path: string) {
    removeIndexFile(this.nextPath);
    try {
      this.index = this.use(openIndexFile(path));
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.index = this.use(createIndexFile(path, 'damaged'));
    }
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    return this.guarded(() => this.index.reader.search(request));
  }

  async similar(request: SimilarRequest): Promise<SimilarHit[]> {
    return this.guarded(() => this.index.reader.similar(request));
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    if (this.building !== undefined) {
      for (const change of changes) this.building.changed.add(changedId(change));
      this.building.writer.apply(changes);
    }
    this.guarded(() => {
      const { reader } = this.index;
      for (const put of this.index.writer.apply(changes)) {
        if ('id' in put) reader.documents.delete(put.id);
        else reader.documents.set(put.slot, put.row);
      }
    });
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const rebuilt = this.rebuilds.then(() => this.buildNext(batches));
    this.rebuilds = rebuilt.catch(() => undefined);
    return rebuilt;
  }

  async stamps(): Promise<Map<string, number>> {
    return this.index.reader.documents.stamps();
  }

  async health(): Promise<IndexHealth> {
    const reason = this.index.db
      .prepare<[], RebuildReason | null>('SELECT needs_rebuild FROM state')
      .pluck()
      .get();
    return {
      engine: 'embedded',
      documents: this.index.reader.documents.size,
      needsRebuild: reason ?? undefined,
      rebuilding: this.building !== undefined,
    };
  }

  async close(): Promise<void> {
    this.building?.db.close();
    this.building = undefined;
    this.index.db.close();
  }

  private get nextPath(): string {
    return `${this.path}.next`;
  }

  private use(db: SqliteDatabase): OpenIndex {
    try {
      return { db, reader: new IndexReader(db, this.synonyms), writer: new IndexWriter(db) };
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** Runs on the index; a file that turns out to be damaged gives way to an empty one, once. */
  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.index.db.close();
      this.index = this.use(createIndexFile(this.path, 'damaged'));
      return work();
    }
  }

  private async buildNext(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const db = createIndexFile(this.nextPath, 'new');
    const building = { db, writer: new IndexWriter(db), changed: new Set<string>() };
    this.building = building;
    try {
      // Nothing of it counts before the end, where the file is synchronised as a whole.
      db.pragma('synchronous = OFF');
      for await (const batch of batches) await this.writeBatch(building, batch);
      await mergeSegments(db);
      this.replaceIndex(building);
    } finally {
      this.building = undefined;
      if (db.open) db.close();
      removeIndexFile(this.nextPath);
    }
  }

  private async writeBatch(building: Building, batch: readonly SearchDocument[]): Promise<void> {
    for (let at = 0; at < batch.length; at += REBUILD_CHUNK) {
      const documents = batch
        .slice(at, at + REBUILD_CHUNK)
        .filter((document) => !building.changed.has(document.id));
      building.writer.apply(documents.map((document) => ({ document })));
      await setImmediate();
    }
  }

  /** Without a pause, so that no search and no change comes between. */
  private replaceIndex({ db }: Building): void {
    db.exec('UPDATE state SET needs_rebuild = NULL');
    db.close();
    synchronise(this.nextPath);
    // Closing empties and removes the log beside the file, so that it cannot be taken for the new file's.
    this.index.db.close();
    renameSync(this.nextPath, this.path);
    synchronise(dirname(this.path));
    this.index = this.use(openIndexFile(this.path));
  }
}

function changedId(change: IndexChange): string {
  return 'document' in change ? change.document.id : change.deletedId;
}

/** Makes one segment of the many that a long build leaves, a little at a time. */
async function mergeSegments(db: SqliteDatabase): Promise<void> {
  const merge = db.prepare("INSERT INTO fts (fts, rank) VALUES ('merge', ?)");
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  merge.run(-MERGE_PAGES);
  for (let before = -2, after = 0; after - before >= 2;) {
    await setImmediate();
    before = changes.get() ?? 0;
    merge.run(MERGE_PAGES);
    after = changes.get() ?? 0;
  }
}

/** Has the operating system put a file or folder on the disk. */
function synchronise(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
