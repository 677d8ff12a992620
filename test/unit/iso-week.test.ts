import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FupanError } from '../../src/core/errors.js';
import type { Weekday } from '../../src/core/working-days.js';
import { boundsOf, instantIn, weekAt, weekOf, weeksAfter } from '../../src/core/iso-week.js';
import * as inBrowser from '../../src/web/digest/week.js';

const HOUR_MS = 3_600_000;

describe('a week', () => {
  it.each([
    ['2026-W47', '2026-11-16'],
    ['2026-w01', '2025-12-29'],
    ['2026-W53', '2026-12-28'],
    ['2027-W01', '2027-01-04'],
    ['2020-W53', '2020-12-28'],
    ['2021-W01', '2021-01-04'],
  ])('%s begins on %s', (text, monday) => {
    expect(weekOf(text)).toEqual({ text: text.toUpperCase(), monday });
  });

  it.each(['', '2026-47', '2026-W00', '2026-W54', '2027-W53', '2025-W53', '2026-W7', '0000-W01'])(
    '%j is none',
    (text) => {
      expect(() => weekOf(text)).toThrow(FupanError);
    },
  );

  it.each([
    ['2026-12-31T23:59:59Z', 'UTC', '2026-W53'],
    ['2027-01-03T23:59:59Z', 'UTC', '2026-W53'],
    ['2027-01-03T15:59:59Z', 'Asia/Taipei', '2026-W53'],
    ['2027-01-03T16:00:00Z', 'Asia/Taipei', '2027-W01'],
    ['2027-01-04T04:59:59Z', 'America/New_York', '2026-W53'],
    ['2027-01-04T05:00:00Z', 'America/New_York', '2027-W01'],
  ])('%s in %s is in %s', (instant, zone, week) => {
    expect(weekAt(new Date(instant), zone).text).toBe(week);
  });

  it('has 169 hours where clocks go back, and 167 where they go forward', () => {
    const hours = (text: string, zone: string): number => {
      const { from, until } = boundsOf(weekOf(text), zone);
      return (until.getTime() - from.getTime()) / HOUR_MS;
    };
    expect(hours('2026-W44', 'America/New_York')).toBe(169);
    expect(hours('2026-W10', 'America/New_York')).toBe(167);
    expect(hours('2026-W44', 'Asia/Taipei')).toBe(168);
    expect(hours('2026-W43', 'Europe/Berlin')).toBe(169);
  });

  it('ends where the next begins, whatever the zone, and holds what is within it', () => {
    const zones = ['Asia/Taipei', 'America/New_York', 'UTC', 'Australia/Lord_Howe', '+05:45'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const week = weekAt(instant, zone);
          const { from, until } = boundsOf(week, zone);
          expect(weekOf(week.text)).toEqual(week);
          expect(from.getTime()).toBeLessThanOrEqual(instant.getTime());
          expect(until.getTime()).toBeGreaterThan(instant.getTime());
          expect(boundsOf(weeksAfter(week, 1), zone).from).toEqual(until);
          expect(weeksAfter(weeksAfter(week, 1), -1)).toEqual(week);
        },
      ),
    );
  });

  it('is the same in the browser', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (instant, weeks) => {
        const week = weekAt(instant, 'UTC');
        expect(inBrowser.weekOf(instant)).toBe(week.text);
        expect(inBrowser.weeksAfter(week.text, weeks)).toBe(weeksAfter(week, weeks).text);
      }),
    );
    expect(inBrowser.weeksAfter('next', 1)).toBe('next');
  });
});

describe('an hour of a week', () => {
  const at = (week: string, weekday: Weekday, hour: number, zone: string): string =>
    instantIn(weekOf(week), { weekday, hour }, zone).toISOString();

  it('is that of the clock in the zone', () => {
    expect(at('2026-W48', 1, 9, 'Asia/Taipei')).toBe('2026-11-23T01:00:00.000Z');
    expect(at('2026-W53', 5, 0, 'America/New_York')).toBe('2027-01-01T05:00:00.000Z');
  });

  it('is the next one where it is left out, and the first where it comes twice', () => {
    expect(at('2027-W10', 7, 2, 'America/New_York')).toBe('2027-03-14T07:00:00.000Z');
    expect(at('2027-W44', 7, 1, 'America/New_York')).toBe('2027-11-07T05:00:00.000Z');
  });
});
