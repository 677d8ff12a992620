import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DataSource,
  type EntityManager,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';

import { isTx, type Ctx, type TxCtx } from '../../core/ctx.js';
import { codeOf } from '../../core/error-code.js';
import { FupanError } from '../../core/errors.js';
import { runMigrations } from './migrate.js';
import { askedInTurn, postgresOptions, withBytes } from './postgres.js';
import { readerOn, type Reader } from './replicas/reader.js';
import type { Replicas } from './replicas/replicas.js';
import { assertPragmas, sqliteReaderOptions, sqliteWriterOptions } from './sqlite.js';
import { OvertakenError } from './versioned.js';

export interface DatabaseOptions {
  readonly target:
    | { readonly engine: 'sqlite'; readonly path: string }
    | { readonly engine: 'postgres'; readonly url: string };
  readonly entities: readonly (new () => ObjectLiteral)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** What requests that only read may read from. */
  readonly replicas?: Replicas | undefined;
}

/** How long a transaction is tried again while another process holds the database. */
const BUSY_PATIENCE_MS = 5_000;

/**
 * The database: a place to read, and the one place that opens transactions.
 *
 * TypeORM shares a single connection among all users of a SQLite data source, so that one request's
 * rollback would erase what another was told is saved. Hence two connections there: a writer that
 * is used by one transaction at a time, first come first served, and a reader that cannot write.
 * PostgreSQL brings its own pool and needs neither.
 */
export class Database {
  readonly #open = new AsyncLocalStorage<TxCtx>();
  readonly #afterCommit: (() => void)[] = [];
  #lastInQueue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly writer: DataSource,
    private readonly reading: DataSource,
    readonly engine: 'sqlite' | 'postgres',
    private readonly replicas?: Replicas,
  ) {}

  /** Connects and brings the tables up to date. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = await Database.connect(options);
    await database.migrate();
    return database;
  }

  /** Connects and leaves the tables as they are. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const { target, entities, migrations, replicas } = options;
    const shared = { entities: [...entities], migrations: [...migrations] };
    if (target.engine === 'postgres') {
      const pool = new DataSource({ ...postgresOptions(target.url), ...shared });
      await withBytes(pool).initialize();
      return new Database(pool, pool, 'postgres', replicas);
    }
    const writer = await new DataSource({
      ...sqliteWriterOptions(target.path),
      ...shared,
    }).initialize();
    await assertPragmas(writer);
    const reader = await new DataSource({
      ...sqliteReaderOptions(target.path),
      ...shared,
    }).initialize();
    return new Database(writer, reader, 'sqlite');
  }

  /** Runs the migrations that are still missing; returns their names. */
  migrate(): Promise<string[]> {
    return runMigrations(this.writer);
  }

  /** Takes back the newest `steps` migrations. Data in what they made is lost. */
  async migrateDown(steps: number): Promise<void> {
    // A table that is made anew is dropped on the way, and SQLite would drop what refers to it too.
    const isSqlite = this.engine === 'sqlite';
    if (isSqlite) await this.writer.query('PRAGMA foreign_keys = OFF');
    try {
      for (let step = 0; step < steps; step++) {
        await this.writer.undoLastMigration({ transaction: 'each' });
      }
    } finally {
      if (isSqlite) await this.writer.query('PRAGMA foreign_keys = ON');
    }
  }

  /** True if migrations are missing. */
  hasPendingMigrations(): Promise<boolean> {
    return this.writer.showMigrations();
  }

  /** For reading outside a transaction; sees all that is committed. */
  get read(): EntityManager {
    return this.reading.manager;
  }

  /**
   * For one request that only reads: as `read`, but from a replica where one knows all that was
   * acknowledged before. Whoever has it releases it.
   */
  async reader(): Promise<Reader> {
    const lease = await this.replicas?.lease();
    return lease ? readerOn(lease, this.reading) : { db: this.read, release: () => undefined };
  }

  /**
   * Runs `work` in a transaction that commits when it returns and leaves no trace when it throws.
   * Called within a transaction it joins that one.
   * @throws FupanError BUSY if another process holds the database for more than 5 s.
   */
  async transaction<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    const open = isTx(ctx) ? ctx : this.#open.getStore();
    if (open) return work(open);
    const result =
      this.engine === 'sqlite' ? await this.#queued(ctx, work) : await this.#attempt(ctx, work);
    for (const listener of this.#afterCommit) listener();
    return result;
  }

  /** Has `listener` called after each commit. It must not throw and not take long. */
  onCommit(listener: () => void): void {
    this.#afterCommit.push(listener);
  }

  #queued<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    const turn = this.#lastInQueue.then(() => this.#attempt(ctx, work));
    this.#lastInQueue = turn.catch(() => undefined);
    return turn;
  }

  async #attempt<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    const deadline = performance.now() + BUSY_PATIENCE_MS;
    for (let wait = 10; ; wait = Math.min(wait * 2, 400)) {
      try {
        return await this.#once(ctx, work);
      } catch (error) {
        if (!isContention(error)) throw error;
        if (performance.now() > deadline) {
          throw new FupanError('BUSY', 'BUSY', {}, undefined, { cause: error });
        }
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }

  #once<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    return this.writer.transaction(async (manager) => {
      if (this.engine === 'postgres' && manager.queryRunner) askedInTurn(manager.queryRunner);
      const last = new Map<string, (tx: TxCtx) => Promise<void>>();
      const tx: TxCtx = {
        actor: ctx.actor,
        origin: ctx.origin,
        locale: ctx.locale,
        requestId: ctx.requestId,
        clock: ctx.clock,
        db: manager,
        beforeCommit: (key, task) => {
          if (!last.has(key)) last.set(key, task);
        },
      };
      return this.#open.run(tx, async () => {
        const result = await work(tx);
        // A Map also visits what is added while it is walked.
        for (const task of last.values()) await task(tx);
        return result;
      });
    });
  }

  /** The statements that would make the tables equal the entities; none, unless a migration is missing. */
  async drift(): Promise<string[]> {
    const log = await this.writer.driver.createSchemaBuilder().log();
    return log.upQueries.map((query) => query.query);
  }

  /** Asks the database a trivial question. */
  async ping(): Promise<void> {
    await this.reading.query('SELECT 1');
  }

  /** What the engine itself finds wrong, in its words; SQLite only, elsewhere always empty. */
  async integrityProblems(): Promise<string[]> {
    if (this.engine !== 'sqlite') return [];
    const rows = await this.reading.query<Record<string, string>[]>('PRAGMA integrity_check(100)');
    const orphans = await this.reading.query<{ table: string; rowid: number; parent: string }[]>(
      'PRAGMA foreign_key_check',
    );
    return [
      ...rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok'),
      ...orphans.map(
        ({ table, rowid, parent }) =>
          `row ${rowid} of ${table} refers to a row of ${parent} that does not exist`,
      ),
    ];
  }

  async close(): Promise<void> {
    await this.#lastInQueue;
    // The writer goes last: it can put the write-ahead log back into the file, the reader cannot.
    if (this.reading !== this.writer) await this.reading.destroy();
    await this.writer.destroy();
  }
}

/** Another process holds the lock, or two transactions of PostgreSQL met. */
function isContention(error: unknown): boolean {
  if (error instanceof OvertakenError) return true;
  const code = codeOf(error);
  return code.startsWith('SQLITE_BUSY') || code === '40001' || code === '40P01';
}

/** True if a unique constraint refused a row. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
    code === '23505'
  );
}

/** True if a foreign key refused a deletion or a reference. */
export function isForeignKeyViolation(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
    // How SQLite refuses what ON DELETE RESTRICT forbids; triggers of ours say something else.
    (code === 'SQLITE_CONSTRAINT_TRIGGER' && String(error).includes('FOREIGN KEY')) ||
    code === '23503' ||
    code === '23001'
  );
}
