import type { Driver, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import type { TxCtx } from '../../core/ctx.js';

/** PostgreSQL counts the parameters of a statement in 16 bits; SQLite takes 32,766. */
const MAX_PARAMETERS = 32_000;

/**
 * Rows of one statement on SQLite. Few sizes, so that the driver finds each statement prepared
 * already: there a call costs nothing, but a new statement has to be compiled.
 */
const SQLITE_SIZES = [32, 4, 1] as const;

/** Rows of one statement on PostgreSQL, where each is a journey over the network. */
const POSTGRES_ROWS = 500;

/**
 * Inserts complete rows in few statements. It writes the SQL itself, from what TypeORM knows of the
 * table, because TypeORM's own builder spends more time on each row than the database does.
 * Columns that the database numbers are left to it.
 */
export async function insertRows<Row extends ObjectLiteral>(
  tx: TxCtx,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = tx.db.dataSource;
  const metadata = tx.db.dataSource.getMetadata(entity);
  const columns = metadata.columns.filter((column) => !column.isGenerated);
  await insertValues(
    tx.db,
    driver,
    metadata.tableName,
    columns.map((column) => column.databaseName),
    rows.map((row) =>
      columns.map((column): unknown => driver.preparePersistentValue(valueOf(row, column), column)),
    ),
  );
}

/** Inserts rows as the database keeps them, the values of each in the order of the columns. */
export async function insertValues(
  on: { query(statement: string, values: unknown[]): Promise<unknown> },
  driver: Driver,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const onSqlite = driver.options.type === 'better-sqlite3';
  const names = columns.map((column) => driver.escape(column)).join(', ');
  const head = `INSERT INTO ${driver.escape(table)} (${names}) VALUES `;
  const most = Math.floor(MAX_PARAMETERS / columns.length);
  for (let start = 0; start < rows.length;) {
    const left = rows.length - start;
    const count = onSqlite
      ? (SQLITE_SIZES.find((size) => size <= left) ?? 1)
      : Math.min(left, most, POSTGRES_ROWS);
    const values = rows.slice(start, start + count).flat();
    await on.query(head + placeholders(count, columns.length, onSqlite), values);
    start += count;
  }
}

/** A column without a value is null: left to itself, the driver refuses undefined. */
function valueOf(row: ObjectLiteral, column: ColumnMetadata): unknown {
  return (row as Record<string, unknown>)[column.propertyName] ?? null;
}

/** `(?,?),(?,?)`, or `($1,$2),($3,$4)` for PostgreSQL. */
function placeholders(rows: number, columns: number, onSqlite: boolean): string {
  const row = (index: number): string =>
    `(${Array.from({ length: columns }, (_, column) =>
      onSqlite ? '?' : `$${index * columns + column + 1}`,
    ).join(',')})`;
  return Array.from({ length: rows }, (_, index) => row(index)).join(',');
}

/** Inserts one row for each item, its place in the list as `position`. */
export async function insertInOrder<Item, Row extends { position: number }>(
  tx: TxCtx,
  entity: new () => Row,
  items: readonly Item[],
  rowOf: (item: Item) => Omit<Row, 'position'>,
): Promise<void> {
  const rows = items.map((item, position) => ({ ...rowOf(item), position }) as Row);
  await insertRows(tx, entity, rows);
}
