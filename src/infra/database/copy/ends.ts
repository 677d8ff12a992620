import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';

import { codeOf } from '../../../core/error-code.js';
import type { DatabaseOptions } from '../database.js';
import { MIGRATION_LOCK } from '../migrate.js';
import { postgresOptions, withBytes } from '../postgres.js';
import { loadSqliteDriver } from '../sqlite-driver.js';
import { sqliteReaderOptions, sqliteWriterOptions } from '../sqlite.js';
import { CopyError } from './copy.error.js';

type Target = DatabaseOptions['target'];

/** Reads `postgres://…` or `sqlite:PATH`, the latter from the folder `cwd` on. @throws CopyError ADDRESS */
export function parseAddress(text: string, cwd: string): Target {
  const path = /^sqlite:(.+)$/s.exec(text)?.[1];
  if (path !== undefined) {
    return { engine: 'sqlite', path: isAbsolute(path) ? path : resolve(cwd, path) };
  }
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) {
    return { engine: 'postgres', url: text };
  }
  // It is not said what was given: there may be a password in it.
  throw new CopyError(
    'ADDRESS',
    'give sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/NAME in --from and --to',
  );
}

/** What may be shown of an address: no password, and nothing of what comes after the name. */
export function shown(target: Target): string {
  if (target.engine === 'sqlite') return `sqlite:${target.path}`;
  const { protocol, username, host, pathname } = new URL(target.url);
  return `${protocol}//${username && `${username}@`}${host}${pathname}`;
}

/**
 * One end of a copy: a connection that nothing cuts off while it waits for the other end.
 * @throws CopyError UNREACHABLE, NO_LIBRARY
 */
export async function connect(
  { target, entities, migrations }: DatabaseOptions,
  as: 'source' | 'target',
): Promise<DataSource> {
  const shared = { entities: [...entities], migrations: [...migrations] };
  if (target.engine === 'sqlite') {
    if (as === 'source' && !existsSync(target.path)) throw noLibrary(target);
    const options = as === 'source' ? sqliteReaderOptions : sqliteWriterOptions;
    return new DataSource({ ...options(target.path), ...shared }).initialize();
  }
  const options = { ...postgresOptions(target.url), applicationName: 'fupan copy', extra: {} };
  const dataSource = new DataSource({ ...options, ...shared });
  try {
    return await withBytes(dataSource).initialize();
  } catch (error) {
    const why = error instanceof Error && error.message ? error.message : codeOf(error);
    throw new CopyError('UNREACHABLE', `${shown(target)} cannot be reached: ${why}`, {
      cause: error,
    });
  }
}

/**
 * Sees to it that no fupan works on a database, and on PostgreSQL that none starts to until the
 * connection ends.
 * @throws CopyError IN_USE
 */
export async function requireUnused(on: QueryRunner | null, target: Target): Promise<void> {
  if (target.engine === 'sqlite') {
    if (existsSync(target.path) && isOpen(target.path)) throw inUse(target);
    return;
  }
  // Whoever starts waits for this lock before it brings the tables up to date.
  const [lock] = (await on?.manager.query<{ got: boolean }[]>(
    `SELECT pg_try_advisory_lock(${MIGRATION_LOCK}) AS got`,
  )) ?? [undefined];
  const others = await on?.manager.query<unknown[]>(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fupan' LIMIT 1`,
  );
  if (lock?.got !== true || (others && others.length > 0)) throw inUse(target);
}

/** True if any other connection to the file is open. Asked before there is one of our own. */
function isOpen(path: string): boolean {
  const Driver = loadSqliteDriver();
  const file = new Driver(path, { fileMustExist: true, timeout: 0 });
  try {
    // Whoever has a file open in this mode holds a lock on it all the time.
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    file.close();
  }
}

/** @throws CopyError NO_LIBRARY, OTHER_VERSION */
export async function requirePresentVersion(on: QueryRunner, target: Target): Promise<void> {
  if (!(await on.hasTable('migrations'))) throw noLibrary(target);
  const applied = await on.manager.query<{ name: string }[]>('SELECT name FROM migrations');
  const wanted = on.dataSource.migrations.map(
    (migration) => migration.name ?? migration.constructor.name,
  );
  const names = new Set(applied.map(({ name }) => name));
  if (wanted.every((name) => names.has(name)) && names.size === wanted.length) return;
  throw new CopyError(
    'OTHER_VERSION',
    `the tables of ${shown(target)} are of another version of fupan; run \`fupan migrate\` on it, or copy it with the version that it is of`,
  );
}

const noLibrary = (target: Target): CopyError =>
  new CopyError('NO_LIBRARY', `there is no library at ${shown(target)}`);

const inUse = (target: Target): CopyError =>
  new CopyError(
    'IN_USE',
    `a fupan works on ${shown(target)}; stop every process that does, then copy`,
  );
