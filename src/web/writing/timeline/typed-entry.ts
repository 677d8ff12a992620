import { instantOf, wallOf } from '../../ui/zone.js';

/** What somebody means who types one line of a timeline. */
export interface TypedEntry {
  /** Null where no time was recognised. */
  readonly at: string | null;
  readonly text: string;
}

const MINUTE_MS = 60_000;
const HALF_DAY_MS = 12 * 60 * MINUTE_MS;
const DAY_MS = 2 * HALF_DAY_MS;

/** A time, with its day and its zone or without, at the head of a line, and what parts it from the text. */
const TIMED =
  /^[\s[(（【]*((?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\sT]+)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:[.,]\d+)?)?)(?:\s*([ap]\.?m\.?)(?![\p{L}\d]))?((?:\s*(?:Z|UTC)(?![\p{L}\d]))|(?:\s*[+-]\d{2}:\d{2}|[+-]\d{4})(?!\d))?[\s\])）】]*[-–—|:：,，、]*\s*/iu;

/** `+5` is five minutes after the entry before, `+1h` an hour. */
const AFTER = /^\s*\+(\d{1,4})\s*(h|hours?|m|mins?|minutes?|小時|小时|分鐘|分钟|分)?(?=\s|$)\s*/iu;

/**
 * Reads a line such as `19:06 first failed orders`.
 * @param day on which a time without one is
 * @param before the entry before: what would be long before it, is on the next day
 */
export function readEntry(
  line: string,
  zone: string,
  day: string,
  before: string | null,
): TypedEntry {
  const after = AFTER.exec(line);
  if (after && before !== null) {
    const [whole, amount, unit = 'm'] = after;
    const minutes = Number(amount) * (/^(h|小)/i.test(unit) ? 60 : 1);
    const at = new Date(Date.parse(before) + minutes * MINUTE_MS).toISOString();
    return { at, text: line.slice(whole.length).trim() };
  }
  const found = TIMED.exec(line);
  if (!found) return { at: null, text: line.trim() };
  const [whole, time = '', half, own = ''] = found;
  const at = instantOf(`${onTheClock(time, half)} ${own.trim()}`.trim(), zone, day);
  if (at === null) return { at: null, text: line.trim() };
  const saysDay = /^\d{4}/.test(time);
  return { at: saysDay ? at : pastMidnight(at, before), text: line.slice(whole.length).trim() };
}

/** `7:06 pm` as `19:06`. */
function onTheClock(time: string, half: string | undefined): string {
  const plain = time.replace(',', '.');
  if (half === undefined) return plain;
  return plain.replace(/(\d{1,2})(?=[:：]\d{2}(?:[:：]|$|\.))/, (hour) => {
    const twelve = Number(hour) % 12;
    return String(/^p/i.test(half) ? twelve + 12 : twelve);
  });
}

function pastMidnight(at: string, before: string | null): string {
  if (before === null || Date.parse(before) - Date.parse(at) <= HALF_DAY_MS) return at;
  return new Date(Date.parse(at) + DAY_MS).toISOString();
}

/** The day on a clock in the zone, `2026-03-11`, of the first of these that is known; else of now. */
export function dayIn(zone: string, ...instants: (string | null | undefined)[]): string {
  const at = instants.find((each) => each !== null && each !== undefined);
  return wallOf(at ?? new Date().toISOString(), zone).day;
}
