import { In, IsNull, LessThanOrEqual } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import type { Clock } from '../../core/clock.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { Logger } from '../../core/logger.js';
import type { Database } from './database.js';
import { settle } from './outbox.js';
import { OutboxEntity } from './outbox.entity.js';

/** Delivers one kind of side effect; called again with the same subjects if it throws. */
export type OutboxHandler = (subjectIds: readonly string[]) => Promise<void>;

const BATCH = 200;
const POLL_MS = 1_000;
const MAX_ATTEMPTS = 12;
const MAX_BACKOFF_S = 3_600;

/**
 * Delivers what transactions have promised, at least once and in order. It is woken by each commit
 * and looks by itself once a second. What fails is tried again after 2, 4, 8 … seconds, at most an
 * hour; after twelve attempts it is set aside for an administrator.
 */
export class OutboxWorker {
  readonly #handlers = new Map<string, OutboxHandler>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    database.onCommit(() => {
      this.wake();
    });
  }

  /** Names who delivers a topic. */
  handle(topic: string, handler: OutboxHandler): void {
    this.#handlers.set(topic, handler);
  }

  start(): void {
    this.#stopped = false;
    this.#timer = setInterval(() => {
      this.wake();
    }, POLL_MS);
    this.#timer.unref();
    this.wake();
  }

  /** Lets the delivery at hand finish and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Starts delivering, if it is not at it already. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when everything promised so far has been delivered or has failed once. */
  async drained(): Promise<void> {
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        while (await this.#deliverBatch()) {
          // Until a batch comes back empty.
        }
      }
    } catch (error) {
      this.log.error({ err: error }, 'the outbox could not be read; trying again');
    }
  }

  /** True if there was something to deliver. */
  async #deliverBatch(): Promise<boolean> {
    if (this.#stopped) return false;
    const rows = await this.database.read.find(OutboxEntity, {
      where: {
        topic: In([...this.#handlers.keys()]),
        deadAt: IsNull(),
        nextAttemptAt: LessThanOrEqual(this.clock.now()),
      },
      order: { seq: 'ASC' },
      take: BATCH,
    });
    for (const [topic, handler] of this.#handlers) {
      const due = rows.filter((row) => row.topic === topic);
      if (due.length > 0) await this.#deliver(due, handler);
    }
    return rows.length > 0;
  }

  async #deliver(rows: OutboxEntity[], handler: OutboxHandler): Promise<void> {
    const subjectIds = [...new Set(rows.map((row) => row.subjectId))];
    try {
      await handler(subjectIds);
    } catch (error) {
      if (subjectIds.length > 1) {
        // One of them must not take the others along.
        for (const subjectId of subjectIds) {
          const own = rows.filter((row) => row.subjectId === subjectId);
          if (!this.#stopped) await this.#deliver(own, handler);
        }
        return;
      }
      await this.#postpone(rows, error);
      return;
    }
    const seqs = rows.map((row) => row.seq);
    await this.database.transaction(this.#ctx(), (tx) => settle(tx, seqs));
  }

  /** Tries again later, or gives up. */
  async #postpone(rows: readonly OutboxEntity[], error: unknown): Promise<void> {
    this.log.warn({ err: error, topic: rows[0]?.topic }, 'delivery failed; trying again later');
    await this.database.transaction(this.#ctx(), async (tx) => {
      for (const attempts of new Set(rows.map((row) => row.attempts + 1))) {
        const failed = rows.filter((row) => row.attempts + 1 === attempts);
        const now = this.clock.now();
        const pause = Math.min(2 ** attempts, MAX_BACKOFF_S) * 1_000;
        await tx.db.update(
          OutboxEntity,
          { seq: In(failed.map((row) => row.seq)) },
          {
            attempts,
            nextAttemptAt: new Date(now.getTime() + pause),
            lastError: String(error).slice(0, 2_000),
            deadAt: attempts >= MAX_ATTEMPTS ? now : null,
          },
        );
      }
    });
  }

  #ctx(): Ctx {
    return {
      actor: OPERATOR,
      origin: LOCAL,
      locale: 'en',
      requestId: newId(),
      clock: this.clock,
      db: this.database.read,
    };
  }
}
