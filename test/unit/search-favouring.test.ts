import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  blocksAround,
  favouredFirst,
  helpfulness,
} from '../../src/infra/search/finding/favouring.js';

const NOW = Date.UTC(2026, 10, 30);
const YEAR = 365.25 * 86_400_000;
const hit = (slot: number, score: number) => ({ slot, score, weight: 1 });
const votesAt = () => 0;
const occurredAt = () => NOW;
/** Years before now in which the document at a slot happened. */
const yearsAgo = (...years: number[]) => ({
  votesAt,
  occurredAt: (slot: number) => NOW - (years[slot] ?? Number.NaN) * YEAR,
});
const votes = (...counts: number[]) => ({
  occurredAt,
  votesAt: (slot: number) => counts[slot] ?? 0,
});
const order = (hits: readonly { slot: number }[]) => hits.map(({ slot }) => slot);

describe('later cases', () => {
  const later = { now: NOW };

  it('come before earlier ones that match alike', () => {
    const hits = favouredFirst([hit(0, 1), hit(1, 1), hit(2, 1)], yearsAgo(9, 1, 0), later);
    expect(order(hits)).toEqual([2, 1, 0]);
    expect(hits[0]?.score).toBeCloseTo(1.03);
  });

  it('do not come before what matches better', () => {
    expect(order(favouredFirst([hit(0, 1), hit(1, 0.96)], yearsAgo(9, 0), later))).toEqual([0, 1]);
  });

  it('are no better for happening in the future, or at a time that nobody knows', () => {
    const hits = favouredFirst([hit(0, 1), hit(1, 1)], yearsAgo(-5, Number.NaN), later);
    expect(hits.map(({ score }) => score)).toEqual([1.03, 1]);
  });

  it('change places within blocks only, which are the same for every page', () => {
    expect(blocksAround(20, 0)).toEqual({ limit: 100, offset: 0 });
    expect(blocksAround(20, 90)).toEqual({ limit: 200, offset: 0 });
    expect(blocksAround(100, 200)).toEqual({ limit: 100, offset: 200 });
    const hits = Array.from({ length: 150 }, (_, slot) => hit(slot, 1));
    // The last one is the only one of today.
    const dates = { votesAt, occurredAt: (slot: number) => (slot === 149 ? NOW : 0) };
    const found = favouredFirst(hits, dates, later);
    expect(found.findIndex(({ slot }) => slot === 149)).toBe(100);
  });
});

describe('cases that helped', () => {
  const helpful = { favoursHelpful: true };

  it('come before those that helped fewer and match alike', () => {
    const hits = favouredFirst([hit(2, 1), hit(1, 1), hit(0, 1)], votes(9, 1, 0), helpful);
    expect(order(hits)).toEqual([0, 1, 2]);
    expect(hits[2]?.score).toBe(1);
  });

  it('do not come before what matches better, however many they helped', () => {
    expect(order(favouredFirst([hit(0, 1), hit(1, 0.97)], votes(0, 1e9), helpful))).toEqual([0, 1]);
  });

  it('are favoured apart from what is later', () => {
    const documents = { ...yearsAgo(0, 9), votesAt: (slot: number) => (slot === 1 ? 20 : 0) };
    const hits = [hit(1, 1), hit(0, 1)];
    expect(order(favouredFirst(hits, documents, { now: NOW }))).toEqual([0, 1]);
    expect(order(favouredFirst(hits, documents, helpful))).toEqual([1, 0]);
    const [both] = favouredFirst(
      [hit(0, 1)],
      { occurredAt, votesAt: () => 1e9 },
      {
        now: NOW,
        ...helpful,
      },
    );
    expect(both?.score).toBeCloseTo(1.06);
  });

  it('are better by each vote, by less and less, and never by more than all of it', () => {
    const few = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(few, (count) => {
        const [before, at, after] = [count, count + 1, count + 2].map(helpfulness) as [
          number,
          number,
          number,
        ];
        expect(at).toBeGreaterThan(before);
        expect(after - at).toBeLessThan(at - before);
        expect(after).toBeLessThan(1);
      }),
    );
    expect(helpfulness(0)).toBe(0);
    expect(helpfulness(10)).toBeGreaterThan(0.95);
    expect(helpfulness(1e9)).toBe(1);
  });

  it('keep their places against each other where scores differ by more than is given for votes', () => {
    const score = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, fc.nat(), fc.nat(), (lower, one, other) => {
        const hits = [hit(0, lower * 1.0301), hit(1, lower)];
        expect(order(favouredFirst(hits, votes(one, other), helpful))).toEqual([0, 1]);
      }),
    );
  });
});
