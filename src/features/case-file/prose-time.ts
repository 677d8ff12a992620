import { fold } from '../../core/text/fold.js';
import type { Language } from '../../core/vocabulary.js';
import { instantOf, zoneAt, type ZoneMatch } from './prose-zone.js';

/** A day as people write it; the year is often left out. */
export interface WrittenDay {
  year?: number;
  month: number;
  day: number;
}

export type Day = WrittenDay & { year: number };

/** A time of day; `length` counts what of the text was read. */
export interface WrittenTime {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** What stands at the beginning of a text: a day, a time or both, and the zone if it is said. */
export interface WrittenMoment {
  day?: WrittenDay;
  time?: WrittenTime;
  zone?: string;
  /** Said as so many days after the day that is spoken of: 1 for `次日`. */
  daysLater?: number;
  /** The end of a range `14:05 - 14:20`. */
  until?: { day?: WrittenDay; time: WrittenTime };
  /** UTF-16 code units read, up to where the words begin. */
  length: number;
}

/** What is known where a text leaves something out. */
export interface TimeContext {
  language: Language;
  zone: string;
  day?: WrittenDay | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?[ \t]+)?`;

/** All patterns work on folded text: lower case, simplified, half-width; all are sticky. */
const DAYS: readonly (readonly [
  RegExp,
  (m: RegExpExecArray, language: Language) => WrittenDay | undefined,
])[] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/uy, (m) => dayOf(m[1], m[2], m[3])],
  [
    /(\d{4})[ \t]*年[ \t]*(\d{1,2})[ \t]*月[ \t]*(\d{1,2})[ \t]*[日号]?/uy,
    (m) => dayOf(m[1], m[2], m[3]),
  ],
  [/(\d{1,2})[ \t]*月[ \t]*(\d{1,2})[ \t]*[日号]/uy, (m) => dayOf(undefined, m[1], m[2])],
  [
    new RegExp(
      String.raw`${WEEKDAY}${MONTH}[ \t]+(\d{1,2})(?:st|nd|rd|th)?(?:,?[ \t]+(\d{4})(?![\d:]))?(?![\d:])`,
      'uy',
    ),
    (m) => dayOf(m[3], monthNumber(m[1]), m[2]),
  ],
  [
    new RegExp(
      String.raw`${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[ \t]+(?:of[ \t]+)?${MONTH}(?![a-z])(?:,?[ \t]+(\d{4})(?![\d:]))?`,
      'uy',
    ),
    (m) => dayOf(m[3], monthNumber(m[2]), m[1]),
  ],
  // Day and month change places between countries; only where one of them is over 12 is it clear.
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/uy,
    (m) =>
      Number(m[1]) > 12
        ? dayOf(m[3], m[2], m[1])
        : Number(m[2]) > 12
          ? dayOf(m[3], m[1], m[2])
          : undefined,
  ],
  // `03-11 14:05`: month first in Chinese, and only before a time.
  [
    /(\d{1,2})[-/.](\d{1,2})(?=[ \t]+\d{1,2}:\d{2})/uy,
    (m, language) => (language === 'en' ? undefined : dayOf(undefined, m[1], m[2])),
  ],
];

const BETWEEN =
  /(?:[ \t]*\((?:周|星期|礼拜)[一二三四五六日天]\)|[ \t]*(?:周|星期|礼拜)[一二三四五六日天])?(?:t(?=\d)|[ \t]*[,@][ \t]*|[ \t]+at[ \t]+|[ \t]+[-–—|][ \t]*(?=\d{1,2}:\d{2})|[ \t]+)?/uy;
const TIME =
  /(?:(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|am|pm)[ \t]*)?(?:(\d{1,2})(?::|[ \t]?[点时][ \t]?(?=\d)|\.(?=\d{2}[ \t]?[ap]\.?m\b))(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?[分]?(?:(\d{1,2})秒)?(?!\d|:\d)|(\d{1,2})[ \t]?[点时](半|整)?|(\d{1,2})(?=[ \t]?[ap]\.?m\b))(?:[ \t]?([ap])\.?m\b\.?)?/uy;
/** `-07:00` after `14:05:00` is an offset, after `14:05` it is the end of a range. */
const NEGATIVE_OFFSET = /-\d{2}:\d{2}(?![\d:])/uy;
const RANGE = /[ \t]*(?:-|–|—|~|至|到|to|until)[ \t]*/uy;
/** `次日 00:20`. */
const RELATIVE_DAY =
  /(?:(次日|翌日|隔日|隔天|第二天|(?:the )?next day)|当日|当天|同日|(?:the )?same day)[ \t,:]*/uy;
/** `13:02 UTC on 5 Nov 2023`. */
const ON_DAY = /[ \t]*,?[ \t]+(on[ \t]+)?/uy;
const AFTERNOON = new Set(['下午', '傍晚', '晚上', '晚间', '夜间', 'pm']);
/** What stands between a time and the words it belongs to. */
const SEPARATOR = /(?:[ \t]*[)\]}])?[ \t]*(?:[-–—:|,;>]{1,2}|→|=>)?[ \t]*/uy;
/** The same where the time itself is in bold or in code, so that the marks end with it. */
const MARKED_SEPARATOR =
  /(?:[ \t]*[)\]}])?(?:\*\*|__|`)?[ \t]*(?:[-–—:|,;>]{1,2}|→|=>)?[ \t]*(?:\*\*|__)?[ \t]*/uy;
const OPENING = /[ \t]*(?:[*_`]{1,3})?[([]?(?:约|大约|~|about |around |approx\.? |circa )?/uy;

/** Reads the day and time with which a text begins; undefined if it does not begin with one. */
export function momentAt(text: string, language: Language): WrittenMoment | undefined {
  const folded = fold(text);
  let at = take(OPENING, folded, 0);
  const separator = /[*_`]/u.test(folded.slice(0, at)) ? MARKED_SEPARATOR : SEPARATOR;
  const day = dayAt(folded, at, language);
  if (day) at = day.end;
  // `北京時間 14:05`: the zone may stand before the time.
  const before = zoneAt(folded, at, language);
  const relative = day ? null : match(RELATIVE_DAY, folded, at);
  const first = timeAt(
    folded,
    before
      ? take(BETWEEN, folded, at + before.length)
      : day
        ? take(BETWEEN, folded, at)
        : at + (relative?.[0].length ?? 0),
  );
  if (!first)
    return day && { day: day.value, length: take(separator, folded, take(BETWEEN, folded, at)) };
  at = first.end;
  let zone = before ?? undefined;
  const after = zoneAt(folded, at, language) ?? negativeOffset(folded, at, first.precise);
  if (after) {
    zone = after;
    at += after.length;
  }
  const range = rangeEnd(folded, at, language);
  at = range?.end ?? at;
  if (!zone) {
    zone = zoneAt(folded, at, language);
    at += zone?.length ?? 0;
  }
  const behind = day || relative || range ? undefined : dayBehind(folded, at, language);
  at = behind?.end ?? at;
  const written = day ?? behind;
  return {
    ...(written && { day: written.value }),
    time: first.value,
    ...(zone && { zone: zone.zone }),
    ...(relative && { daysLater: relative[1] === undefined ? 0 : 1 }),
    ...(range && { until: range.value }),
    length: take(separator, folded, at),
  };
}

/** A text that is a day or a time and nothing more, such as the value of `Date:`. */
export function wholeMoment(text: string, language: Language): WrittenMoment | undefined {
  const moment = momentAt(text.trim(), language);
  return moment?.length === text.trim().length ? moment : undefined;
}

/** The instant of a moment, with what it leaves out taken from the context; undefined where that cannot tell. */
export function resolve(
  moment: WrittenMoment,
  context: TimeContext,
): { at: string; zone: string } | undefined {
  const day = moment.day ?? context.day;
  const year = day?.year ?? context.day?.year;
  if (!day || year === undefined) return undefined;
  const zone = moment.zone ?? context.zone;
  const time = moment.time ?? { hour: 0, minute: 0, second: 0, millisecond: 0 };
  // 24:00 is the end of a day.
  const endOfDay = time.hour === 24 && time.minute === 0;
  const at = instantOf({ ...day, year, ...time, hour: endOfDay ? 0 : time.hour }, zone);
  if (at === undefined) return undefined;
  return { at: endOfDay ? new Date(Date.parse(at) + 86_400_000).toISOString() : at, zone };
}

/** A text in which a whole day may begin. */
const DAY_START =
  /\d{4}[-/.年]|\d{1,2}\/\d{1,2}\/\d{4}|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<!\d)\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/gu;

/** The first day with its year that a text names. */
export function firstDayIn(text: string, language: Language): Day | undefined {
  const folded = fold(text);
  for (const { index } of folded.matchAll(DAY_START)) {
    const day = dayAt(folded, index, language)?.value;
    if (day?.year !== undefined) return { ...day, year: day.year };
  }
  return undefined;
}

/** The day after. */
export function nextDay(day: Day): Day {
  const next = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** A day without a year is in the year of the one before, or in the next if that ran out. */
export function withYear(written: WrittenDay, before: Day | undefined): Day | undefined {
  if (written.year !== undefined) return { ...written, year: written.year };
  if (!before) return undefined;
  return { ...written, year: before.month - written.month > 6 ? before.year + 1 : before.year };
}

interface Read<T> {
  value: T;
  end: number;
  /** A time that says its seconds. */
  precise?: boolean;
}

function dayAt(folded: string, at: number, language: Language): Read<WrittenDay> | undefined {
  for (const [pattern, read] of DAYS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const value = match && read(match, language);
    if (match && value) return { value, end: at + match[0].length };
  }
  return undefined;
}

function timeAt(folded: string, at: number): Read<WrittenTime> | undefined {
  TIME.lastIndex = at;
  const match = TIME.exec(folded);
  if (!match) return undefined;
  const part = match[1] ?? '';
  const half = match[10];
  let hour = Number(match[2] ?? match[7] ?? match[9]);
  const afternoon = half === 'p' || AFTERNOON.has(part) || (part === '中午' && hour < 11);
  if (afternoon && hour < 12) hour += 12;
  if ((half === 'a' || part === '凌晨' || part === 'am') && hour === 12) hour = 0;
  const minute = match[8] === '半' ? 30 : Number(match[3] ?? 0);
  const second = Number(match[4] ?? match[6] ?? 0);
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute > 0)) return undefined;
  const millisecond = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  return {
    value: { hour, minute, second, millisecond },
    end: at + match[0].length,
    precise: match[4] !== undefined,
  };
}

function negativeOffset(folded: string, at: number, precise = false): ZoneMatch | undefined {
  NEGATIVE_OFFSET.lastIndex = at;
  const zone = precise ? NEGATIVE_OFFSET.exec(folded)?.[0] : undefined;
  return zone === undefined ? undefined : { zone, length: zone.length };
}

/** `14:05-14:20`: an event begins with its first time; the end stays in the original line. */
function rangeEnd(
  folded: string,
  at: number,
  language: Language,
): Read<NonNullable<WrittenMoment['until']>> | undefined {
  const next = take(RANGE, folded, at);
  if (next === at) return undefined;
  const day = dayAt(folded, next, language);
  const time = timeAt(folded, day ? take(BETWEEN, folded, day.end) : next);
  return time && { value: { ...(day && { day: day.value }), time: time.value }, end: time.end };
}

/** A day behind its time: after `on`, or where nothing more is said. */
function dayBehind(folded: string, at: number, language: Language): Read<WrittenDay> | undefined {
  const on = match(ON_DAY, folded, at);
  const day = on && dayAt(folded, at + on[0].length, language);
  return day && (on[1] !== undefined || folded.slice(day.end).trim() === '') ? day : undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function take(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.[0].length ?? 0);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): WrittenDay | undefined {
  const value = { month: Number(month), day: Number(day) };
  if (!(value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31))
    return undefined;
  return year === undefined ? value : { year: Number(year), ...value };
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3)) + 1);
}
