import { existsSync, rmSync, statSync } from 'node:fs';

import { codeOf } from '../../../core/error-code.js';
import { loadSqliteDriver, type SqliteDatabase } from '../../database/sqlite-driver.js';

/** Raise it whenever the tables or the way text becomes tokens change: older files are then rebuilt. */
const FORMAT_VERSION = 6;
/** "fupi", so that no other SQLite file is taken for an index. */
const APPLICATION_ID = 0x66757069;
const CACHE_KIB = 8_192;
/** Who searches keeps the pages of lists by itself; see `PostingReader`. */
const READING_CACHE_KIB = 2_048;
const PAGE_BYTES = 16_384;
const LIST_PAGE_BYTES = 16_000;
/** Larger files hold up the start; they are checked only after a crash. */
const CHECKED_BYTES = 16 * 1024 * 1024;

const SCHEMA = `
  -- One row for each document; rowid is its slot. It gets stems with spaces between, and so cuts
  -- nothing by itself: every sign beyond ASCII belongs to a word. See PostingReader.
  CREATE VIRTUAL TABLE fts USING fts5(title, tags, summary, body, content='',
    contentless_delete=1, tokenize='ascii');
  -- length: number of tokens. A document written again gets another slot; none is given twice.
  CREATE TABLE document (slot INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    stamp REAL NOT NULL, space TEXT NOT NULL, fields TEXT NOT NULL, length INTEGER NOT NULL,
    occurred_at REAL, updated_at REAL NOT NULL, votes INTEGER NOT NULL);
  -- Words as written, for corrections and completions, with how many documents that everybody may
  -- see hold them. Never shrinks until the next rebuild. In the order of the words: thousands may begin
  -- like the last one that is being typed. id: 1 for the first that came.
  CREATE TABLE term (term TEXT PRIMARY KEY, id INTEGER NOT NULL UNIQUE, documents INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE TABLE state (needs_rebuild TEXT);
  INSERT INTO state VALUES ('new');
`;

export type RebuildReason = 'new' | 'damaged' | 'outdated';

/** Deletes an index file and what SQLite keeps beside it. */
export function removeIndexFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Whether SQLite says that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** Opens an index file, or tells why there is none that can be used. */
export function openIndexFile(path: string): SqliteDatabase | RebuildReason {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return 'new';
  // A clean close leaves no log behind.
  const crashed = existsSync(`${path}-wal`);
  try {
    const db = connect(path);
    if (isCurrent(db, crashed || size <= CHECKED_BYTES)) return db;
    db.close();
    return 'outdated';
  } catch (error) {
    if (!isDamage(error)) throw error;
    return 'damaged';
  }
}

/** Puts an empty index in the place of whatever is there. */
export function createIndexFile(path: string, reason: RebuildReason): SqliteDatabase {
  removeIndexFile(path);
  const db = connect(path);
  db.transaction(() => {
    db.exec(SCHEMA);
    db.exec(`INSERT INTO fts (fts, rank) VALUES ('pgsz', ${LIST_PAGE_BYTES})`);
    db.prepare('UPDATE state SET needs_rebuild = ?').run(reason);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${FORMAT_VERSION}`);
  })();
  return db;
}

/** Opens an index file for searching only. */
export function readIndexFile(path: string): SqliteDatabase {
  const Driver = loadSqliteDriver();
  const db = new Driver(path, { readonly: true });
  db.pragma(`cache_size = -${READING_CACHE_KIB}`);
  db.pragma('temp_store = MEMORY');
  return db;
}

function connect(path: string): SqliteDatabase {
  const Driver = loadSqliteDriver();
  const db = new Driver(path);
  try {
    // Of a new file; the others have theirs.
    db.pragma(`page_size = ${PAGE_BYTES}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws SqliteError if the file is damaged. */
function isCurrent(db: SqliteDatabase, thorough: boolean): boolean {
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return false;
    if (db.pragma('user_version', { simple: true }) !== FORMAT_VERSION) return false;
    const verdict = thorough ? db.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (verdict !== 'ok')
      throw Object.assign(new Error(String(verdict)), { code: 'SQLITE_CORRUPT' });
    return true;
  } catch (error) {
    db.close();
    throw error;
  }
}
