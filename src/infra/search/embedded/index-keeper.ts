import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type { IndexChange, SearchDocument } from '../search-index.js';
import { createIndexFile, isDamage, openIndexFile, type RebuildReason } from './index-file.js';
import { IndexFolder } from './index-folder.js';
import { IndexWriter, type Written } from './index-writer.js';

/** Documents written at a stretch while a new index is built; then other work has its turn. */
const REBUILD_CHUNK = 40;
/** Documents written in one transaction. */
const REBUILD_COMMIT = 4_000;
/** Bytes of words that FTS5 gathers before it writes a segment. */
const REBUILD_MEMORY = 4 * 1024 * 1024;
const USUAL_MEMORY = 1024 * 1024;
/** Pages merged at a stretch at the end of it. */
const MERGE_PAGES = 200;

/** Which file holds the index, and whether it lacks something. */
export interface IndexState {
  readonly path: string;
  readonly needsRebuild: RebuildReason | undefined;
}

/** What has been written, and into which file. */
export interface Applied extends IndexState {
  readonly written: readonly Written[];
}

interface OpenIndex {
  readonly path: string;
  readonly db: SqliteDatabase;
  readonly writer: IndexWriter;
}

/** The next index while it is built. */
interface Building {
  readonly path: string;
  readonly db: SqliteDatabase;
  readonly writer: IndexWriter;
  /** Ids of what was changed meanwhile: the batches may be older. */
  readonly changed: Set<string>;
  /** Documents that were written since the last commit: each leaves a segment, to be merged later. */
  uncommitted: number;
}

/**
 * Writes the index, and makes it anew beside the one that is in use. All calls of the driver are
 * synchronous, so that none of them sees another's half.
 */
export class IndexKeeper {
  private readonly folder: IndexFolder;
  private index: OpenIndex;
  private building: Building | undefined;

  /** Opens the file, or makes an empty one in place of a missing, damaged or outdated one. */
  constructor(folder: string) {
    this.folder = new IndexFolder(folder);
    const path = this.folder.current();
    const found = openIndexFile(path);
    this.index = typeof found === 'string' ? this.empty(found) : use(path, found);
    this.folder.removeAllBut(this.index.path);
  }

  state(): IndexState {
    const { path, db } = this.index;
    const reason = db
      .prepare<[], RebuildReason | null>('SELECT needs_rebuild FROM state')
      .pluck()
      .get();
    return { path, needsRebuild: reason ?? undefined };
  }

  /** All of the changes or none; on return they are on disk. */
  apply(changes: readonly IndexChange[]): Applied {
    if (this.building !== undefined) {
      for (const change of changes) this.building.changed.add(changedId(change));
      this.building.writer.apply(changes);
    }
    try {
      return { written: this.index.writer.apply(changes), ...this.state() };
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.replaceDamaged(this.index.path);
      return { written: this.index.writer.apply(changes), ...this.state() };
    }
  }

  /** An empty index takes the place of a file that turned out to be damaged, unless it already has. */
  replaceDamaged(path: string): IndexState {
    if (path === this.index.path) {
      this.index.db.close();
      this.index = this.empty('damaged');
    }
    return this.state();
  }

  /** Begins to make the index anew; what was begun before is given up. */
  begin(): void {
    this.giveUp();
    const path = this.folder.unfinished();
    const db = createIndexFile(path, 'new');
    // Nothing of it counts before the end, where the file is synchronised as a whole.
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    keepInMemory(db, REBUILD_MEMORY);
    db.exec('BEGIN');
    this.building = { path, db, writer: new IndexWriter(db), changed: new Set(), uncommitted: 0 };
  }

  async add(batch: readonly SearchDocument[]): Promise<void> {
    const building = this.begun();
    for (let at = 0; at < batch.length; at += REBUILD_CHUNK) {
      const documents = batch
        .slice(at, at + REBUILD_CHUNK)
        .filter((document) => !building.changed.has(document.id));
      building.writer.fill(documents);
      building.uncommitted += documents.length;
      if (building.uncommitted >= REBUILD_COMMIT) {
        building.db.exec('COMMIT; BEGIN');
        building.uncommitted = 0;
      }
      await setImmediate();
    }
  }

  /** The new index takes the place of the old, whose file stays for whoever still reads it. */
  async finish(): Promise<IndexState> {
    const { path, db, writer } = this.begun();
    writer.learnRest();
    db.exec('COMMIT');
    keepInMemory(db, USUAL_MEMORY);
    await mergeSegments(db);
    // From here on without a pause, so that no change comes between.
    db.exec('UPDATE state SET needs_rebuild = NULL');
    db.close();
    synchronise(path);
    const next = this.folder.next();
    renameSync(path, next);
    synchronise(dirname(next));
    this.building = undefined;
    const found = openIndexFile(next);
    if (typeof found === 'string') throw new Error(`The index that was just made is ${found}`);
    this.index.db.close();
    this.index = use(next, found);
    return this.state();
  }

  giveUp(): void {
    this.building?.db.close();
    this.building = undefined;
    this.removeOthers();
  }

  /** Once nobody reads another file any more. */
  removeOthers(): void {
    if (this.building === undefined) this.folder.removeAllBut(this.index.path);
  }

  /** The stamp of every document, by id. */
  stamps(): Map<string, number> {
    const rows = this.index.db
      .prepare<[], [string, number]>('SELECT id, stamp FROM document')
      .raw();
    return new Map(rows.all());
  }

  count(): number {
    return this.index.db.prepare<[], number>('SELECT count(*) FROM document').pluck().get() ?? 0;
  }

  close(): void {
    this.building?.db.close();
    this.building = undefined;
    this.index.db.close();
  }

  /** A file of its own, since somebody may still read the one before. */
  private empty(reason: RebuildReason): OpenIndex {
    const path = this.folder.next();
    return use(path, createIndexFile(path, reason));
  }

  private begun(): Building {
    if (this.building === undefined) throw new Error('No index is being built');
    return this.building;
  }
}

function use(path: string, db: SqliteDatabase): OpenIndex {
  try {
    return { path, db, writer: new IndexWriter(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function changedId(change: IndexChange): string {
  return 'document' in change ? change.document.id : change.deletedId;
}

/** How much FTS5 keeps in memory before it writes; it stands in the file. */
function keepInMemory(db: SqliteDatabase, bytes: number): void {
  db.exec(`INSERT INTO fts (fts, rank) VALUES ('hashsize', ${bytes})`);
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
