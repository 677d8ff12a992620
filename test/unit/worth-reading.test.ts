import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Severity } from '../../src/core/vocabulary.js';
import { worthReading, type Published } from '../../src/features/digest/worth-reading.js';

const WEEK = 7 * 86_400_000;
const END = Date.parse('2026-11-23T00:00:00Z');
const ago = (weeks: number): Date => new Date(END - weeks * WEEK);
const aCase = (id: string, weeks: number, more: Partial<Published> = {}): Published => ({
  id,
  number: Number(/\d+$/u.exec(id)?.[0] ?? 0),
  publishedAt: ago(weeks),
  severity: null,
  isOwn: false,
  ...more,
});
const told = (cases: readonly Published[], end = END) => worthReading(cases, new Date(end));

describe('the case to read', () => {
  it('is of an own service rather than another, and of those the gravest', () => {
    const cases = [
      aCase('grave', 0.5, { severity: 'SEV1' }),
      aCase('own', 0.5, { severity: 'SEV4', isOwn: true }),
      aCase('own and grave', 0.6, { severity: 'SEV2', isOwn: true }),
    ];
    expect(told(cases)).toEqual({ postmortemId: 'own and grave', reason: 'NEW_OF_OWN' });
    expect(told(cases.slice(0, 1))).toEqual({ postmortemId: 'grave', reason: 'NEW' });
  });

  it('is an earlier one where nothing is new, and none where nothing is left', () => {
    // Odd ones and even ones: each half has its turn in every second week.
    const old = [aCase('1', 20), aCase('2', 20), aCase('own 1', 22, { isOwn: true })];
    const turns = Array.from({ length: 4 }, (_, weeks) => told(old, END + weeks * WEEK));
    expect(turns.map((turn) => turn?.postmortemId)).toEqual(['2', 'own 1', '2', 'own 1']);
    expect(turns.map((turn) => turn?.reason)).toEqual(['AGAIN', 'OF_OWN', 'AGAIN', 'OF_OWN']);
    expect(told([aCase('very old 1', 40), aCase('very old 2', 40)])).toBeNull();
    expect(told([aCase('not yet 1', -1), aCase('not yet 2', -1)])).toBeNull();
  });

  it('does not depend on what is published after the week', () => {
    const severity = fc.constantFrom<Severity | null>('SEV1', 'SEV2', 'SEV3', null);
    const published = fc.record({
      id: fc.uuid(),
      number: fc.nat(),
      publishedAt: fc.integer({ min: -10, max: 300 }).map((days) => ago(days / 7)),
      severity,
      isOwn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(published, { selector: ({ number }) => number }), (cases) => {
        const known = cases.filter(({ publishedAt }) => publishedAt < new Date(END));
        expect(told(cases)).toEqual(told(known));
      }),
    );
  });

  it('is not that of the week before', () => {
    const published = fc.record({
      id: fc.uuid(),
      number: fc.nat(),
      publishedAt: fc.integer({ min: 1, max: 180 }).map((days) => ago(days / 7)),
      severity: fc.constantFrom<Severity | null>('SEV1', 'SEV3', null),
      isOwn: fc.constant(false),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(published, {
          selector: ({ number }) => number,
          minLength: 3,
          maxLength: 12,
        }),
        (cases) => {
          const before = told(cases, END - WEEK);
          if (before) expect(told(cases)?.postmortemId).not.toBe(before.postmortemId);
        },
      ),
    );
  });
});
