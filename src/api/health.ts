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
  http.get('/healthz', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const checks = await runChecks(platform, state);
    const isReady = !state.isStopping && Object.values(checks).every((check) => check === 'ok');
    return reply.status(isReady ? 200 : 503).send({
      status: state.isStopping ? 'stopping' : isReady ? 'ready' : 'not ready',
      checks,
    });
  });
}

async function runChecks(
  { database, searchIndex }: Platform,
  { isCaughtUp }: ServerState,
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
    migrations: await attempt(async () =>
      (await database.hasPendingMigrations()) ? 'pending' : 'ok',
    ),
    search: await attempt(async () => {
      const { needsRebuild } = await searchIndex.health();
      return isCaughtUp && needsRebuild === undefined ? 'ok' : 'pending';
    }),
  };
}
