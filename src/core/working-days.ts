import { Temporal } from 'temporal-polyfill';

/** Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days on which the week does not go its usual way. */
export interface SpecialDays {
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** True for days that are worked although the week says otherwise (調休); false for holidays. */
  readonly isWorked: boolean;
}

/** What a calendar is made of. */
export interface WorkingWeek {
  /** IANA zone or offset in which its days begin and end. */
  readonly zone: string;
  readonly weekdays: readonly Weekday[];
  /** Where two of them name the same day, it is worked if one says so. */
  readonly specialDays: readonly SpecialDays[];
}

const DAY_MS = 86_400_000;
/** 0001-01-01 and 9999-12-31, as days since 1970-01-01; the former is a Monday. */
const FIRST = toNumber('0001-01-01');
const LAST = toNumber('9999-12-31');
/** A range of special days is no longer than this, so that a calendar stays small. */
export const MOST_DAYS_OF_RANGE = 366;

/** Which days are worked. Days are `YYYY-MM-DD`; every answer is found without walking the days. */
export class WorkingDays {
  readonly zone: string;
  /** Of each day of the week from Monday, how many before it are worked; at the end those of a whole week. */
  readonly #before: readonly number[];
  /** Days that differ from what the week says, in order, with the sum of the differences so far. */
  readonly #changed: readonly { readonly day: number; readonly sum: number }[];

  /** @throws RangeError if no day of the week is worked, for a range turned round or too long, for no day */
  constructor({ zone, weekdays, specialDays }: WorkingWeek) {
    const worked = new Set<number>(weekdays);
    if (worked.size === 0) throw new RangeError('no day of the week is worked');
    this.zone = zone;
    const before = [0];
    for (let weekday = 1; weekday <= 7; weekday++) {
      before.push((before.at(-1) ?? 0) + Number(worked.has(weekday)));
    }
    this.#before = before;
    const special = new Map<number, boolean>();
    for (const range of specialDays) {
      for (const day of daysOf(range)) {
        special.set(day, range.isWorked || special.get(day) === true);
      }
    }
    let sum = 0;
    this.#changed = [...special]
      .filter(([day, isWorked]) => worked.has(weekdayOf(day)) !== isWorked)
      .sort(([one], [other]) => one - other)
      .map(([day, isWorked]) => ({ day, sum: (sum += isWorked ? 1 : -1) }));
  }

  isWorkingDay(day: string): boolean {
    const number = toNumber(day);
    return this.#until(number) > this.#until(number - 1);
  }

  /**
   * The n-th working day after a day, or before it where n is negative; the day itself for 0.
   * @throws RangeError beyond the years 1 to 9999
   */
  addWorkingDays(day: string, n: number): string {
    if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
    if (n === 0) return day;
    const from = toNumber(day);
    const rank = n > 0 ? this.#until(from) + n : this.#until(from - 1) + n + 1;
    if (rank < 1 || rank > this.#until(LAST)) throw new RangeError(`beyond the calendar: ${n}`);
    // The first day by which so many are worked.
    let [low, high] = [FIRST, LAST];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#until(middle) < rank) low = middle + 1;
      else high = middle;
    }
    return toDay(low);
  }

  /**
   * How many working days come after `from` up to and including `to`; negative where `to` is the
   * earlier. From Friday to the Monday after it is one.
   */
  workingDaysBetween(from: string, to: string): number {
    return this.#until(toNumber(to)) - this.#until(toNumber(from));
  }

  /** How many days are worked up to and including this one. */
  #until(day: number): number {
    const days = day - FIRST + 1;
    const [weeks, rest] = [Math.floor(days / 7), days % 7];
    const ofWeeks = weeks * (this.#before[7] ?? 0) + (this.#before[rest] ?? 0);
    return ofWeeks + this.#changesUntil(day);
  }

  #changesUntil(day: number): number {
    let [low, high] = [0, this.#changed.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#changed[middle]?.day ?? day) <= day) low = middle + 1;
      else high = middle;
    }
    return this.#changed[low - 1]?.sum ?? 0;
  }
}

/** Monday to Friday without holidays, in UTC: where nobody has said otherwise. */
export const USUAL_WEEK: WorkingWeek = {
  zone: 'UTC',
  weekdays: [1, 2, 3, 4, 5],
  specialDays: [],
};

/** The calendar day of an instant in a zone. */
export function dayIn(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** So many days later, or earlier where negative. @throws RangeError beyond the years 1 to 9999 */
export function plusDays(day: string, days: number): string {
  return toDay(toNumber(day) + days);
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return toNumber(to) - toNumber(from);
}

function* daysOf({ from, to }: SpecialDays): Iterable<number> {
  const [first, last] = [toNumber(from), toNumber(to)];
  if (last < first) throw new RangeError(`${to} is before ${from}`);
  if (last - first >= MOST_DAYS_OF_RANGE) throw new RangeError(`too long: ${from} to ${to}`);
  for (let day = first; day <= last; day++) yield day;
}

function weekdayOf(day: number): number {
  return ((day - FIRST) % 7) + 1;
}

function toNumber(day: string): number {
  const number = new Date(`${day}T00:00:00Z`).getTime() / DAY_MS;
  // JavaScript takes February 30 for March 2.
  if (toDayOrNothing(number) !== day) throw new RangeError(`not a day: ${day}`);
  return number;
}

function toDay(number: number): string {
  if (!(number >= FIRST && number <= LAST)) throw new RangeError(`beyond the calendar: ${number}`);
  return toDayOrNothing(number) ?? '';
}

function toDayOrNothing(number: number): string | undefined {
  return Number.isNaN(number) ? undefined : new Date(number * DAY_MS).toISOString().slice(0, 10);
}
