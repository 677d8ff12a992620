import { Temporal } from 'temporal-polyfill';

import { isRangeError } from '../../core/error-code.js';
import { fold } from '../../core/text/fold.js';
import type { Language } from '../../core/vocabulary.js';

/**
 * The zones that people mean. Winter names are written all year round ("2:05 PM PST" in July), so
 * they mean the place and its summer time, not the fixed offset. Keys are folded.
 */
const ZONES: Readonly<Record<string, string>> = {
  z: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  zulu: 'UTC',
  世界时: 'UTC',
  协调世界时: 'UTC',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  'pacific time': 'America/Los_Angeles',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  'mountain time': 'America/Denver',
  ct: 'America/Chicago',
  cdt: 'America/Chicago',
  'central time': 'America/Chicago',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  'eastern time': 'America/New_York',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  msk: 'Europe/Moscow',
  ist: 'Asia/Kolkata',
  sgt: 'Asia/Singapore',
  hkt: 'Asia/Hong_Kong',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
  bjt: 'Asia/Shanghai',
  北京时间: 'Asia/Shanghai',
  中国标准时间: 'Asia/Shanghai',
  上海时间: 'Asia/Shanghai',
  东八区: '+08:00',
  台北时间: 'Asia/Taipei',
  台湾时间: 'Asia/Taipei',
  香港时间: 'Asia/Hong_Kong',
};

/** CST is China's standard time to one reader and Chicago's to another; the language of the document decides. */
const CST: Readonly<Record<Language, string>> = {
  en: 'America/Chicago',
  'zh-Hans': 'Asia/Shanghai',
  'zh-Hant': 'Asia/Shanghai',
};

const names = ['cst', ...Object.keys(ZONES)].sort((a, b) => b.length - a.length).join('|');

/** A zone where a time has just ended; on folded text, sticky. `UTC+8`, `+0800`, `PST`, `(Asia/Taipei)`. */
const ZONE = new RegExp(
  String.raw`[ \t]*[(\[]?(?:((?:utc|gmt)[ \t]?[+-]\d{1,2}(?::?\d{2})?(?![\d:-])|[+-]\d{4}(?!\d)|\+\d{2}:\d{2}(?![\d:])|(?<=\d)\+\d{1,2}(?![\d:]))|(${names})(?![a-z0-9/])|([a-z]{3,10}/[a-z_]{3,}(?:/[a-z_]{3,})?))[)\]]?`,
  'uy',
);

/**
 * The zone of times that say none. Chinese reports mean the clock on the wall, which is eight hours
 * ahead of UTC wherever they are written.
 */
export function assumedZone(language: Language): string {
  return language === 'en' ? 'UTC' : '+08:00';
}

/** A zone and how much of the text it took. */
export interface ZoneMatch {
  /** An IANA name or an offset `+08:00`. */
  zone: string;
  length: number;
}

/** The zone that stands at a place of a folded text, if one does. */
export function zoneAt(folded: string, at: number, language: Language): ZoneMatch | undefined {
  ZONE.lastIndex = at;
  const match = ZONE.exec(folded);
  if (!match) return undefined;
  const [whole, offset, name, iana] = match;
  const zone =
    offset !== undefined
      ? offsetZone(offset)
      : name !== undefined
        ? (ZONES[name] ?? CST[language])
        : knownZone(iana ?? '');
  return zone === undefined ? undefined : { zone, length: whole.length };
}

/** `all times UTC`, `時間均為 UTC+8`, `Time zone: Asia/Taipei`. */
const SENTENCE =
  /(?:all times|times (?:are|is|in|shown)|time ?zone|timestamps|时间均|均为|以下时间|时区|时间为)[^\n]{0,30}/gu;
/** `Timeline (UTC)`, `時間（北京時間）`. */
const BRACKETS = /[(（[][^()（）[\]\n]{2,40}[)）\]]/gu;

/** The zone that a sentence names for the times that follow. */
export function zoneSaidIn(text: string, language: Language): string | undefined {
  // Most lines say nothing of the kind, and folding each would cost more than reading it.
  if (!/times? (?:are|is|in|shown)|all times|time ?zone|timestamps|[時时均]/iu.test(text))
    return undefined;
  return zoneWithin(fold(text), SENTENCE, language);
}

/** The zone that a heading names for what stands under it, in a sentence or in brackets. */
export function zoneOfHeading(text: string, language: Language): string | undefined {
  const folded = fold(text);
  return zoneWithin(folded, SENTENCE, language) ?? zoneWithin(folded, BRACKETS, language);
}

function zoneWithin(folded: string, phrases: RegExp, language: Language): string | undefined {
  for (const { 0: phrase } of folded.matchAll(phrases)) {
    for (let at = 0; at < phrase.length; at += 1) {
      if (/[a-z0-9]/u.test(phrase.charAt(at - 1))) continue;
      const match = zoneAt(phrase, at, language);
      if (match) return match.zone;
    }
  }
  return undefined;
}

/** The zone that a value such as `Asia/Taipei` or `UTC+8` names as a whole. */
export function zoneNamed(text: string, language: Language): string | undefined {
  const folded = fold(text.trim());
  const match = zoneAt(folded, 0, language);
  return match?.length === folded.length ? match.zone : undefined;
}

function offsetZone(text: string): string | undefined {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/u.exec(text);
  const hours = Number(match?.[2]);
  const minutes = match?.[3] ?? '00';
  if (!match || hours > 14 || Number(minutes) > 59) return undefined;
  const zone = `${match[1] ?? '+'}${String(hours).padStart(2, '0')}:${minutes}`;
  return zone.endsWith('00:00') ? 'UTC' : zone;
}

/** The name as the zone database spells it. */
function knownZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (isRangeError(error)) return undefined;
    throw error;
  }
}

/** A time on a wall clock. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** The instant at which the clocks of a zone show a time; undefined for a time that no clock shows. */
export function instantOf(wall: WallTime, zone: string): string | undefined {
  try {
    if (zone === 'UTC') return utcInstant(wall);
    const plain = Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
    const { epochMilliseconds } = plain.toZonedDateTime(zone);
    return new Date(epochMilliseconds).toISOString();
  } catch (error) {
    if (isRangeError(error)) return undefined;
    throw error;
  }
}

function utcInstant(wall: WallTime): string | undefined {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  // The 30th of February would become the 1st of March.
  return date.getUTCDate() === day && date.getUTCHours() === hour ? date.toISOString() : undefined;
}

/** What the clocks of a zone show at an instant; undefined for a zone that is not known here. */
export function wallTimeOf(instant: string, zone: string): WallTime | undefined {
  if (zone === 'UTC') return partsOf(new Date(instant));
  try {
    const { offsetNanoseconds } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
    return partsOf(new Date(Date.parse(instant) + offsetNanoseconds / 1_000_000));
  } catch (error) {
    if (isRangeError(error)) return undefined;
    throw error;
  }
}

function partsOf(date: Date): WallTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}
