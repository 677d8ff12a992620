import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

import { dayIn, plusDays } from './working-days.js';

/** When a task is due, from one day on. Days are `YYYY-MM-DD` in its zone. */
export interface Cadence {
  /** An RRULE of RFC 5545 that tells days, without the name of the property: `FREQ=WEEKLY;BYDAY=MO`. */
  readonly rule: string;
  /** The day that the rule counts from, its DTSTART. */
  readonly startsOn: string;
  /** IANA zone or offset of the days and of the time. */
  readonly zone: string;
  /** What the clock shows when it falls due: `09:30`. */
  readonly time: string;
  /** Whole days after the due day until it counts as missed. */
  readonly graceDays: number;
  /** The first and the last day that it is in force; null while no end is known. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Greater ones are a mistake, and have to be counted one by one. */
const MOST_COUNTED = 1_000;
/** Periods that are searched in vain before a rule counts as one that never comes. */
const PATIENCE = 500;

/** The greatest number in each part that takes numbers, before or after nought. */
const MOST: Readonly<Record<string, number>> = {
  BYMONTH: 12,
  BYMONTHDAY: 31,
  BYWEEKNO: 53,
  BYYEARDAY: 366,
  BYSETPOS: 366,
};

const PART = /^(FREQ|UNTIL|COUNT|INTERVAL|BY(DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)|WKST)$/;

/**
 * A rule in its one spelling: capitals, no name of the property, the end as a day.
 * @throws RangeError for what is no rule, tells more than days, or never comes
 */
export function readRule(text: string, startsOn: string): string {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('='));
  for (const [name = '', value = '', ...rest] of parts) {
    const numbers = name in MOST ? value.split(',').map(Number) : [];
    const isBeyond = (number: number): boolean =>
      !Number.isInteger(number) || number === 0 || Math.abs(number) > (MOST[name] ?? 0);
    if (
      !PART.test(name) ||
      !/^[\w,+-]+$/.test(value) ||
      rest.length > 0 ||
      numbers.some(isBeyond)
    ) {
      throw new RangeError(`not a part of a rule of days: ${name}`);
    }
  }
  const value = (name: string): string | undefined => parts.find(([each]) => each === name)?.[1];
  if (new Set(parts.map(([name]) => name)).size < parts.length) throw new RangeError('said twice');
  if (!/^(DAI|WEEK|MONTH|YEAR)LY$/.test(value('FREQ') ?? ''))
    throw new RangeError('more than daily');
  for (const name of ['COUNT', 'INTERVAL']) {
    const number = value(name) ?? '1';
    if (!/^\d+$/.test(number) || Number(number) < 1 || Number(number) > MOST_COUNTED) {
      throw new RangeError(`${name} is not from 1 to ${MOST_COUNTED}`);
    }
  }
  const rule = parts
    .map(([name, text = '']) => `${name}=${name === 'UNTIL' ? text.slice(0, 8) : text}`)
    .join(';');
  if (nextFrom(rule, startsOn, startsOn) === null) throw new RangeError('it never comes');
  return rule;
}

/** A day as the library counts it: midnight where the clock is never put forward. */
const midnight = (day: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(day).toZonedDateTime('UTC');

function open(rule: string, startsOn: string): RRuleTemporal {
  return new RRuleTemporal({
    temporal: Temporal,
    // An instant, as the start is one for the library.
    rruleString: rule.replace(/(UNTIL=\d{8})/, '$1T000000Z'),
    dtstart: midnight(startsOn),
    strict: true,
    cache: false,
    maxIterations: PATIENCE,
  });
}

const dayOf = (moment: Temporal.ZonedDateTime): string => moment.toPlainDate().toString();

function nextFrom(rule: string, startsOn: string, from: string): string | null {
  const next = open(rule, startsOn).next(midnight(from), true);
  return next && dayOf(next);
}

/** A day on which a task is due, and the cadence by which it is. */
export interface Occurrence {
  readonly dueOn: string;
  readonly cadence: Cadence;
}

/** Days in which a rule of each frequency is likely to come once. */
const SPAN: Readonly<Record<string, number>> = { DAILY: 2, WEEKLY: 8, MONTHLY: 40, YEARLY: 400 };
/** Days that are searched for occurrences at most, to either side. */
const FARTHEST = 40_000;

/** The last occurrences up to a day and with it, the earliest first; fewer where there are no more. */
export function lastUpTo(cadences: readonly Cadence[], day: string, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (const cadence of [...cadences].reverse()) {
    const to = earlier(day, cadence.validUntil ?? day);
    const missing = count - found.length;
    if (missing <= 0 || to < cadence.validFrom) continue;
    const days = search(cadence, missing, (reach) => [
      later(cadence.validFrom, plusDays(to, -reach)),
      to,
    ]);
    found.unshift(...days.slice(-missing).map((dueOn) => ({ dueOn, cadence })));
  }
  return found;
}

/** The next occurrences after a day, the earliest first; fewer where there are no more. */
export function nextAfter(cadences: readonly Cadence[], day: string, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (const cadence of cadences) {
    const from = later(plusDays(day, 1), cadence.validFrom);
    const missing = count - found.length;
    if (missing <= 0 || from > (cadence.validUntil ?? from)) continue;
    const days = search(cadence, missing, (reach) => {
      const to = plusDays(from, reach);
      return [from, earlier(to, cadence.validUntil ?? to)];
    });
    found.push(...days.slice(0, missing).map((dueOn) => ({ dueOn, cadence })));
  }
  return found;
}

/** Whether a task is due on a day. */
export function occurrenceOn(cadences: readonly Cadence[], day: string): Occurrence | undefined {
  const [last] = lastUpTo(cadences, day, 1);
  return last?.dueOn === day ? last : undefined;
}

/** The instant at which an occurrence falls due; a time that the clock leaves out is as much later. */
export function dueAt({ dueOn, cadence: { zone: timeZone, time: plainTime } }: Occurrence): Date {
  const due = Temporal.PlainDate.from(dueOn).toZonedDateTime({ timeZone, plainTime });
  return new Date(due.epochMilliseconds);
}

export type Timing = 'UPCOMING' | 'DUE' | 'MISSED';

/** How an occurrence stands that nobody has recorded a run for. */
export function timingOf(occurrence: Occurrence, now: Date): Timing {
  const { dueOn, cadence } = occurrence;
  if (now < dueAt(occurrence)) return 'UPCOMING';
  return dayIn(now, cadence.zone) > plusDays(dueOn, cadence.graceDays) ? 'MISSED' : 'DUE';
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** Looks farther and farther until so many days are found, or there is nowhere left to look. */
function search(
  { rule, startsOn }: Cadence,
  count: number,
  range: (reach: number) => readonly [from: string, to: string],
): string[] {
  const frequency = /FREQ=(\w+)/.exec(rule)?.[1] ?? '';
  const interval = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  let reach = count * interval * (SPAN[frequency] ?? FARTHEST);
  for (let before = ''; ; reach *= 4) {
    const [from, to] = range(Math.min(reach, FARTHEST));
    const days = between(rule, startsOn, from, to);
    const isAll = `${from} ${to}` === before || reach >= FARTHEST;
    if (days.length >= count || isAll) return days;
    before = `${from} ${to}`;
  }
}

/** Answers that are kept, since a list asks the same of every task all day. */
const MOST_KEPT = 5_000;
const kept = new Map<string, string[]>();

function between(rule: string, startsOn: string, from: string, to: string): string[] {
  const question = [rule, startsOn, from, to].join(' ');
  let days = kept.get(question);
  if (!days) {
    days = open(rule, startsOn).between(midnight(from), midnight(to), true).map(dayOf);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(question, days);
  }
  return days;
}
