import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { editDistance } from '../../src/core/text/edit-distance.js';
import { differsBy, lettersOf } from '../../src/infra/search/finding/letters.js';

const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnorstuvé库'), maxLength: 12 });

describe('the letters of words', () => {
  it('differ by two at most for each letter added, dropped, changed or swapped', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const letters = differsBy(lettersOf(one), lettersOf(other));
        expect(letters).toBeLessThanOrEqual(2 * editDistance(one, other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tell most words apart that are none of each other', () => {
    expect(differsBy(lettersOf('timeout'), lettersOf('timeout'))).toBe(0);
    expect(differsBy(lettersOf('reqeust'), lettersOf('request'))).toBe(0);
    expect(differsBy(lettersOf('database'), lettersOf('failover'))).toBeGreaterThan(4);
  });
});
