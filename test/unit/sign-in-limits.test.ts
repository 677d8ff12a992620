import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { RateLimitedError } from '../../src/core/errors.js';
import { networkOf } from '../../src/features/identity/network-of.js';
import { Counters } from '../../src/infra/counters.js';
import {
  SIGN_IN_LIMITS,
  SignInLimits,
} from '../../src/features/identity/sign-in-limits.service.js';

let now: number;
let limits: SignInLimits;
beforeEach(() => {
  now = Date.parse('2026-03-02T09:00:00Z');
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  limits = new SignInLimits(Counters.inMemory());
});
afterEach(() => {
  jest.restoreAllMocks();
});

const ADDRESS = '198.51.100.7';

/** Seconds to wait before the attempt may be made; 0 if it may, and is counted. */
async function tryOnce(account: string, address: string | null = ADDRESS): Promise<number> {
  try {
    await limits.begin({ account, address });
    return 0;
  } catch (error) {
    if (error instanceof RateLimitedError) return error.retryAfterS;
    throw error;
  }
}

const wait = (seconds: number): void => {
  now += seconds * 1_000;
};

describe('the limit of an account', () => {
  it('lets four go wrong, then makes each next one wait twice as long, and ten are all there are', async () => {
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= SIGN_IN_LIMITS.perAccount; attempt++) {
      expect(await tryOnce('ada')).toBe(0);
      const pause = await tryOnce('ada');
      if (attempt < SIGN_IN_LIMITS.pauseFrom) {
        // It was one more that went wrong.
        attempt++;
        expect(pause).toBe(0);
      } else {
        pauses.push(pause);
        wait(pause);
      }
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64]);
    const rest = await tryOnce('ada');
    expect(rest).toBe(SIGN_IN_LIMITS.windowS - (2 + 4 + 8 + 16 + 32 + 64));
    wait(rest);
    expect(await tryOnce('ada')).toBe(0);
  });

  it('starts anew after a success', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await tryOnce('ada');
    expect(await tryOnce('ada')).toBe(2);
    await limits.succeed({ account: 'ada', address: ADDRESS });
    for (let attempt = 0; attempt < 5; attempt++) expect(await tryOnce('ada')).toBe(0);
  });

  it('counts a thousand at once like a thousand in a row', async () => {
    const results = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => tryOnce('ada', `198.51.${n % 256}.${n >> 8}`)),
    );
    expect(results.filter((seconds) => seconds === 0).length).toBeLessThanOrEqual(10);
  });

  it('holds for that account only, and asks for no address', async () => {
    for (let attempt = 0; attempt < 6; attempt++) await tryOnce('ada', null);
    expect(await tryOnce('ada', null)).toBe(2);
    expect(await tryOnce('grace', null)).toBe(0);
  });

  it('does not wait longer than its window where the clock was set back', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await tryOnce('ada');
    wait(-10 * 365 * 86_400);
    expect(await tryOnce('ada')).toBe(SIGN_IN_LIMITS.windowS);
  });
});

describe('the limit of an address', () => {
  it('stops one that tries one account after the other, and uses up nobody’s attempts', async () => {
    for (let attempt = 0; attempt < SIGN_IN_LIMITS.perAddress; attempt++) {
      expect(await tryOnce(`account ${attempt}`)).toBe(0);
    }
    for (let attempt = 0; attempt < 20; attempt++) expect(await tryOnce('ada')).toBe(900);
    expect(await tryOnce('ada', '203.0.113.1')).toBe(0);
    wait(900);
    expect(await tryOnce('grace')).toBe(0);
  });

  it('is not used up by those who sign in', async () => {
    for (let attempt = 0; attempt < 100; attempt++) {
      expect(await tryOnce('ada')).toBe(0);
      await limits.succeed({ account: 'ada', address: ADDRESS });
    }
  });
});

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
