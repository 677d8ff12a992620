import { Injectable } from '@nestjs/common';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

import { RateLimitedError } from '../../core/errors.js';
import { Counters } from '../../infra/counters.js';
import { networkOf } from './network-of.js';
import { secretHash } from './secret.js';

/** How often somebody may be wrong. */
export const SIGN_IN_LIMITS = {
  windowS: 15 * 60,
  perAccount: 10,
  perAddress: 30,
  /** From this failure on there is a pause: 2 s, then 4 s, 8 s … */
  pauseFrom: 5,
} as const;

/** One attempt at an account, from an address; null where it came over no network. */
export interface Attempt {
  /** Whatever the attempts are counted under; the account need not exist. */
  readonly account: string;
  readonly address: string | null;
}

/**
 * Keeps people from guessing passwords. An attempt counts before it is known how it ends, so that a
 * thousand at once are no way around it; a success takes it back. Nobody is locked out for good:
 * every count ends after 15 minutes.
 */
@Injectable()
export class SignInLimits {
  readonly #accounts: RateLimiterAbstract;
  readonly #addresses: RateLimiterAbstract;
  readonly #pauses: RateLimiterAbstract;

  constructor(counters: Counters) {
    const { perAccount, perAddress, windowS } = SIGN_IN_LIMITS;
    this.#accounts = counters.counter('sign-in account', perAccount, windowS);
    this.#addresses = counters.counter('sign-in address', perAddress, windowS);
    this.#pauses = counters.counter('sign-in pause', 1, windowS);
  }

  /**
   * Counts an attempt; ask before the password is looked at.
   * @throws RateLimitedError if there were too many, or the last one was a moment ago
   */
  async begin({ account, address }: Attempt): Promise<void> {
    // Whatever somebody types is of one length, and is not kept.
    const key = secretHash(account);
    const pause = await this.#pauses.get(key);
    if (pause && pause.msBeforeNext > 0) throw limited(pause);
    // Whoever is stopped by their address must not use up the attempts of somebody else.
    if (address !== null) await consume(this.#addresses, networkOf(address));
    const { consumedPoints } = await consume(this.#accounts, key);
    const beyond = consumedPoints - SIGN_IN_LIMITS.pauseFrom;
    if (beyond >= 0) await this.#pauses.set(key, 1, 2 ** (beyond + 1));
  }

  /** Says that an attempt has succeeded, so that it counts for nothing. */
  async succeed({ account, address }: Attempt): Promise<void> {
    const key = secretHash(account);
    await this.#accounts.delete(key);
    await this.#pauses.delete(key);
    if (address !== null) await this.#addresses.reward(networkOf(address));
  }
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (error) {
    throw error instanceof RateLimiterRes ? limited(error) : error;
  }
}

/** The seconds are bounded, should somebody have set the clock of the machine back. */
function limited({ msBeforeNext }: RateLimiterRes): RateLimitedError {
  const seconds = Math.ceil(msBeforeNext / 1_000);
  return new RateLimitedError(Math.min(Math.max(seconds, 1), SIGN_IN_LIMITS.windowS));
}
