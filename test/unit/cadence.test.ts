import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plusDays } from '../../src/core/working-days.js';
import {
  dueAt,
  lastUpTo,
  nextAfter,
  occurrenceOn,
  readRule,
  timingOf,
  type Cadence,
} from '../../src/core/cadence.js';

const cadence = (rule: string, startsOn: string, more: Partial<Cadence> = {}): Cadence => ({
  rule,
  startsOn,
  zone: 'UTC',
  time: '09:00',
  graceDays: 0,
  validFrom: startsOn,
  validUntil: null,
  ...more,
});

const days = (rule: string, startsOn: string, count: number): string =>
  nextAfter([cadence(rule, startsOn)], plusDays(startsOn, -1), count)
    .map(({ dueOn }) => dueOn)
    .join(' ');

describe('the days of a rule', () => {
  it.each([
    ['FREQ=DAILY;INTERVAL=10', '2026-12-20', '2026-12-20 2026-12-30 2027-01-09'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '2026-01-01', '2026-01-12 2026-01-14 2026-01-26'],
    // Where the week begins decides which weeks are left out: the example of RFC 5545.
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO',
      '1997-08-05',
      '1997-08-05 1997-08-10 1997-08-19',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      '1997-08-05 1997-08-17 1997-08-19',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-01-31 2026-03-31 2026-05-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31 2026-02-28 2026-03-31'],
    ['FREQ=MONTHLY;BYDAY=1TU', '2026-11-28', '2026-12-01 2027-01-05 2027-02-02'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-28', '2026-12-25 2027-01-29 2027-02-26'],
    ['FREQ=MONTHLY;BYDAY=5FR', '2026-01-01', '2026-01-30 2026-05-29 2026-07-31'],
    // The last working day of a month, and the third of three kinds of days.
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-01',
      '2026-01-30 2026-02-27 2026-03-31',
    ],
    ['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997-09-04 1997-10-07 1997-11-06'],
    ['FREQ=YEARLY', '2024-02-29', '2024-02-29 2028-02-29 2032-02-29'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2026-01-01', '2026-02-28 2027-02-28 2028-02-29'],
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2026-01-01', '2026-12-28 2032-12-27 2037-12-28'],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1997-05-19 1998-05-18 1999-05-17'],
    ['FREQ=DAILY;COUNT=2', '2026-12-31', '2026-12-31 2027-01-01'],
    ['FREQ=WEEKLY;UNTIL=20261231', '2026-12-24', '2026-12-24 2026-12-31'],
  ])('%s from %s are %s', (rule, startsOn, expected) => {
    expect(days(rule, startsOn, 3)).toBe(expected);
  });

  it('are the same looking ahead and looking back', () => {
    const rules = fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3;COUNT=40',
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=WEEKLY;INTERVAL=3',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR',
      'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1',
    );
    fc.assert(
      fc.property(rules, fc.nat(1_000), fc.integer({ min: 1, max: 20 }), (rule, start, count) => {
        const all = [cadence(rule, plusDays('2024-02-28', start))];
        const ahead = nextAfter(all, '2020-01-01', count);
        const last = ahead.at(-1)?.dueOn ?? '';
        expect(lastUpTo(all, last, count)).toEqual(ahead);
        expect(ahead.every(({ dueOn }) => occurrenceOn(all, dueOn)?.dueOn === dueOn)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a rule', () => {
  it('is kept in one spelling, its end as a day', () => {
    expect(readRule(' rrule:freq=weekly;byday=mo;until=20261231T235959Z ', '2026-01-01')).toBe(
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231',
    );
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=MINUTELY;INTERVAL=1440',
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1000000000000',
    'FREQ=DAILY;COUNT=100000',
    'FREQ=DAILY;COUNT=2;UNTIL=20300101',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;UNTIL=20251231',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9',
    'BYDAY=MO',
    'every Monday',
    '',
    'FREQ=DAILY\nDTSTART:20200101',
  ])('is refused as %j', (rule) => {
    expect(() => readRule(rule, '2026-01-01')).toThrow(Error);
  });

  it('is refused or read in an instant, whatever is written', () => {
    const frequency = fc
      .constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
      .map((each) => `FREQ=${each}`);
    const part = fc.tuple(
      fc.constantFrom(
        'INTERVAL',
        'UNTIL',
        'BYDAY',
        'BYMONTH',
        'BYMONTHDAY',
        'BYSETPOS',
        'COUNT',
        'X',
      ),
      fc.constantFrom('20270101', '1', '-1', '31', '2', 'MO', '5FR', '1,2'),
    );
    fc.assert(
      fc.property(frequency, fc.array(part, { maxLength: 3 }), (first, parts) => {
        const text = [first, ...parts.map((each) => each.join('='))].join(';');
        let rule;
        try {
          rule = readRule(text, '2026-01-01');
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        const [next] = nextAfter([cadence(rule, '2026-01-01')], '2025-12-31', 1);
        expect(next).toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a change of the cadence', () => {
  it('leaves the days before it as they were', () => {
    const weekly = cadence('FREQ=WEEKLY;BYDAY=MO', '2026-11-02', { validUntil: '2026-11-17' });
    const daily = cadence('FREQ=DAILY', '2026-11-18');
    const all = [weekly, daily];
    expect(lastUpTo(all, '2026-11-19', 4).map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-18',
      '2026-11-19',
    ]);
    expect(nextAfter(all, '2026-11-10', 2).map(({ cadence: { rule } }) => rule)).toEqual([
      weekly.rule,
      daily.rule,
    ]);
    expect(occurrenceOn(all, '2026-11-23')?.cadence).toBe(daily);
    expect(occurrenceOn(all, '2026-11-17')).toBeUndefined();
  });
});

describe('an occurrence', () => {
  const at = (zone: string, dueOn: string, time = '09:00'): string =>
    dueAt({ dueOn, cadence: cadence('FREQ=DAILY', dueOn, { zone, time }) }).toISOString();

  it.each([
    ['Asia/Taipei', '2026-11-28', '09:00', '2026-11-28T01:00:00.000Z'],
    ['America/New_York', '2026-03-07', '09:00', '2026-03-07T14:00:00.000Z'],
    ['America/New_York', '2026-03-08', '09:00', '2026-03-08T13:00:00.000Z'],
    // A time that the clock leaves out is as much later; one that it shows twice is the first.
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
    ['+08:00', '2027-01-01', '00:00', '2026-12-31T16:00:00.000Z'],
  ])('in %s on %s at %s is due at %s', (zone, day, time, expected) => {
    expect(at(zone, day, time)).toBe(expected);
  });

  it.each([
    ['2026-11-28T00:59:59Z', 'UPCOMING'],
    ['2026-11-28T01:00:00Z', 'DUE'],
    ['2026-11-30T15:59:59Z', 'DUE'],
    ['2026-11-30T16:00:00Z', 'MISSED'],
  ])('of Taipei with two days of grace is at %s %s', (now, expected) => {
    const dueOn = '2026-11-28';
    const of = cadence('FREQ=WEEKLY', dueOn, { zone: 'Asia/Taipei', graceDays: 2 });
    expect(timingOf({ dueOn, cadence: of }, new Date(now))).toBe(expected);
  });
});
