import { describe, expect, test } from '@jest/globals';

import { placesOf, spansOf } from '../../src/web/ui/milestones.js';
import { instantOf, isZone, offsetName, typedOf, zoneName } from '../../src/web/ui/zone.js';

describe('what is typed in a zone', () => {
  test.each([
    ['2026-03-11 19:06', 'Asia/Taipei', '2026-03-11T11:06:00.000Z'],
    ['2026/3/11 9:06', '+08:00', '2026-03-11T01:06:00.000Z'],
    ['2026年3月11日 19：06', 'Asia/Shanghai', '2026-03-11T11:06:00.000Z'],
    ['2026-03-11T19:06:30.123', 'UTC', '2026-03-11T19:06:30.000Z'],
    ['2026-03-11 19:06Z', 'Asia/Taipei', '2026-03-11T19:06:00.000Z'],
    ['2026-03-11 19:06 -0530', 'Asia/Taipei', '2026-03-12T00:36:00.000Z'],
    // An hour that comes twice is the first one, one that does not come is as much later.
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  ])('%s in %s', (text, zone, at) => {
    expect(instantOf(text, zone)).toBe(at);
  });

  test('a time alone is one of the day that is known', () => {
    expect(instantOf('19:06', 'Asia/Taipei', '2026-03-11')).toBe('2026-03-11T11:06:00.000Z');
    expect(instantOf('19:06', 'Asia/Taipei')).toBeNull();
  });

  test.each([
    '',
    'soon',
    '2026-02-30 10:00',
    '2026-03-11 25:00',
    '2026-03-11 10:61',
    '2026-13-01 1:00',
  ])('is no instant: %j', (text) => {
    expect(instantOf(text, 'UTC')).toBeNull();
  });

  test('what is shown can be typed again', () => {
    for (const zone of ['Asia/Kathmandu', 'America/St_Johns', '-03:30', 'UTC']) {
      const at = '2026-07-01T13:37:05.000Z';
      expect(instantOf(typedOf(at, zone), zone)).toBe(at);
    }
  });

  test('zones have names and offsets', () => {
    const at = '2026-07-01T00:00:00Z';
    expect(zoneName('Asia/Taipei', at)).toBe('Taipei (UTC+8)');
    expect(zoneName('+05:30', at)).toBe('UTC+5:30');
    expect(zoneName('UTC', at)).toBe('UTC');
    expect(offsetName(at, 'America/New_York')).toBe('UTC−4');
    expect(isZone('Mars/Olympus')).toBe(false);
  });
});

describe('the axis of an incident', () => {
  const minute = 60_000;

  test('marks keep apart, in proportion where there is room', () => {
    const { places, cutAfter } = placesOf([0, 0, 10 * minute, 20 * minute]);
    expect(cutAfter).toBeNull();
    expect(places[1]).toBeGreaterThan(0.02);
    expect(places.at(-1)).toBeCloseTo(1);
  });

  test('a wait that dwarfs all else is cut', () => {
    const { places, cutAfter } = placesOf([0, 4 * minute, 11 * minute, 3_000 * minute]);
    expect(cutAfter).toBe(2);
    expect(places[2]).toBeCloseTo(0.65);
  });

  test('one mark, and marks at one time, have places', () => {
    expect(placesOf([5]).places).toEqual([0]);
    expect(placesOf([5, 5]).places).toEqual([0, 1]);
  });

  test('a span that would be negative is not measured', () => {
    const none = {
      startedAt: null,
      detectedAt: null,
      acknowledgedAt: null,
      identifiedAt: null,
      mitigatedAt: null,
      resolvedAt: null,
      verifiedAt: null,
    };
    const spans = spansOf({
      ...none,
      startedAt: '2026-01-01T00:05:00Z',
      detectedAt: '2026-01-01T00:00:00Z',
      resolvedAt: '2026-01-01T00:35:00Z',
    });
    expect(spans).toEqual([{ name: 'TTR', from: 'startedAt', to: 'resolvedAt', seconds: 1_800 }]);
  });
});
