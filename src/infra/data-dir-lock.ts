import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { codeOf } from '../core/error-code.js';
import { loadSqliteDriver, type SqliteDatabase } from './database/sqlite-driver.js';

/** Whoever holds a data folder, as it has noted itself. */
export interface Holder {
  readonly pid: number;
  /** What it was started as: `serve`, `import`. */
  readonly command: string;
  /** Where it takes commands; null if it takes none. */
  readonly socket: string | null;
}

const holderSchema = z.object({
  pid: z.number(),
  command: z.string(),
  socket: z.string().nullable(),
});

/**
 * The right to use a data folder, for one process at a time. It is an exclusive lock that SQLite
 * holds on a file: the kernel gives it back however the process ends, so that there is never a
 * stale one to remove. A note beside it says who holds it.
 */
export class DataDirLock {
  readonly #note: string;

  private constructor(
    private readonly file: SqliteDatabase,
    readonly dataDir: string,
    private readonly command: string,
  ) {
    this.#note = join(dataDir, NOTE);
    this.announce(null);
  }

  /** Takes the lock, or answers who has it; undefined where that one has left no note yet. */
  static acquire(
    dataDir: string,
    command: string,
  ): { lock: DataDirLock } | { holder: Holder | undefined } {
    const file = openFile(dataDir);
    try {
      file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      file.close();
      if (!isBusy(error)) throw error;
      return { holder: readNote(dataDir) };
    }
    return { lock: new DataDirLock(file, dataDir, command) };
  }

  /** Notes where the holder takes commands. */
  announce(socket: string | null): void {
    const holder: Holder = { pid: process.pid, command: this.command, socket };
    writeFileSync(this.#note, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  }

  release(): void {
    if (!this.file.open) return;
    rmSync(this.#note, { force: true });
    this.file.exec('ROLLBACK');
    this.file.close();
  }
}

function openFile(dataDir: string): SqliteDatabase {
  const Driver = loadSqliteDriver();
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new Driver(join(dataDir, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw new Error(
      `the data folder ${dataDir} cannot be written to; give fupan the right to, or name another in FUPAN_DATA_DIR`,
      { cause: error },
    );
  }
}

const NOTE = 'running.json';

function readNote(dataDir: string): Holder | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataDir, NOTE), 'utf8'));
    return holderSchema.parse(note);
  } catch {
    // Not written yet, or gone again.
    return undefined;
  }
}

function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}
