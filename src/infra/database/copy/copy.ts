import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';

import { codeOf } from '../../../core/error-code.js';
import type { DatabaseOptions } from '../database.js';
import { runMigrations } from '../migrate.js';
import { CopyError } from './copy.error.js';
import { connect, requirePresentVersion, requireUnused, shown } from './ends.js';
import { TableRows, TallyCounter, type Tally } from './table-rows.js';

type Target = DatabaseOptions['target'];

export interface CopyOptions extends Pick<DatabaseOptions, 'entities' | 'migrations'> {
  readonly from: Target;
  readonly to: Target;
  /** Told of each table before its rows travel, and of how far they have. */
  readonly onProgress?: (table: string, rows: number) => void;
  /** No further rows travel once it is set. */
  readonly signal?: AbortSignal;
}

/** What both ends hold after a copy, table by table. */
export type CopyReport = readonly (Tally & { readonly table: string })[];

/**
 * Copies a whole library into an empty database of either engine: every row of every table as it
 * is kept, in one transaction of the target, which commits only if it holds the same rows as the
 * source, all of which are read at one moment of it.
 * @throws CopyError; the target is as empty as it was then
 */
export async function copyLibrary(options: CopyOptions): Promise<CopyReport> {
  const { from, to, entities, migrations } = options;
  if (shown(from) === shown(to)) {
    throw new CopyError('SAME', `--from and --to are both ${shown(from)}`);
  }
  if (from.engine === 'sqlite') await requireUnused(null, from);
  if (to.engine === 'sqlite') await requireUnused(null, to);
  const source = await connect({ target: from, entities, migrations }, 'source');
  try {
    const target = await connect({ target: to, entities, migrations }, 'target');
    try {
      return await copyBetween(source, target, options);
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}

async function copyBetween(
  source: DataSource,
  target: DataSource,
  options: CopyOptions,
): Promise<CopyReport> {
  const { from, to } = options;
  const reader = source.createQueryRunner();
  const writer = target.createQueryRunner();
  if (from.engine === 'postgres') await requireUnused(reader, from);
  await requirePresentVersion(reader, from);
  // Asked before the tables are touched, and again once nobody else can fill them.
  await requireEmpty(writer, target.entityMetadatas, to);
  await runMigrations(target);
  if (to.engine === 'postgres') await requireUnused(writer, to);
  await reader.startTransaction(from.engine === 'postgres' ? 'REPEATABLE READ' : undefined);
  await writer.startTransaction();
  try {
    await requireEmpty(writer, target.entityMetadatas, to);
    const report = await withLateReferences(writer, () => copyTables(reader, writer, options));
    await writer.commitTransaction();
    return report;
  } catch (error) {
    // Where the connection is gone, so is the transaction.
    await writer.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await reader.rollbackTransaction().catch(() => undefined);
    await reader.release();
    await writer.release();
  }
}

async function copyTables(
  reader: QueryRunner,
  writer: QueryRunner,
  options: CopyOptions,
): Promise<CopyReport> {
  const report: (Tally & { table: string })[] = [];
  const pairs = reader.dataSource.entityMetadatas
    .map((table) => [new TableRows(reader, table), new TableRows(writer, table)] as const)
    .sort(([one], [other]) => (one.name < other.name ? -1 : 1));
  for (const [source, target] of pairs) {
    report.push({ table: source.name, ...(await copyTable(source, target, options)) });
  }
  // Read again at the end, when nothing more is written; each side also counts for itself.
  for (const [at, [source, target]] of pairs.entries()) {
    const { rows, hash } = await target.tally();
    const sent = report[at];
    const counts = [sent?.rows, await source.count(), await target.count()];
    if (counts.some((count) => count !== rows) || sent?.hash !== hash) {
      throw new CopyError(
        'DIFFERENT',
        `what arrived in ${target.name} is not what was sent; nothing was kept of the copy`,
      );
    }
  }
  return report;
}

async function copyTable(
  source: TableRows,
  target: TableRows,
  { onProgress, signal }: CopyOptions,
): Promise<Tally> {
  // What migrations put there, such as the beginning of the audit log, is there at both ends.
  const isThere = !(await target.isEmpty());
  const counter = new TallyCounter();
  for await (const rows of source.batches()) {
    signal?.throwIfAborted();
    onProgress?.(source.name, counter.tally.rows);
    counter.add(rows);
    try {
      await (isThere ? target.update(rows) : target.insert(rows));
    } catch (error) {
      throw isUnfit(error) ? unfit(source.name, error) : error;
    }
  }
  await target.continueNumbers();
  return counter.tally;
}

/** Has the references between rows looked at when all of them are there: some go round in a circle. */
async function withLateReferences<Result>(
  on: QueryRunner,
  work: () => Promise<Result>,
): Promise<Result> {
  if (on.dataSource.options.type !== 'postgres') {
    await on.query('PRAGMA defer_foreign_keys = ON');
    return work();
  }
  const references = await on.manager.query<{ owner: string; name: string }[]>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name FROM pg_constraint
     WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace`,
  );
  const alter = async (how: string): Promise<void> => {
    for (const { owner, name } of references) {
      await on.query(`ALTER TABLE ${owner} ALTER CONSTRAINT ${name} ${how}`);
    }
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  const result = await work();
  await on.query('SET CONSTRAINTS ALL IMMEDIATE');
  await alter('NOT DEFERRABLE');
  return result;
}

/** @throws CopyError NOT_EMPTY if there is more than migrations leave behind */
async function requireEmpty(
  on: QueryRunner,
  tables: readonly EntityMetadata[],
  target: Target,
): Promise<void> {
  for (const table of tables) {
    if (!(await on.hasTable(table.tableName))) continue;
    if (
      table.tableName === AUDIT_HEAD
        ? await auditHasBegun(on)
        : !(await new TableRows(on, table).isEmpty())
    ) {
      throw new CopyError(
        'NOT_EMPTY',
        `${shown(target)} is not empty: there are rows in ${table.tableName}; name an empty database`,
      );
    }
  }
}

/** The one table that is never without a row. */
const AUDIT_HEAD = 'audit_head';

async function auditHasBegun(on: QueryRunner): Promise<boolean> {
  const rows = await on.manager.query<unknown[]>(
    `SELECT 1 FROM ${AUDIT_HEAD} WHERE seq > 0 LIMIT 1`,
  );
  return rows.length > 0;
}

/** PostgreSQL is stricter: it takes no text with a NUL, and none that is longer than its column. */
function isUnfit(error: unknown): boolean {
  return /^2[23]\w{3}$/.test(codeOf(error)) || codeOf(error).startsWith('SQLITE_CONSTRAINT');
}

function unfit(table: string, error: unknown): CopyError {
  const why = error instanceof Error ? error.message : String(error);
  return new CopyError(
    'UNFIT_ROW',
    `a row of ${table} is refused by the target: ${why}; mend it in the source, nothing was kept of the copy`,
    { cause: error },
  );
}
