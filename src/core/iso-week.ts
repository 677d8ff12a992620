import { Temporal } from 'temporal-polyfill';

import { FupanError } from './errors.js';
import type { Weekday } from './working-days.js';

/** A week as ISO 8601 numbers it, `2026-W47`: it begins on a Monday, and belongs to the year of its Thursday. */
export interface Week {
  readonly text: string;
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string;
}

const FORM = /^(\d{4})-W(\d{2})$/;

/** @throws FupanError VALIDATION `notAWeek` for a week that no year has */
export function weekOf(text: string, field: readonly string[] = ['week']): Week {
  const [, year = '', number = ''] = FORM.exec(text.trim().toUpperCase()) ?? [];
  const wrong = new FupanError('VALIDATION', 'notAWeek', {}, field);
  if (year === '' || Number(year) < 1) throw wrong;
  // The fourth of January is always in the first week.
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  const monday = fourth
    .subtract({ days: fourth.dayOfWeek - 1 })
    .add({ days: 7 * (Number(number) - 1) });
  const week = weekOn(monday);
  if (week.text !== `${year}-W${number}`) throw wrong;
  return week;
}

/** The week that an instant is in, by the clock of a zone. */
export const weekAt = (instant: Date, zone: string): Week => weekOn(dateAt(instant, zone));

/** The week before or after, by so many. */
export const weeksAfter = ({ monday }: Week, weeks: number): Week =>
  weekOn(Temporal.PlainDate.from(monday).add({ days: 7 * weeks }));

/** When a week begins and when it is over in a zone, which is when the next one begins; clocks may change between. */
export function boundsOf(
  { monday }: Week,
  zone: string,
): { readonly from: Date; readonly until: Date } {
  const first = Temporal.PlainDate.from(monday);
  const startOf = (day: Temporal.PlainDate): Date =>
    new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: startOf(first), until: startOf(first.add({ days: 7 })) };
}

/**
 * When it is so late on a day of a week in a zone. An hour that a change of clocks leaves out is the
 * next one, and of one that comes twice the first counts.
 */
export function instantIn(
  { monday }: Week,
  { weekday, hour }: { readonly weekday: Weekday; readonly hour: number },
  zone: string,
): Date {
  const day = Temporal.PlainDate.from(monday).add({ days: weekday - 1 });
  const time = Temporal.PlainTime.from({ hour });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

function weekOn(date: Temporal.PlainDate): Week {
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const { yearOfWeek = 0, weekOfYear = 0 } = date;
  const text = `${String(yearOfWeek).padStart(4, '0')}-W${String(weekOfYear).padStart(2, '0')}`;
  return { text, monday: monday.toString() };
}

function dateAt(instant: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
}
