import pg from 'pg';

import type { Config } from '../../src/core/config.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';

/** The rows of each table as the driver reads them, in an order of their own. */
export type StoredRows = Readonly<Record<string, readonly string[]>>;

/** What a database counts for itself: no library has them. */
const OWN_TABLES: readonly string[] = ['migrations', 'access_mark'];

/** All that a database holds, but what it counts for itself; read past everything of ours. */
export async function storedRows(target: Config['database']): Promise<StoredRows> {
  const rows = target.engine === 'sqlite' ? ofSqlite(target.path) : await ofPostgres(target.url);
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => !OWN_TABLES.includes(table) && !table.startsWith('sqlite_'))
      .map(([table, each]) => [table, each.map((row) => JSON.stringify(byName(row))).sort()]),
  );
}

type Row = Readonly<Record<string, unknown>>;

function ofSqlite(path: string): Record<string, Row[]> {
  const Driver = loadSqliteDriver();
  const file = new Driver(path, { readonly: true });
  try {
    const tables = file
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [name, file.prepare<[], Row>(`SELECT * FROM "${name}"`).all()]),
    );
  } finally {
    file.close();
  }
}

async function ofPostgres(url: string): Promise<Record<string, Row[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      // What is there for moments only is no part of a library, nor what is made from it.
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relpersistence = 'p'
       AND relname NOT LIKE 'search\\_index%'
       AND relnamespace = current_schema()::regnamespace`,
    );
    const all: Record<string, Row[]> = {};
    for (const { name } of tables) {
      all[name] = (await client.query<Row>(`SELECT * FROM "${name}"`)).rows;
    }
    return all;
  } finally {
    await client.end();
  }
}

const byName = (row: Row): [string, unknown][] =>
  Object.entries(row)
    .map(([name, value]): [string, unknown] => [
      name,
      Buffer.isBuffer(value) ? `bytes ${value.toString('hex')}` : value,
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));
