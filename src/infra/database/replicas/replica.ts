import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { codeOf } from '../../../core/error-code.js';
import type { Logger } from '../../../core/logger.js';
import { isLost } from '../postgres.js';
import { inTime } from './in-time.js';
import type { ReplicaLimits } from './limits.js';
import type { Position } from './primary-position.js';

/** Requests that read from one replica at the same time; each holds a connection until it is answered. */
const CONNECTIONS = 20;
/** How long one that is not used is kept: longer than a replica is left alone. */
const IDLE_MS = 120_000;
const CONNECT_MS = 1_000;
/** How often is looked whether a replica has caught up. */
const LOOK_EVERY_MS = 2;
/** The same is said of a replica at most so often. */
const SAID_EVERY_MS = 60_000;

/** Its timeline is that of the last checkpoint, so that one that went astray is never taken for one that follows. */
const QUESTION = `SELECT pg_is_in_recovery() AS "isStandby", s.system_identifier::text AS system,
    c.timeline_id AS timeline, coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS "hasAll"
  FROM pg_control_system() s, pg_control_checkpoint() c`;

interface Standing {
  readonly isStandby: boolean;
  readonly system: string;
  readonly timeline: number;
  readonly hasAll: boolean;
}

/** Why a replica cannot answer, in words for the log. */
class UnfitError extends Error {}

/** A connection to a replica that one request reads by. */
export interface Lease {
  readonly client: pg.ClientBase;
  /** Whether it may still be read by. */
  readonly isUsable: boolean;
  /** Takes note that a statement failed; the primary answers from then on. */
  fail(error: unknown): void;
  /** Gives the connection back. */
  release(): void;
}

/** A standby, as long as it is well. One that is not is left alone for a while. */
export class Replica {
  readonly #pool: pg.Pool;
  readonly #name: string;
  #held = 0;
  #failures = 0;
  #restsUntil = 0;
  #said = { reason: '', at: -Infinity };

  constructor(
    url: string,
    private readonly limits: ReplicaLimits,
    private readonly log: Logger,
  ) {
    this.#name = nameOf(url);
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'fupan replica',
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MS,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: limits.statementMs,
      // A server that stands still cannot say that it takes too long.
      query_timeout: limits.statementMs,
      options: '-c default_transaction_read_only=on',
    });
    // One that breaks is gone from the pool; whoever waits for an answer hears of it.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Whether it may be asked: it is well, or has rested long enough to be tried again. */
  get isAwake(): boolean {
    return performance.now() >= this.#restsUntil && this.#held < CONNECTIONS;
  }

  /**
   * A connection by which all is seen that a position holds; null if there is none in time. The
   * connection that was asked is the one that is read by: behind one address there may be several servers.
   */
  async lease(position: Position, until: number): Promise<Lease | null> {
    // Nobody else tries one that has failed while this request does.
    if (this.#failures > 0) this.#rest();
    this.#held += 1;
    let client: pg.PoolClient | undefined;
    try {
      client = await this.#connection(until);
      if (client === undefined) {
        this.#held -= 1;
        return null;
      }
      await this.#await(client, position, until);
      this.#isWell();
      return this.#leaseOf(client);
    } catch (error) {
      this.#held -= 1;
      client?.release(!(error instanceof UnfitError));
      this.#isUnfit(error);
      return null;
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** One that comes too late serves the next. */
  async #connection(until: number): Promise<pg.PoolClient | undefined> {
    const connecting = this.#pool.connect();
    const isLate = (error: unknown): void => {
      this.#isUnfit(error);
    };
    const client = await inTime(connecting, left(until), (late) => {
      late.release();
    });
    if (client === undefined) connecting.catch(isLate);
    return client;
  }

  /** @throws UnfitError if it is none of the primary's, or does not catch up in time */
  async #await(client: pg.ClientBase, position: Position, until: number): Promise<void> {
    for (;;) {
      const asked = client.query<Standing>(QUESTION, [position.lsn]);
      const rows = (await inTime(asked, left(until)))?.rows;
      const standing = rows?.[0];
      if (standing === undefined) throw new Error('does not answer in time');
      if (!standing.isStandby) throw new UnfitError('is no standby');
      if (standing.system !== position.system) throw new UnfitError('is of another cluster');
      if (standing.timeline !== position.timeline) {
        throw new UnfitError('has not yet followed the primary that was promoted');
      }
      if (standing.hasAll) return;
      if (left(until) <= LOOK_EVERY_MS) throw new UnfitError('is behind');
      await sleep(LOOK_EVERY_MS);
    }
  }

  #leaseOf(client: pg.PoolClient): Lease {
    let state: 'usable' | 'failed' | 'broken' | 'released' = 'usable';
    return {
      client,
      get isUsable() {
        return state === 'usable';
      },
      fail: (error) => {
        if (state === 'released' || state === 'broken') return;
        // What it said no to in words, such as a statement that replay could not wait for, is no fault of its own.
        const isBroken = codeOf(error) === '' || isLost(error);
        state = isBroken ? 'broken' : 'failed';
        if (isBroken) this.#isUnfit(error);
      },
      release: () => {
        if (state === 'released') return;
        this.#held -= 1;
        client.release(state === 'broken');
        state = 'released';
      },
    };
  }

  #isWell(): void {
    if (this.#failures > 0) this.log.debug({ replica: this.#name }, 'a read replica answers again');
    this.#failures = 0;
    this.#restsUntil = 0;
  }

  #isUnfit(error: unknown): void {
    // Of many requests that find out at the same time the first counts.
    if (performance.now() >= this.#restsUntil) this.#rest();
    const reason = (error instanceof Error && error.message) || codeOf(error);
    const now = performance.now();
    if (this.#said.reason === reason && now - this.#said.at < SAID_EVERY_MS) return;
    this.#said = { reason, at: now };
    this.log.warn({ replica: this.#name, reason }, 'the primary answers for a read replica');
  }

  #rest(): void {
    const { restMs, longestRestMs } = this.limits;
    this.#restsUntil = performance.now() + Math.min(restMs * 2 ** this.#failures, longestRestMs);
    this.#failures += 1;
  }
}

const left = (until: number): number => Math.max(0, until - performance.now());

/** Where it is, without who asks and by which password. */
function nameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'replica';
}
