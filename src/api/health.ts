import type { FastifyInstance } from 'fastify';

import type { Platform } from './platform.js';

/** What the server knows of itself. */
export interface ServerState {
  /** It has been told to stop and finishes what it has begun. */
  isStopping: boolean;
  /** The search index has been compared with the database since the start. */
  isCaughtUp: boolean;
}

type Check = 'ok' | 'failed' | 'pending';

/**
 * `/healthz`: the process answers. `/readyz`: it can serve, with what it stands on; 503 where not,
 * which is also the answer while it stops.
 */
export function addHealthRoutes(
  http: FastifyInstance,
  platform: Platform,
  state: ServerState,
): void {
  const migrations = onceTrue(async () => !(await platform.database.hasPendingMigrations()));
  http.get('/healthz', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const checks = await runChecks(platform, state, migrations);
    const isReady = !state.isStopping && Object.values(checks).every((check) => check === 'ok');
    return reply.status(isReady ? 200 : 503).send({
      status: state.isStopping ? 'stopping' : isReady ? 'ready' : 'not ready',
      checks,
    });
  });
}

async function runChecks(
  { database, keptIndexes: [beside] }: Platform,
  { isCaughtUp }: ServerState,
  areMigrated: () => Promise<boolean>,
): Promise<Record<'database' | 'migrations' | 'search', Check>> {
  const attempt = async (work: () => Promise<Check>): Promise<Check> => {
    try {
      return await work();
    } catch {
      return 'failed';
    }
  };
  return {
    database: await attempt(async () => {
      await database.ping();
      return 'ok';
    }),
    migrations: await attempt(async () => ((await areMigrated()) ? 'ok' : 'pending')),
    search: await attempt(async () => {
      // That of another program may be away: this one answers in its place.
      const health = await beside?.index.health();
      return isCaughtUp && health?.needsRebuild === undefined ? 'ok' : 'pending';
    }),
  };
}

/** Asks until the answer is yes: tables do not go back under a running server. */
function onceTrue(ask: () => Promise<boolean>): () => Promise<boolean> {
  let isTrue = false;
  return async () => {
    isTrue ||= await ask();
    return isTrue;
  };
}
