import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  among,
  atLeast,
  below,
  every,
  not,
  quotable,
  render,
  spelledOut,
} from '../../src/infra/search/meilisearch/filter.js';
import { readFilter } from '../support/meili/filter-expression.js';

const ATTRIBUTES = new Set(['space', 'tag_c', 'occurred_at']);

describe('a filter for Meilisearch', () => {
  it('is written as it reads it', () => {
    const filter = every([
      among('space', ['organization', 'case:7']),
      not(among('tag_c', ['dns'])),
      every([atLeast('occurred_at', 5), below('occurred_at', 9)]),
      every([]),
    ]);
    expect(render(filter)).toBe(
      '(space IN ["organization", "case:7"]) AND (NOT (tag_c IN ["dns"])) AND ((occurred_at >= 5) AND (occurred_at < 9))',
    );
    expect(render(every([]))).toBe('');
  });

  it('lets nothing pass where there is no value, and refuses what is no value', () => {
    const none = readFilter(render(among('space', [])), ATTRIBUTES);
    expect(none({ space: 'organization' })).toBe(false);
    expect(() => render(among('space', ['a" OR space != "a']))).toThrow('quotable');
    expect(() => render(among('space = 1 OR space', ['a']))).toThrow('attribute');
    expect(() => render(below('occurred_at', Number.NaN))).toThrow('number');
    expect(() => render(not(every([])))).toThrow('Nothing passes');
  });

  it('holds for the values that were meant, and for no other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [space, other] = [spelledOut(a), spelledOut(b)];
        const holds = readFilter(render(among('space', [space])), ATTRIBUTES);
        expect(holds({ space })).toBe(true);
        expect(holds({ space: other })).toBe(a === b);
        const tag = quotable(a);
        expect(readFilter(render(among('tag_c', [tag])), ATTRIBUTES)({ tag_c: [tag] })).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells spaces apart that differ in capital letters only', () => {
    expect(spelledOut('case:A').toLowerCase()).not.toBe(spelledOut('case:a').toLowerCase());
  });
});
