import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServer, type RunningServer } from '../api/run-server.js';
import type { Config } from '../core/config.js';
import type { Ctx } from '../core/ctx.js';
import type { Logger } from '../core/logger.js';
import { FirstRun } from '../features/identity/first-run.service.js';
import { InvitationService } from '../features/identity/invitation.service.js';
import { PersonEntity } from '../features/people/person.entity.js';
import { PersonService } from '../features/people/person.service.js';
import { DataDirLock } from '../infra/data-dir-lock.js';
import { EXIT, type CommandApp } from './command-app.js';
import { CommandSocket } from './command-socket.js';
import { fillDemo } from './demo.js';
import { inUse } from './in-use.js';
import { say, sayJson, styled, type Io } from './io.js';
import { operatorCtx } from './local-app.js';
import { packageRoot } from '../infra/package.js';
import { counted } from './table.js';

export interface ServeOptions {
  readonly io: Io;
  readonly log: Logger;
  readonly json: boolean;
  /** Runs what another process was told to do. */
  readonly runForwarded: (argv: readonly string[], caller: Io, app: CommandApp) => Promise<number>;
}

/** What to tell whoever has started the server: for people, and for programs. */
interface Greeting {
  readonly lines: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Serves until `io.signal` is set; then finishes what is under way. */
export async function serve(config: Config, options: ServeOptions): Promise<number> {
  return serveWith(config, options, async (server) => {
    const { io } = options;
    const setup = await server.get(FirstRun).offer(operatorCtx(server.platform, io));
    const { origin } = server.platform.publicUrl;
    return {
      lines: [
        `fupan serves ${styled(io.stdout, 'bold', origin)}`,
        ...(setup
          ? [
              'No administrator can sign in yet. Whoever opens this link within the hour becomes one:',
              styled(io.stdout, 'bold', setup.url),
              `(also in ${setup.path})`,
            ]
          : []),
        'Begin in another terminal, in this folder: npx fupan import FOLDER, then npx fupan search WORDS',
        'Ctrl-C stops the server.',
      ],
      facts: { setupUrl: setup?.url ?? null },
    };
  });
}

/** Who signs in to the demo: one of the people in its cases. */
const DEMO_ADMIN = 'lin.yuting@shangpin.example';

/** The same on a library of sample cases that goes with the server, for this machine alone. */
export async function serveDemo(config: Config, options: ServeOptions): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fupan-demo-'));
  const throwaway: Config = {
    ...config,
    host: '127.0.0.1',
    publicUrl: null,
    trustedProxies: [],
    signIn: { ...config.signIn, password: true, oidc: null },
    dataDir,
    database: { engine: 'sqlite', path: join(dataDir, 'fupan.db') },
  };
  try {
    return await serveWith(throwaway, options, async (server) => {
      const { io } = options;
      const ctx = operatorCtx(server.platform, io);
      const { created, faults } = await fillDemo(
        { database: server.platform.database, get: (type) => server.get(type) },
        ctx,
        join(packageRoot(), 'templates', 'demo'),
      );
      for (const { file, line, message } of faults) say(io.stderr, `${file}:${line}: ${message}`);
      const signInUrl = await demoLink(server, ctx);
      return {
        lines: [
          `${counted(created, 'sample case')} at ${styled(io.stdout, 'bold', server.url)}`,
          `Sign in: ${styled(io.stdout, 'bold', signInUrl)}`,
          `Search them in another terminal: FUPAN_DATA_DIR=${dataDir} npx fupan search '連接池'`,
          'Ctrl-C stops the server and removes them.',
        ],
        facts: { signInUrl },
      };
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Makes somebody administrator of the demo; returns a link that signs them in. */
function demoLink(server: RunningServer, ctx: Ctx): Promise<string> {
  return server.platform.database.transaction(ctx, async (tx) => {
    const { id } = await tx.db.findOneByOrFail(PersonEntity, { email: DEMO_ADMIN });
    await server.get(PersonService).update(tx, id, { role: 'ADMIN' });
    const { url } = await server.get(InvitationService).createSignIn(tx, id);
    return url;
  });
}

async function serveWith(
  config: Config,
  { io, log, json, runForwarded }: ServeOptions,
  /** Makes the server ready for its guests, and answers what to tell them. */
  prepare: (server: RunningServer) => Promise<Greeting>,
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
    const { lines, facts } = await prepare(server);
    if (json) sayJson(io, { url: server.url, dataDir: config.dataDir, ...facts });
    else for (const line of lines) say(io.stdout, line);
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
