import { describe, expect, it } from '@jest/globals';

import { Turnstile } from '../../src/features/identity/turnstile.js';

describe('a turnstile', () => {
  it('lets so many run at once and the others in their order, also after one that failed', async () => {
    const turnstile = new Turnstile(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const works = Array.from({ length: 6 }, (_, n) =>
      turnstile
        .run(async () => {
          begun.push(n);
          most = Math.max(most, ++running);
          await new Promise<void>((resolve) => ends.push(resolve));
          running--;
          if (n % 2 === 0) throw new Error('failed');
          return n;
        })
        .catch(() => -1),
    );
    while (begun.length < 6 || running > 0) {
      ends.shift()?.();
      await Promise.resolve();
    }
    expect(await Promise.all(works)).toEqual([-1, 1, -1, 3, -1, 5]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect(await turnstile.run(() => Promise.resolve('free'))).toBe('free');
  });
});
