import type { AddressInfo } from 'node:net';

import type { Config } from '../core/config.js';
import type { Logger } from '../core/logger.js';
import { DigestScheduler } from '../features/digest/digest-scheduler.service.js';
import { ReminderScheduler } from '../features/reminder/reminder-scheduler.service.js';
import { ReviewScheduler } from '../features/review-meeting/review-scheduler.service.js';
import { SearchIndexer } from '../features/search/search-indexer.service.js';
import type { ServerState } from './health.js';
import { openPlatform, type Platform } from './platform.js';
import { createServer } from './server.js';

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly platform: Platform;
  get<Service>(type: abstract new (...args: never[]) => Service): Service;
  /** Resolves when the search index has caught up with the database. */
  readonly caughtUp: Promise<void>;
  /** Takes no more requests, finishes those that are under way, and closes everything. */
  stop(): Promise<void>;
}

/** How long requests that are under way may take once the server is told to stop. */
const FINISH_MS = 12_000;

/** Opens everything and listens. The caller must hold the data folder. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const platform = await openPlatform(config, { log, replicas: {} });
  const state: ServerState = { isStopping: false, isCaughtUp: false };
  try {
    const app = await createServer(platform, { state });
    await app.listen(config.port, config.host);
    platform.outbox.start();
    app.get(DigestScheduler, { strict: false }).start();
    app.get(ReminderScheduler, { strict: false }).start();
    app.get(ReviewScheduler, { strict: false }).start();
    const indexer = app.get(SearchIndexer, { strict: false });
    const caughtUp = indexer.reconcile().then(
      ({ missing, stale, surplus }) => {
        state.isCaughtUp = true;
        void indexer.reconcileOthers();
        const behind = missing.length + stale.length;
        if (behind + surplus.length === 0) return;
        log.info(
          { stale: behind, surplus: surplus.length },
          'the search index has been brought up to date',
        );
      },
      (error: unknown) => {
        log.error({ err: error }, 'the search index could not be brought up to date');
      },
    );
    const { port } = app.getHttpServer().address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return {
      url: `http://${host}:${port}`,
      platform,
      get: (type) => app.get(type, { strict: false }),
      caughtUp,
      stop: async () => {
        state.isStopping = true;
        const cut = setTimeout(() => {
          app.getHttpServer().closeAllConnections();
        }, FINISH_MS);
        await app.close();
        clearTimeout(cut);
        await caughtUp;
        await platform.close();
      },
    };
  } catch (error) {
    await platform.close();
    throw error;
  }
}
