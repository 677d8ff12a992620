import pg from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

import { codeOf } from '../core/error-code.js';
import type { Logger } from '../core/logger.js';

/** After so long the database counts as not answering, and this process counts for itself. */
const PATIENCE_MS = 1_000;
const CONNECTIONS = 2;
/** That it does not answer is said at most so often. */
const SAID_EVERY_MS = 60_000;

/**
 * Makes counters of what somebody may do only so often. Where several processes share a PostgreSQL,
 * they count together; it has connections of its own, so that no request waits for those that others
 * hold, and while it does not answer each process counts in memory rather than to refuse.
 */
export class Counters {
  readonly #pool: pg.Pool | null;
  #isFirst = true;

  private constructor(pool: pg.Pool | null) {
    this.#pool = pool;
  }

  /** Those of one process; they start anew with it. */
  static inMemory(): Counters {
    return new Counters(null);
  }

  /** Those of all processes on this PostgreSQL. */
  static on(url: string, log: Logger): Counters {
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'fupan',
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    let saidAt = -Infinity;
    pool.on('error', (error) => {
      if (performance.now() - saidAt < SAID_EVERY_MS) return;
      saidAt = performance.now();
      log.warn({ code: codeOf(error) }, 'limits are counted by this process alone for now');
    });
    return new Counters(pool);
  }

  /**
   * @param name of its own, which all processes use for it
   * @param points that may be spent
   * @param duration seconds after which it starts anew
   */
  counter(name: string, points: number, duration: number): RateLimiterAbstract {
    const options = { keyPrefix: name, points, duration };
    const memory = new RateLimiterMemory(options);
    if (!this.#pool) return memory;
    // One of them clears away what is over, for all.
    const clearExpiredByTimeout = this.#isFirst;
    this.#isFirst = false;
    return new RateLimiterPostgres({
      ...options,
      storeClient: this.#pool,
      storeType: 'pool',
      tableName: 'spent_points',
      tableCreated: true,
      clearExpiredByTimeout,
      insuranceLimiter: memory,
    });
  }

  async close(): Promise<void> {
    await this.#pool?.end();
  }
}
