/** A day and a time as a clock on the wall shows them. */
export interface Wall {
  /** `2026-03-11` */
  readonly day: string;
  /** `19:06`, or `19:06:30` if there are seconds. */
  readonly time: string;
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;
const MINUTE_MS = 60_000;

const known = new Map<string, boolean>();

/** Whether it is the name of a zone, `Asia/Taipei`, or an offset, `+08:00`. */
export function isZone(zone: string): boolean {
  if (zone === '') return false;
  let answer = known.get(zone);
  if (answer === undefined) {
    answer = OFFSET.test(zone) || isNamed(zone);
    known.set(zone, answer);
  }
  return answer;
}

function isNamed(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Minutes by which a zone is ahead of UTC at an instant. */
export function offsetAt(ms: number, zone: string): number {
  const offset = OFFSET.exec(zone);
  if (offset) {
    const [, sign, hours, minutes] = offset;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  }
  const whole = Math.floor(ms / 1_000) * 1_000;
  return Math.round((wallMs(whole, zone) - whole) / MINUTE_MS);
}

const partsIn = new Map<string, Intl.DateTimeFormat>();

/** What a clock in a named zone shows, counted as if it hung in Greenwich. */
function wallMs(ms: number, zone: string): number {
  let format = partsIn.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    partsIn.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** What a clock in the zone shows at an instant. */
export function wallOf(at: string, zone: string): Wall {
  const ms = Date.parse(at);
  const iso = new Date(ms + offsetAt(ms, zone) * MINUTE_MS).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, iso.slice(17, 19) === '00' ? 16 : 19) };
}

/** An instant as it is typed: `2026-03-11 19:06`. */
export function typedOf(at: string, zone: string): string {
  const { day, time } = wallOf(at, zone);
  return `${day} ${time}`;
}

const TYPED =
  /^(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]+)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant that somebody means who types `2026-03-11 19:06`, or `19:06` on a known day; null if it
 * is none. What the text says of its zone goes before the zone that was chosen. An hour that a clock
 * shows twice is the first one; one that it leaves out is as much later.
 */
export function instantOf(text: string, zone: string, day?: string): string | null {
  const found = TYPED.exec(text.trim());
  if (!found) return null;
  const [, year, month, date, hour, minute, second = '0', own] = found;
  const [y, m, d] = year === undefined ? (day ?? '').split('-') : [year, month, date];
  const wall = [y, m, d, hour, minute, second].map(Number);
  if (wall.some((part) => !Number.isInteger(part))) return null;
  const [yearN, monthN, dayN, hourN, minuteN, secondN] = wall as Six;
  const ms = Date.UTC(yearN, monthN - 1, dayN, hourN, minuteN, secondN);
  const shown = new Date(ms);
  // The 31st of a month of 30 days, or 25 o'clock.
  if (shown.getUTCDate() !== dayN || shown.getUTCMonth() !== monthN - 1 || minuteN > 59)
    return null;
  if (shown.getUTCHours() !== hourN || secondN > 59) return null;
  const said = own === undefined ? zone : /^(Z|UTC)$/i.test(own) ? '+00:00' : own;
  // Ahead of a change of the clock and after it; both are the same on every other day.
  const before = ms - offsetAt(ms - DAY_MS, said) * MINUTE_MS;
  if (offsetAt(before, said) * MINUTE_MS === ms - before) return new Date(before).toISOString();
  const after = ms - offsetAt(ms + DAY_MS, said) * MINUTE_MS;
  if (offsetAt(after, said) * MINUTE_MS === ms - after) return new Date(after).toISOString();
  return new Date(before).toISOString();
}

const DAY_MS = 86_400_000;
type Six = [number, number, number, number, number, number];

/** Instants in words: `11 Mar 2026, 19:06`. An offset is written by hand, for browsers that only know names. */
export function wordsOf(
  at: string,
  language: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const ms = Date.parse(at);
  const isOffset = OFFSET.test(zone);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    hourCycle: 'h23',
    ...options,
    timeZone: isOffset ? 'UTC' : zone,
  }).format(isOffset ? ms + offsetAt(ms, zone) * MINUTE_MS : ms);
}

/** How far from UTC a zone is at an instant: `UTC+8`, `UTC+5:30`. */
export function offsetName(at: string, zone: string): string {
  const minutes = offsetAt(Date.parse(at), zone);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = `${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  return `UTC${minutes < 0 ? '−' : '+'}${hours}`;
}

/** A zone as people call it, with its offset: `Taipei (UTC+8)`. */
export function zoneName(zone: string, at: string): string {
  const offset = offsetName(at, zone);
  if (OFFSET.test(zone) || zone === 'UTC' || zone === 'Etc/UTC') return offset;
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${place} (${offset})`;
}
