import { createHmac } from 'node:crypto';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

import type { Actor } from '../core/actor.js';
import { networkOf } from '../features/identity/network-of.js';
import type { Counters } from '../infra/counters.js';

/** Points that may be spent in a minute. */
export interface Allowance {
  /** By one person, with all their browsers and tokens together. */
  readonly perPerson: number;
  /** By all who have not signed in and share an address. */
  readonly perAddress: number;
}

/** What is left for the rest of the minute. */
export interface Balance {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until it is as much as ever. */
  readonly resetS: number;
  /** More was spent than there was. */
  readonly isOverdrawn: boolean;
}

const WINDOW_S = 60;

/** By what limits count; the key decides which addresses share a count, and is secret. */
export interface Counting {
  readonly counters: Counters;
  readonly addressKey: Buffer;
}

/** Counts what is spent of a limit. */
export class RateLimit {
  readonly #people: RateLimiterAbstract;
  readonly #addresses: RateLimiterAbstract;
  readonly #key: Buffer;

  /** @param name of its own */
  constructor(
    name: string,
    { perPerson, perAddress }: Allowance,
    { counters, addressKey }: Counting,
  ) {
    this.#people = counters.counter(`${name} person`, perPerson, WINDOW_S);
    this.#addresses = counters.counter(`${name} address`, perAddress, WINDOW_S);
    this.#key = addressKey;
  }

  /** Takes points from a person, or from an address where nobody has signed in. */
  async spend(actor: Actor, address: string, points: number): Promise<Balance> {
    switch (actor.kind) {
      case 'operator':
        return UNLIMITED;
      case 'person':
        return take(this.#people, actor.personId, points);
      case 'anonymous':
        return take(this.#addresses, this.#bucketOf(address), points);
    }
  }

  /**
   * One of 65,536, so that no number of addresses fills the memory. Two addresses rarely share one,
   * and nobody can find out which do.
   */
  #bucketOf(address: string): string {
    const hash = createHmac('sha256', this.#key).update(networkOf(address));
    return hash.digest('hex').slice(0, 4);
  }
}

const UNLIMITED: Balance = {
  limit: Number.MAX_SAFE_INTEGER,
  remaining: Number.MAX_SAFE_INTEGER,
  resetS: 0,
  isOverdrawn: false,
};

async function take(limiter: RateLimiterAbstract, key: string, points: number): Promise<Balance> {
  let isOverdrawn = false;
  const state = await limiter.consume(key, points).catch((error: unknown) => {
    if (!(error instanceof RateLimiterRes)) throw error;
    isOverdrawn = true;
    return error;
  });
  // Bounded, should somebody have set the clock of the machine back.
  const resetS = Math.min(Math.max(Math.ceil(state.msBeforeNext / 1_000), 1), WINDOW_S);
  return { limit: limiter.points, remaining: state.remainingPoints, resetS, isOverdrawn };
}

/** A balance as headers of an answer. */
export function balanceHeaders({
  limit,
  remaining,
  resetS,
  isOverdrawn,
}: Balance): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(resetS),
    ...(isOverdrawn ? { 'retry-after': String(resetS) } : {}),
  };
}
