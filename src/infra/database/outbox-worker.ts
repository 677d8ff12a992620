import { In } from 'typeorm';

import { OPERATOR } from '../../core/actor.js';
import type { Clock } from '../../core/clock.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { Logger } from '../../core/logger.js';
import { UnavailableError } from '../unavailable.error.js';
import type { Database } from './database.js';
import { claim, isDue, postpone, release, settle } from './outbox.js';
import { type OutboxEntity } from './outbox.entity.js';

/**
 * Delivers one kind of side effect; called again with the same subjects if it throws. At the latest
 * when the lease ends it must be done, or another process takes the subjects over.
 */
export type OutboxHandler = (subjectIds: readonly string[]) => Promise<void>;

export interface Pace {
  /** How many subjects the handler is given in one call; 1 or more. */
  readonly together: number;
  /** How many calls are under way at the same time; 1 or more. */
  readonly atOnce: number;
}

const POLL_MS = 1_000;
/** For how long what one process has taken on is left to it. */
export const LEASE_MS = 5 * 60_000;

/** One after another, in order, as many as there are. */
const IN_ORDER: Pace = { together: 200, atOnce: 1 };

/**
 * Delivers what transactions have promised, at least once and in order. It is woken by each commit
 * and looks by itself once a second; no topic waits for another. Several processes may share a
 * database: each takes rows on for some minutes before it delivers them, and where it does not
 * live to do so, another takes them over. What fails is tried again after 2, 4, 8 … seconds, at
 * most an hour; after twelve attempts it is set aside for an administrator. What fails because
 * another program is away is tried again twice a minute, for as long as it takes.
 */
export class OutboxWorker {
  readonly #lanes: Lane[] = [];
  #timer: NodeJS.Timeout | undefined;
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
  handle(topic: string, handler: OutboxHandler, pace: Pace = IN_ORDER): void {
    this.#lanes.push(new Lane(topic, handler, pace, this.database, this.clock, this.log));
  }

  start(): void {
    this.#stopped = false;
    this.#timer = setInterval(() => {
      this.wake();
    }, POLL_MS);
    this.#timer.unref();
    this.wake();
  }

  /** Lets the deliveries at hand finish and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
  }

  /** Starts delivering, if it is not at it already. */
  wake(): void {
    if (this.#stopped) return;
    for (const lane of this.#lanes) lane.wake();
  }

  /** Resolves when everything promised so far has been delivered or has failed once. */
  async drained(): Promise<void> {
    this.wake();
    await Promise.all(this.#lanes.map((lane) => lane.idle()));
  }
}

/** The deliveries of one topic. */
class Lane {
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** On SQLite there is one process: what is taken on at the start was left behind by the last one. */
  #hasLeftovers: boolean;

  constructor(
    private readonly topic: string,
    private readonly handler: OutboxHandler,
    private readonly pace: Pace,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.#hasLeftovers = database.engine === 'sqlite';
  }

  wake(): void {
    this.#stopped = false;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      if (this.#hasLeftovers) await this.#write((tx) => release(tx, { topic: this.topic }));
      this.#hasLeftovers = false;
      while (this.#again && !this.#stopped) {
        this.#again = false;
        while (await this.#deliverSome()) {
          // Until there is nothing to take on.
        }
      }
    } catch (error) {
      this.log.error({ err: error }, 'the outbox could not be read; trying again');
    }
  }

  /** True if there was something to deliver. */
  async #deliverSome(): Promise<boolean> {
    if (this.#stopped) return false;
    const { together, atOnce } = this.pace;
    // Looked at first, so that nobody who saves waits where there is nothing to do.
    if (!(await isDue(this.database.read, this.topic, this.clock.now()))) return false;
    const claimId = newId();
    const most = together * atOnce * ROUNDS;
    const lease = { claimedBy: claimId, leaseMs: LEASE_MS };
    const rows = await this.#write((tx) => claim(tx, this.topic, most, lease));
    if (rows.length === 0) return false;
    await this.#spread(this.#parcels(rows), claimId);
    return true;
  }

  /** What goes to the handler in one call: all rows of so many subjects. */
  #parcels(rows: readonly OutboxEntity[]): OutboxEntity[][] {
    const subjects = [...bySubject(rows).values()];
    const { together } = this.pace;
    return Array.from({ length: Math.ceil(subjects.length / together) }, (_, each) =>
      subjects.slice(each * together, (each + 1) * together).flat(),
    );
  }

  async #spread(parcels: OutboxEntity[][], claimId: string): Promise<void> {
    const work = async (): Promise<void> => {
      for (let next = parcels.shift(); next; next = parcels.shift()) {
        if (this.#stopped) await this.#giveBack(next, claimId);
        else await this.#deliver(next, claimId);
      }
    };
    await Promise.all(Array.from({ length: this.pace.atOnce }, work));
  }

  async #deliver(rows: readonly OutboxEntity[], claimId: string): Promise<void> {
    const subjects = bySubject(rows);
    try {
      await this.handler([...subjects.keys()]);
    } catch (error) {
      // Where another program is away, the others fare no better one by one.
      if (subjects.size === 1 || error instanceof UnavailableError) {
        this.log.warn({ err: error, topic: this.topic }, 'delivery failed; trying again later');
        await this.#write((tx) => postpone(tx, rows, claimId, error));
        return;
      }
      // One of them must not take the others along.
      for (const own of subjects.values()) {
        if (this.#stopped) await this.#giveBack(own, claimId);
        else await this.#deliver(own, claimId);
      }
      return;
    }
    const seqs = rows.map(({ seq }) => seq);
    await this.#write((tx) => settle(tx, seqs));
  }

  #giveBack(rows: readonly OutboxEntity[], claimedBy: string): Promise<void> {
    const seq = In(rows.map((row) => row.seq));
    return this.#write((tx) => release(tx, { seq, claimedBy }));
  }

  #write<Result>(work: Parameters<typeof this.database.transaction<Result>>[1]): Promise<Result> {
    return this.database.transaction(this.#ctx(), work);
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

/** How many calls of the handler are taken on at once, for each that is under way. */
const ROUNDS = 5;

function bySubject(rows: readonly OutboxEntity[]): Map<string, OutboxEntity[]> {
  const subjects = new Map<string, OutboxEntity[]>();
  for (const row of rows) {
    const own = subjects.get(row.subjectId);
    if (own) own.push(row);
    else subjects.set(row.subjectId, [row]);
  }
  return subjects;
}
