import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database as SqliteHandle } from 'better-sqlite3';
import type { DataSource } from 'typeorm';

import { SnakeNaming } from './naming.js';
import { loadSqliteDriver } from './sqlite-driver.js';

/** The driver is synchronous: while it waits for a lock the whole server stands still. */
const BUSY_TIMEOUT_MS = 100;

/** What each connection of the writer must say for itself. */
const WRITER_PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const;

const shared = (path: string) =>
  ({
    type: 'better-sqlite3',
    database: path,
    driver: loadSqliteDriver(),
    timeout: BUSY_TIMEOUT_MS,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    statementCacheSize: 300,
  }) as const;

export function sqliteWriterOptions(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return {
    ...shared(path),
    prepareDatabase: (handle: SqliteHandle) => {
      handle.pragma('journal_mode = WAL');
      // FULL: in WAL mode the driver would reopen with NORMAL, under which a power cut may take back a commit.
      handle.pragma('synchronous = FULL');
      handle.pragma('cache_size = -8000');
    },
  };
}

export function sqliteReaderOptions(path: string) {
  return {
    ...shared(path),
    readonly: true,
    prepareDatabase: (handle: SqliteHandle) => {
      handle.pragma('query_only = 1');
      handle.pragma('cache_size = -8000');
    },
  };
}

/** @throws Error if the connection would not keep its promises. */
export async function assertPragmas(writer: DataSource): Promise<void> {
  for (const [name, expected] of Object.entries(WRITER_PRAGMAS)) {
    const rows = await writer.query<Record<string, unknown>[]>(`PRAGMA ${name}`);
    const actual = rows[0]?.[name];
    if (actual !== expected) {
      throw new Error(`SQLite refuses ${name} = ${String(expected)}; it says ${String(actual)}`);
    }
  }
}
