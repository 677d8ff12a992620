import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServer, type RunningServer } from '../api/run-server.js';
import type { Config } from '../core/config.js';
import type { Logger } from '../core/logger.js';
import { ImportService } from '../features/library/import.service.js';
import { DataDirLock } from '../infra/data-dir-lock.js';
import { EXIT, type CommandApp } from './command-app.js';
import { CommandSocket } from './command-socket.js';
import { inUse } from './in-use.js';
import { say, sayJson, styled, type Io } from './io.js';
import { operatorCtx } from './local-app.js';
import { packageRoot } from './package.js';
import { counted } from './table.js';

export interface ServeOptions {
  readonly io: Io;
  readonly log: Logger;
  readonly json: boolean;
  /** Runs what another process was told to do. */
  readonly runForwarded: (argv: readonly string[], caller: Io, app: CommandApp) => Promise<number>;
}

/** Serves until `io.signal` is set; then finishes what is under way. */
export async function serve(config: Config, options: ServeOptions): Promise<number> {
  return serveWith(config, options, ({ url }) => {
    const { stdout } = options.io;
    return Promise.resolve([
      `fupan serves ${styled(stdout, 'bold', `${url}/graphql`)}`,
      'Begin in another terminal, in this folder: npx fupan import FOLDER, then npx fupan search WORDS',
      'Ctrl-C stops the server.',
    ]);
  });
}

/** The same on a library of sample cases that goes with the server. */
export async function serveDemo(config: Config, options: ServeOptions): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fupan-demo-'));
  const throwaway: Config = {
    ...config,
    dataDir,
    database: { engine: 'sqlite', path: join(dataDir, 'fupan.db') },
  };
  try {
    return await serveWith(throwaway, options, async (server) => {
      const { io } = options;
      const { created, failed } = await server
        .get(ImportService)
        .run(operatorCtx(server.platform, io), {
          paths: [join(packageRoot(), 'templates', 'demo')],
          cwd: packageRoot(),
        });
      for (const { file, line, message } of failed) say(io.stderr, `${file}:${line}: ${message}`);
      return [
        `${counted(created, 'sample case')} at ${styled(io.stdout, 'bold', `${server.url}/graphql`)}`,
        `Search them in another terminal: FUPAN_DATA_DIR=${dataDir} npx fupan search '連接池'`,
        'Ctrl-C stops the server and removes them.',
      ];
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function serveWith(
  config: Config,
  { io, log, json, runForwarded }: ServeOptions,
  /** Makes the server ready for its guests, and answers what to tell them. */
  prepare: (server: RunningServer) => Promise<string[]>,
): Promise<number> {
  const attempt = DataDirLock.acquire(config.dataDir, 'serve');
  if ('holder' in attempt) {
    say(io.stderr, `fupan: ${inUse(config.dataDir, attempt.holder)}`);
    return EXIT.refused;
  }
  const { lock } = attempt;
  try {
    const server = await startServer(config, log);
    const app = serverApp(server, config);
    const socket = await CommandSocket.listen(config.dataDir, (argv, caller) =>
      runForwarded(argv, caller, app),
    );
    lock.announce(socket.path);
    const greeting = await prepare(server);
    if (json) sayJson(io, { url: server.url, dataDir: config.dataDir });
    else for (const line of greeting) say(io.stdout, line);
    await aborted(io.signal);
    log.info({}, 'stopping');
    lock.announce(null);
    await socket.close();
    await server.stop();
    return EXIT.success;
  } finally {
    lock.release();
  }
}

function serverApp(server: RunningServer, config: Config): CommandApp {
  const { database, outbox } = server.platform;
  const ctx = (io: Io) => operatorCtx(server.platform, io);
  return {
    config,
    isServer: true,
    database: () => Promise.resolve(database),
    get: (type) => Promise.resolve(server.get(type)),
    awake: () => server.caughtUp,
    ctx: (io) => Promise.resolve(ctx(io)),
    write: (io, work) => database.transaction(ctx(io), work),
    drained: () => outbox.drained(),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else {
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
    }
  });
}
