import type { Language } from '../../core/vocabulary.js';
import { momentAt, type Day, type WrittenDay, type WrittenTime } from '../case-file/prose-time.js';

/** A day and a time as a line gives them, and how much of the line that took. */
export interface Stamp {
  readonly day?: WrittenDay | undefined;
  readonly time: WrittenTime;
  readonly zone?: string | undefined;
  /** Said as so many days after the day that was last named: 1 for `次日`. */
  readonly daysLater?: number | undefined;
  /** Milliseconds since 1970, where it is given as such. */
  readonly epoch?: number | undefined;
  readonly length: number;
}

/** What lines are read with, where they leave something out. */
export interface PasteContext {
  readonly language: Language;
  /** The day that `today` means, and times without a day. */
  readonly date: Day | undefined;
  /** Which comes first in `11/03/2026`. */
  readonly slashes: 'DMY' | 'MDY';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const OPEN = String.raw`^([ \t]*[([]?)`;

/** A way to write a day that the reader of prose does not know, and the same as it knows it. */
type Rewriting = readonly [RegExp, (m: readonly string[], context: PasteContext) => string | null];

const REWRITINGS: readonly Rewriting[] = [
  // 11/03/2026 14:05 and 11.03.26 14:05
  [
    new RegExp(String.raw`${OPEN}(\d{1,2})([/.])(\d{1,2})\3(\d{4}|\d{2})(?![\d.:])`, 'iu'),
    ([, open = '', a = '', sign, b = '', year = ''], { slashes }) => {
      const [month, day] = sign === '/' && slashes === 'MDY' ? [a, b] : [b, a];
      return `${open}${year.length === 2 ? '20' : ''}${year}-${month}-${day}`;
    },
  ],
  // 11/Mar/2026:14:05:33 +0800, as web servers write it
  [
    new RegExp(String.raw`${OPEN}(\d{1,2})\/${MONTH}\/(\d{4}):(?=\d\d:\d\d)`, 'iu'),
    ([, open = '', day = '', month = '', year = '']) => `${open}${year}-${number(month)}-${day} `,
  ],
  // Wed Mar 11 14:05:33.123 UTC 2026, as C and `date` write it
  [
    new RegExp(
      String.raw`${OPEN}(?:[a-z]{3},? )?${MONTH} +(\d{1,2}) (\d\d:\d\d:\d\d)(?:[.,](\d+))?( [a-z]{3,4})? (\d{4})(?=[\])\s]|$)`,
      'iu',
    ),
    ([, open = '', month = '', day = '', time = '', fraction, zone = '', year = '']) =>
      `${open}${year}-${number(month)}-${day} ${time}${fraction ? `.${fraction}` : ''}${zone}`,
  ],
  // I0311 14:05:33.123456, as glog writes it, and 03-11 14:05:33.123
  [
    /^()[IWEF](\d\d)(\d\d) (?=\d\d:\d\d:\d\d\.)/u,
    ([, , month = '', day = '']) => monthDay(month, day),
  ],
  [
    new RegExp(String.raw`${OPEN}(\d\d)-(\d\d)[ \t]+(?=\d\d:\d\d)`, 'u'),
    ([, open = '', month = '', day = '']) => {
      const written = monthDay(month, day);
      return written && open + written;
    },
  ],
  // 3/11 14:05
  [
    new RegExp(String.raw`${OPEN}(\d{1,2})\/(\d{1,2}),?[ \t]+(?=\d{1,2}:\d\d)`, 'u'),
    ([, open = '', a = '', b = ''], { slashes, language }) => {
      const isMonthFirst = slashes === 'MDY' || language !== 'en';
      const written = isMonthFirst ? monthDay(a, b) : monthDay(b, a);
      return written && open + written;
    },
  ],
  // Today at 2:05 PM, 昨天 14:05
  [
    /^([ \t]*[([]?)(today|yesterday|今天|今日|昨天|昨日)(?:,? at)?[ \t,]*(?=\d|[上下中凌早晚傍])/iu,
    ([, open = '', word = ''], { date }) => open + written(date, /^(?:y|昨)/iu.test(word) ? -1 : 0),
  ],
  // Wednesday 2:05 PM, 星期三 14:05: the last one before the day that is spoken of, or that day
  [
    /^([ \t]*[([]?)(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?,?(?: at)?[ \t]+(?=\d{1,2}:\d\d)/iu,
    ([, open = '', name = ''], { date }) => {
      const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
      return open + written(date, daysBack(date, names.indexOf(name.toLowerCase())));
    },
  ],
  [
    /^([ \t]*[([]?)(?:周|週|星期|禮拜|礼拜)([日天一二三四五六])[ \t]*(?=\d{1,2}:\d\d|[上下中凌早晚傍])/u,
    ([, open = '', name = ''], { date }) =>
      open + written(date, daysBack(date, '日一二三四五六'.indexOf(name.replace('天', '日')))),
  ],
];

/** 1773252333, with or without its fraction, or in milliseconds. */
const EPOCH = /^[ \t]*\[?(1\d{9})(?:\.(\d{1,9})|(\d{3}))?\]?(?:[:,]?[ \t]+|$)/u;
/** `3点建议`: a number of points, and no time. */
const POINTS = /^[ \t]*\d{1,2} ?[点點时時](?=\p{Script=Han})(?![左右多許许前後后鐘钟整半的])/u;
/** No moment is longer; what follows need not be looked at. */
const LONGEST = 120;

/** Reads the time with which a line begins, in any of the ways that people paste. */
export function stampAt(line: string, context: PasteContext): Stamp | undefined {
  const text = line.slice(0, LONGEST);
  const epoch = EPOCH.exec(text);
  if (epoch) return epochStamp(epoch);
  if (POINTS.test(text)) return undefined;
  const [taken, as] = rewritten(text, context);
  const moment = momentAt(as + text.slice(taken), context.language);
  if (!moment?.time) return undefined;
  const { day, time, zone, daysLater } = moment;
  return { day, time, zone, daysLater, length: moment.length - as.length + taken };
}

/** The day that a line names and nothing more; what follows is on it. */
export function dayLineOf(line: string, context: PasteContext): WrittenDay | undefined {
  if (line.length > 80) return undefined;
  const text = line.replace(/^[\s#*=_—–-]+|[\s#*=_—–:：-]+$/gu, '');
  if (text === '' || text.length > 40) return undefined;
  const [taken, as] = rewritten(text, context);
  const rest = as + text.slice(taken);
  const moment = momentAt(rest, context.language);
  if (!moment?.day || moment.time) return undefined;
  const after = rest.slice(moment.length).trim();
  return /^(?:[(（]?(?:(?:周|週|星期|禮拜|礼拜)[日天一二三四五六]|[a-z]{3,9})[)）]?|[(（]?(?:UTC|GMT)(?:[+-]\d{1,2})?[)）]?)?$/iu.test(
    after,
  )
    ? moment.day
    : undefined;
}

/** Which of day and month stands first in dates like 11/03/2026, as far as a text tells. */
export function slashOrder(text: string, date: Day | undefined): PasteContext['slashes'] {
  let [dayFirst, monthFirst] = [0, 0];
  for (const { 1: a, 2: b, 3: year } of text.matchAll(
    /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?=,?[ \t]+\d{1,2}:\d\d)/gu,
  )) {
    const [first, second] = [Number(a), Number(b)];
    if (first > 12) return 'DMY';
    if (second > 12) return 'MDY';
    if (!date) continue;
    const at = year === undefined ? date.year : Number(year.length === 2 ? `20${year}` : year);
    const far = (month: number, day: number): number =>
      Math.abs(Date.UTC(at, month - 1, day) - Date.UTC(date.year, date.month - 1, date.day));
    dayFirst += far(second, first);
    monthFirst += far(first, second);
  }
  if (dayFirst !== monthFirst) return dayFirst < monthFirst ? 'DMY' : 'MDY';
  // Who writes the month first writes twelve hours.
  return /\d[ \t]?[ap]\.?m\b/iu.test(text) ? 'MDY' : 'DMY';
}

/** The beginning of a text that was read and what it means; nothing of it where it needs no help. */
function rewritten(text: string, context: PasteContext): readonly [taken: number, as: string] {
  // All begin with a digit, a letter of a month or a weekday, or a bracket.
  if (!/^[ \t]*[([]?[\da-z今昨周週星禮礼]/iu.test(text)) return [0, ''];
  for (const [pattern, rewrite] of REWRITINGS) {
    const match = pattern.exec(text);
    const as = match && rewrite(match, context);
    if (match && as !== null) return [match[0].length, as];
  }
  return [0, ''];
}

function epochStamp({ 0: whole, 1: seconds, 2: fraction, 3: thousandths }: RegExpExecArray): Stamp {
  const part = (fraction ?? thousandths ?? '').padEnd(3, '0').slice(0, 3);
  const epoch = Number(seconds) * 1000 + Number(part);
  const time = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  return { time, epoch, length: whole.length };
}

function number(month: string): string {
  return String(MONTHS.indexOf(month.toLowerCase()) + 1);
}

/** `Mar 11 `, which the reader of prose knows; null where there is no such day. */
function monthDay(month: string, day: string): string | null {
  const name = MONTHS[Number(month) - 1];
  return name !== undefined && Number(day) >= 1 && Number(day) <= 31 ? `${name} ${day} ` : null;
}

/** A day some days from another; nothing where that is not known. */
function written(from: Day | undefined, days: number): string {
  if (!from) return '';
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return `${date.toISOString().slice(0, 10)} `;
}

function daysBack(date: Day | undefined, weekday: number): number {
  if (!date) return 0;
  const today = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
  return -((today - weekday + 7) % 7);
}
