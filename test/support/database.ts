import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase<Url = string | undefined> {
  /** Undefined: the SQLite file in the data folder. */
  readonly url: Url;
  readonly drop: () => Promise<void>;
}

/**
 * A new database for one app: SQLite by default; on PostgreSQL where FUPAN_TEST_POSTGRES_URL names
 * a server on which databases may be made.
 */
export async function freshDatabaseUrl(): Promise<TestDatabase> {
  const serverUrl = process.env['FUPAN_TEST_POSTGRES_URL'];
  if (serverUrl === undefined || serverUrl === '') {
    return { url: undefined, drop: () => Promise.resolve() };
  }
  return freshDatabaseOn(serverUrl);
}

/** A new database on a server of PostgreSQL. */
export async function freshDatabaseOn(serverUrl: string): Promise<TestDatabase<string>> {
  const name = `fupan_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The settings by which an app reads from a standby too, where FUPAN_TEST_POSTGRES_REPLICA_URL names one. */
export function replicaSettings(databaseUrl: string | undefined): Record<string, string> {
  const standby = process.env['FUPAN_TEST_POSTGRES_REPLICA_URL'];
  if (standby === undefined || standby === '' || databaseUrl === undefined) return {};
  const url = new URL(standby);
  url.pathname = new URL(databaseUrl).pathname;
  return { FUPAN_DATABASE_REPLICAS: url.href };
}

/** Has a server of PostgreSQL do something. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
