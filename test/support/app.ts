import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { openPlatform, type Platform } from '../../src/api/platform.js';
import { createServer, type ServerOptions } from '../../src/api/server.js';
import { OPERATOR, type Actor } from '../../src/core/actor.js';
import { systemClock, type Clock } from '../../src/core/clock.js';
import { loadConfig, type Config } from '../../src/core/config.js';
import { LOCAL, type Ctx, type TxCtx } from '../../src/core/ctx.js';
import { newId } from '../../src/core/ids.js';
import type { Logger } from '../../src/core/logger.js';
import { SearchIndexer } from '../../src/features/search/search-indexer.service.js';
import type { OutboxWorker } from '../../src/infra/database/outbox-worker.js';
import type { ReplicaLimits } from '../../src/infra/database/replicas/limits.js';
import { createLogger, silentLogger } from '../../src/infra/logging/logger.js';
import type { RenderingLimits } from '../../src/infra/markdown/markdown-renderer.js';
import { migratedDatabaseUrl, replicaSettings, type TestDatabase } from './database.js';

/** A running fupan on a database of its own. */
export interface TestApp {
  readonly platform: Platform;
  /** The first of which is the one meant above. */
  readonly processes: readonly Process[];
  readonly server: NestFastifyApplication;
  readonly url: string;
  readonly dataDir: string;
  /** A service of a feature. */
  get<Service>(type: new (...args: never[]) => Service): Service;
  ctx(actor?: Actor): Ctx;
  /** Runs in a transaction, as the operator or somebody else. */
  write<Result>(work: (tx: TxCtx) => Promise<Result>, actor?: Actor): Promise<Result>;
  /** Ends the program and leaves its database. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly clock?: Clock;
  /** The database, which stays when the app is closed. Default: a new one that goes with the app. */
  readonly on?: Config['database'];
  /** Default: a new folder that goes with the app. */
  readonly dataDir?: string;
  /** Default: any that is free. */
  readonly port?: number;
  /** Settings besides those that every test needs. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Who HTTP requests come from. Default: the operator, who may do everything, so that a test of
   * something else need not sign in. `door`: whoever the real door says they are.
   */
  readonly as?: Actor | 'door';
  /** Options of the server besides. */
  readonly server?: ServerOptions;
  readonly log?: Logger;
  /** Limits of rendering besides. */
  readonly rendering?: Partial<RenderingLimits>;
  /** Limits of waiting for read replicas besides. */
  readonly replicas?: Partial<ReplicaLimits>;
}

/** Stands for the built web client: a page and a file. */
const CLIENT_ROOT = resolve('test/fixtures/web-client');

/**
 * That a machine is slow is no overload; what happens then has a test of its own. A delay counts as
 * infinite where the machine stood still so long that nothing was measured.
 */
const CALM = { delayMs: Infinity, heapShare: 1 };

/** With FUPAN_TEST_PROCESSES=2 each app is two processes on one PostgreSQL. */
const isDouble = ({ database }: Config): boolean =>
  process.env['FUPAN_TEST_PROCESSES'] === '2' && database.engine === 'postgres';

/** A process of fupan. */
export interface Process {
  readonly platform: Platform;
  readonly server: NestFastifyApplication;
}

async function startProcess(
  config: Config,
  clock: Clock,
  options: TestAppOptions,
): Promise<Process> {
  const platform = await openPlatform(config, {
    log: options.log ?? (process.env['DEBUG_LOG'] ? createLogger('debug') : silentLogger),
    clock,
    ...(options.rendering ? { rendering: options.rendering } : {}),
    replicas: options.replicas ?? {},
  });
  const { as = OPERATOR } = options;
  const server = await createServer(platform, {
    clientRoot: CLIENT_ROOT,
    pressure: CALM,
    ...(as === 'door' ? {} : { authenticate: () => Promise.resolve({ actor: as, origin: LOCAL }) }),
    ...options.server,
  });
  platform.outbox.start();
  return { platform, server };
}

/**
 * Has every other request to an app answered by another process on the same database, which has the
 * same key and a search index of its own.
 * @returns it, and what ends it
 */
async function addSecondProcess(
  config: Config,
  clock: Clock,
  options: TestAppOptions,
  { server: first, platform: { outbox } }: Process,
): Promise<Process & { readonly end: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fupan-test-second-'));
  const key = join(config.dataDir, 'secret.key');
  if (existsSync(key)) copyFileSync(key, join(dataDir, 'secret.key'));
  const { platform, server } = await startProcess({ ...config, dataDir }, clock, options);
  const here = first.getHttpServer();
  const { port } = here.address() as AddressInfo;
  platform.publicUrl.listensAt(`http://127.0.0.1:${port}`);
  await server.getHttpAdapter().getInstance().ready();
  const [own, other] = [here, server.getHttpServer()].map(
    (each) => each.listeners('request')[0] as RequestListener,
  );
  let count = 0;
  here.removeAllListeners('request');
  here.on('request', (request: IncomingMessage, response: ServerResponse) => {
    (count++ % 2 ? other : own)?.(request, response);
  });
  joinOutboxes(outbox, platform.outbox);
  const end = async (): Promise<void> => {
    await server.close();
    await platform.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { platform, server, end };
}

/** Where a test holds up or waits for what has to be delivered, it does not mind which process does. */
function joinOutboxes(one: OutboxWorker, other: OutboxWorker): void {
  const drained = one.drained.bind(one);
  const stop = one.stop.bind(one);
  const start = one.start.bind(one);
  one.drained = () => Promise.all([drained(), other.drained()]).then(drained);
  one.stop = async () => {
    await Promise.all([stop(), other.stop()]);
  };
  one.start = () => {
    start();
    other.start();
  };
}

function existing(on: Config['database']): TestDatabase {
  const url = on.engine === 'sqlite' ? `sqlite:${on.path}` : on.url;
  return { url, drop: () => Promise.resolve() };
}

/** Starts fupan on SQLite, or on PostgreSQL where FUPAN_TEST_POSTGRES_URL names a server. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'fupan-test-'));
  const database = options.on ? existing(options.on) : await migratedDatabaseUrl();
  const config = loadConfig({
    FUPAN_DATA_DIR: dataDir,
    FUPAN_PORT: '0',
    FUPAN_LOG_LEVEL: 'silent',
    ...(options.on ? {} : replicaSettings(database.url)),
    ...options.env,
    ...(database.url === undefined ? {} : { FUPAN_DATABASE_URL: database.url }),
  });
  const clock = options.clock ?? systemClock;
  const { platform, server } = await startProcess(config, clock, options);
  await server.listen(options.port ?? 0, '127.0.0.1');
  const { port } = server.getHttpServer().address() as AddressInfo;
  const second = isDouble(config)
    ? await addSecondProcess(config, clock, options, { platform, server })
    : null;
  const ctx = (actor: Actor = OPERATOR): Ctx => ({
    actor,
    origin: LOCAL,
    locale: 'en',
    requestId: newId(),
    clock,
    db: platform.database.read,
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopped ??= server
      .close()
      .then(() => platform.close())
      .then(() => second?.end()));
  return {
    platform,
    processes: [{ platform, server }, ...(second ? [second] : [])],
    server,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    get: (type) => server.get(type, { strict: false }),
    ctx,
    write: (work, actor) => platform.database.transaction(ctx(actor), work),
    stop,
    close: async () => {
      await stop();
      await database.drop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Has everything delivered and the search index made, as each process does at its start. */
export async function caughtUp({
  platform,
  processes,
}: Pick<TestApp, 'platform' | 'processes'>): Promise<void> {
  await platform.outbox.drained();
  for (const { server } of processes) {
    await server.get(SearchIndexer, { strict: false }).reconcile();
  }
}
