import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  dayIn,
  daysBetween,
  plusDays,
  USUAL_WEEK,
  WorkingDays,
  type SpecialDays,
  type Weekday,
  type WorkingWeek,
} from '../../src/core/working-days.js';

const special = (from: string, to: string, isWorked: boolean): SpecialDays => ({
  ...{ from, to, isWorked },
  name: isWorked ? '補班' : '春節',
});

/** The new year of 2026 on the mainland: nine days off, and two days off the week worked for them. */
const SHANGHAI: WorkingWeek = {
  zone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  specialDays: [
    special('2026-02-15', '2026-02-23', false),
    special('2026-02-14', '2026-02-14', true),
    special('2026-02-28', '2026-02-28', true),
  ],
};

const dayArbitrary = fc
  .integer({ min: -400, max: 400 })
  .map((days) => plusDays('2026-02-16', days));
const weekArbitrary: fc.Arbitrary<WorkingWeek> = fc.record({
  zone: fc.constant('UTC'),
  weekdays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
  specialDays: fc.array(
    fc
      .tuple(dayArbitrary, fc.nat(20), fc.boolean())
      .map(([from, length, isWorked]) => special(from, plusDays(from, length), isWorked)),
    { maxLength: 20 },
  ),
});

/** The same by looking at one day after another. */
function isWorked({ weekdays, specialDays }: WorkingWeek, day: string): boolean {
  const naming = specialDays.filter(({ from, to }) => from <= day && day <= to);
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() || 7) as Weekday;
  if (naming.length === 0) return weekdays.includes(weekday);
  return naming.some((each) => each.isWorked);
}

describe('working days', () => {
  it('skip weekends and holidays, and count the days that make up for them', () => {
    const days = new WorkingDays(SHANGHAI);
    expect(days.isWorkingDay('2026-02-14')).toBe(true);
    expect(days.isWorkingDay('2026-02-16')).toBe(false);
    expect(days.addWorkingDays('2026-02-13', 1)).toBe('2026-02-14');
    expect(days.addWorkingDays('2026-02-13', 2)).toBe('2026-02-24');
    expect(days.addWorkingDays('2026-02-24', -1)).toBe('2026-02-14');
    expect(days.workingDaysBetween('2026-02-13', '2026-03-01')).toBe(6);
  });

  it('go over the end of a year and a leap day', () => {
    const days = new WorkingDays(USUAL_WEEK);
    expect(days.addWorkingDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(days.addWorkingDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(days.workingDaysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(days.workingDaysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('are counted as by looking at one day after another', () => {
    fc.assert(
      fc.property(weekArbitrary, dayArbitrary, fc.nat(120), (week, from, length) => {
        const days = new WorkingDays(week);
        const walked = Array.from({ length }, (_, at) => plusDays(from, at + 1));
        expect(days.workingDaysBetween(from, plusDays(from, length))).toBe(
          walked.filter((day) => isWorked(week, day)).length,
        );
        expect(days.isWorkingDay(from)).toBe(isWorked(week, from));
      }),
    );
  });

  it('lead there and back', () => {
    const steps = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(weekArbitrary, dayArbitrary, steps, (week, from, n) => {
        const days = new WorkingDays(week);
        const later = days.addWorkingDays(from, n);
        expect(days.isWorkingDay(later)).toBe(true);
        expect(days.workingDaysBetween(from, later)).toBe(n);
        const earlier = days.addWorkingDays(from, -n);
        expect(days.isWorkingDay(earlier)).toBe(true);
        // What is worked before the day begins.
        expect(days.workingDaysBetween(earlier, plusDays(from, -1)) + 1).toBe(n);
        if (days.isWorkingDay(from)) expect(days.addWorkingDays(later, -n)).toBe(from);
      }),
    );
  });

  it('end with the calendar instead of being looked for for ever', () => {
    const days = new WorkingDays(USUAL_WEEK);
    expect(() => days.addWorkingDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => days.addWorkingDays('2026-01-01', -(2 ** 40))).toThrow(RangeError);
    expect(() => days.addWorkingDays('2026-01-01', 0.5)).toThrow(RangeError);
  });

  it('are of no calendar in which no day of the week is worked', () => {
    expect(() => new WorkingDays({ ...USUAL_WEEK, weekdays: [] })).toThrow(RangeError);
  });

  it.each([
    ['2026-02-02', '2026-02-01'],
    ['2026-01-01', '2027-01-02'],
    ['2026-02-30', '2026-02-31'],
  ])('are of no calendar with a holiday from %s to %s', (from, to) => {
    const specialDays = [special(from, to, false)];
    expect(() => new WorkingDays({ ...USUAL_WEEK, specialDays })).toThrow(RangeError);
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2026-11-28T15:59:59Z', 'Asia/Taipei', '2026-11-28'],
    ['2026-11-28T16:00:00Z', 'Asia/Taipei', '2026-11-29'],
    ['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['2026-10-25T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-12-31T16:30:00Z', '+08:00', '2027-01-01'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayIn(new Date(instant), zone)).toBe(day);
  });

  it('is counted in calendar days', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(plusDays('2028-02-29', -366)).toBe('2027-02-28');
  });
});
