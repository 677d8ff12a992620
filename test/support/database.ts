import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from '../../src/features/entities.js';
import { Database } from '../../src/infra/database/database.js';

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

/** The same with all tables, which takes less time than to make each anew. */
export async function migratedDatabaseUrl(): Promise<TestDatabase> {
  const serverUrl = process.env['FUPAN_TEST_POSTGRES_URL'];
  if (serverUrl === undefined || serverUrl === '') return freshDatabaseUrl();
  return freshDatabaseOn(serverUrl, await templateOn(serverUrl));
}

/**
 * A new database on a server of PostgreSQL.
 * @param template what it is a copy of. Default: nothing
 */
export async function freshDatabaseOn(
  serverUrl: string,
  template?: string,
): Promise<TestDatabase<string>> {
  const name = `fupan_test_${randomBytes(6).toString('hex')}`;
  await onServer(
    serverUrl,
    `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`,
  );
  return {
    url: on(serverUrl, name),
    drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The name of an empty library on this server, made by whoever asks for it first. */
async function templateOn(serverUrl: string): Promise<string> {
  const name = `fupan_template_${migrationsHash()}`;
  await onServer(serverUrl, async (client) => {
    const isThere = async (): Promise<boolean> =>
      (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
    if (await isThere()) return;
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    if (await isThere()) return;
    const { url } = await freshDatabaseOn(serverUrl);
    const made = await Database.open({
      target: { engine: 'postgres', url },
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    await made.close();
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${name}`);
  });
  return name;
}

/** Another one for each change of a migration, on servers that stay. */
function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync('migrations').sort())
    hash.update(readFileSync(`migrations/${file}`));
  return hash.digest('hex').slice(0, 16);
}

function on(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The settings by which an app reads from a standby too, where FUPAN_TEST_POSTGRES_REPLICA_URL names one. */
export function replicaSettings(databaseUrl: string | undefined): Record<string, string> {
  const standby = process.env['FUPAN_TEST_POSTGRES_REPLICA_URL'];
  if (standby === undefined || standby === '' || databaseUrl === undefined) return {};
  const url = new URL(standby);
  url.pathname = new URL(databaseUrl).pathname;
  return { FUPAN_DATABASE_REPLICAS: url.href };
}

/** Has a server of PostgreSQL do something on one connection. */
export async function onServer(
  url: string,
  work: string | ((client: pg.Client) => Promise<void>),
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await (typeof work === 'string' ? client.query(work) : work(client));
  } finally {
    await client.end();
  }
}
