import type { Logger } from '../../../core/logger.js';
import { inTime } from './in-time.js';
import { REPLICA_LIMITS, type ReplicaLimits } from './limits.js';
import { PrimaryPosition } from './primary-position.js';
import { Replica, type Lease } from './replica.js';

/**
 * Standbys that answer in place of the primary, with the same answers: one is only read from once it
 * knows all that the primary had acknowledged when it was asked for. Otherwise the primary answers.
 */
export class Replicas {
  readonly #limits: ReplicaLimits;
  readonly #primary: PrimaryPosition;
  readonly #replicas: readonly Replica[];
  #turn = 0;

  constructor(
    primary: string,
    urls: readonly string[],
    limits: Partial<ReplicaLimits>,
    log: Logger,
  ) {
    this.#limits = { ...REPLICA_LIMITS, ...limits };
    this.#primary = new PrimaryPosition(primary);
    this.#replicas = urls.map((url) => new Replica(url, this.#limits, log));
  }

  /** A connection to one of them, by turns; null where the primary has to answer. Whoever has it releases it. */
  async lease(): Promise<Lease | null> {
    const awake = this.#replicas.filter((each) => each.isAwake);
    if (awake.length === 0) return null;
    const until = performance.now() + this.#limits.patienceMs;
    // Who cannot say how far it is will say what is wrong when it is asked for more.
    const asked = this.#primary.now().catch(() => undefined);
    const position = await inTime(asked, this.#limits.patienceMs);
    if (position === undefined) return null;
    const first = this.#turn++ % awake.length;
    for (const replica of [...awake.slice(first), ...awake.slice(0, first)]) {
      if (performance.now() >= until) return null;
      const lease = await replica.lease(position, until);
      if (lease) return lease;
    }
    return null;
  }

  async close(): Promise<void> {
    await Promise.all([this.#primary, ...this.#replicas].map((each) => each.close()));
  }
}
