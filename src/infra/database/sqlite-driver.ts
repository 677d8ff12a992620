import { createRequire } from 'node:module';

import type Sqlite from 'better-sqlite3';

/** The class that opens a database file. */
export type SqliteDriver = typeof Sqlite;
/** An open database file. */
export type SqliteDatabase = Sqlite.Database;

/**
 * The SQLite driver for the running Node: `better-sqlite3` 12 on Node 20; its release 13, which is
 * installed as `better-sqlite3-napi`, needs Node 22 and runs on every later one.
 */
export function loadSqliteDriver(): SqliteDriver {
  const major = Number.parseInt(process.versions.node, 10);
  const name = major >= 22 ? 'better-sqlite3-napi' : 'better-sqlite3';
  return createRequire(import.meta.url)(name) as SqliteDriver;
}
