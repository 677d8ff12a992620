import { describe, expect, it } from '@jest/globals';

import { blocksAround, laterFirst } from '../../src/infra/search/finding/recency.js';

const NOW = Date.UTC(2026, 10, 30);
const YEAR = 365.25 * 86_400_000;
const hit = (slot: number, score: number) => ({ slot, score, weight: 1 });
/** Years before now in which the document at a slot happened. */
const yearsAgo =
  (...years: number[]) =>
  (slot: number) =>
    NOW - (years[slot] ?? Number.NaN) * YEAR;

describe('later cases', () => {
  it('come before earlier ones that match alike', () => {
    const hits = laterFirst([hit(0, 1), hit(1, 1), hit(2, 1)], yearsAgo(9, 1, 0), NOW);
    expect(hits.map(({ slot }) => slot)).toEqual([2, 1, 0]);
    expect(hits[0]?.score).toBeCloseTo(1.03);
  });

  it('do not come before what matches better', () => {
    const hits = laterFirst([hit(0, 1), hit(1, 0.96)], yearsAgo(9, 0), NOW);
    expect(hits.map(({ slot }) => slot)).toEqual([0, 1]);
  });

  it('are no better for happening in the future, or at a time that nobody knows', () => {
    const hits = laterFirst([hit(0, 1), hit(1, 1)], yearsAgo(-5, Number.NaN), NOW);
    expect(hits.map(({ score }) => score)).toEqual([1.03, 1]);
  });

  it('change places within blocks only, which are the same for every page', () => {
    expect(blocksAround(20, 0)).toEqual({ limit: 100, offset: 0 });
    expect(blocksAround(20, 90)).toEqual({ limit: 200, offset: 0 });
    expect(blocksAround(100, 200)).toEqual({ limit: 100, offset: 200 });
    const hits = Array.from({ length: 150 }, (_, slot) => hit(slot, 1));
    // The last one is the only one of today.
    const found = laterFirst(hits, (slot) => (slot === 149 ? NOW : 0), NOW);
    expect(found.findIndex(({ slot }) => slot === 149)).toBe(100);
  });
});
