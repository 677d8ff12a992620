import { LIMITS } from '../../core/limits.js';
import type { Language, TimelineMarker } from '../../core/vocabulary.js';
import { markerOf } from '../case-file/prose-marker.js';
import type { Day, WrittenDay } from '../case-file/prose-time.js';
import { chatOf, lineWithTimeLast, nameIn } from './pasted-chat.js';
import { isNewestFirst, PastedDays } from './pasted-days.js';
import type { PastedLine, PastedSource } from './pasted-line.js';
import { logLine } from './pasted-log.js';
import { dayLineOf, slashOrder, stampAt, type PasteContext, type Stamp } from './pasted-moment.js';

/** One entry of what was pasted: a line with those that belong to it. */
export interface PastedEntry {
  /** The number of its first line, from 1. */
  readonly line: number;
  /** Its lines to the letter. */
  readonly original: string;
  /** Null where no time was recognised. */
  readonly at: Date | null;
  readonly zone: string;
  readonly marker: TimelineMarker;
  readonly text: string;
  readonly source: PastedSource | null;
}

export interface Pasting {
  readonly language: Language;
  /** The day of times without one. */
  readonly date: Day | undefined;
  /** The zone of times without one. */
  readonly zone: string;
}

/** An entry while its lines come together. */
interface Entry {
  readonly line: number;
  readonly lines: string[];
  readonly texts: string[];
  stamp: Stamp | undefined;
  source: PastedSource | null;
  /** Who wrote what follows, if it turns out to be a message. */
  writer: string | undefined;
  /** The day that was named over it. */
  day: WrittenDay | undefined;
  /** How far a bullet is set in; null without one. */
  readonly bullet: number | null;
  length: number;
}

const PREFIX =
  /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+•·◦▪][ \t]+|\d{1,3}[.)、][ \t]+)?(?:\[[ xX]\][ \t]+)?(?:["“](?=\d))?/u;
const BULLET = /^([ \t]*)(?:[-*+•·◦▪]|\d{1,3}[.)、])[ \t]/u;
/** Lines that only hold a form together: fences, and rules of tables. */
const isForm = (line: string): boolean =>
  (/^[ \t|:-]+$/u.test(line) && line.includes('--')) ||
  /^[ \t]*(?:`{3,}|~{3,})\w*[ \t]*$/u.test(line);
/** Where words and marks begin; the kind of event is looked for no further. */
const TOLD = 300;

/**
 * Reads lines that somebody copied from a chat, a log or a document. No line is lost: each that is
 * not blank is an entry, or belongs to the entry before it or, if it is a day, to the one after it.
 */
export function readPasted(text: string, { language, date, zone }: Pasting): PastedEntry[] {
  const context: PasteContext = { language, date, slashes: slashOrder(text, date) };
  const entries = entriesOf(text.split('\n'), context);
  const stamps = entries.flatMap(({ stamp }) => stamp ?? []);
  const days = new PastedDays(date, { language, zone, isNewestFirst: isNewestFirst(stamps) });
  return entries.map(({ line, lines, texts, stamp, source, day }): PastedEntry => {
    if (day) days.set(day);
    const placed = stamp ? days.place(stamp) : null;
    const words = texts.filter((each) => each !== '').join('\n');
    return {
      line,
      original: lines.join('\n'),
      at: placed?.at ?? null,
      zone: placed?.zone ?? stamp?.zone ?? zone,
      marker: markerOf(words.slice(0, TOLD)),
      text: words,
      source,
    };
  });
}

function entriesOf(lines: readonly string[], context: PasteContext): Entry[] {
  const entries: Entry[] = [];
  let isAfterBlank = false;
  let days: { line: number; lines: string[]; day: WrittenDay } | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const open = entries.at(-1);
    if (open && entries.length >= LIMITS.entriesPerCase) {
      for (const each of [...(days?.lines ?? []), line]) join(open, each, each.trim());
      days = undefined;
      continue;
    }
    const parsed = parse(line, context);
    const day = parsed ? undefined : dayLineOf(line, context);
    if (day) {
      days = { line: days?.line ?? at + 1, lines: [...(days?.lines ?? []), line], day };
    } else if (open && !days && !parsed && belongs(open, line, isAfterBlank)) {
      join(open, line, isForm(line) ? '' : line.trim());
    } else {
      const entry = begun(line, at + 1, parsed, days);
      if (parsed && open && entry.texts[0] === '' && !days && !isAfterBlank)
        takeWriter(open, entry, entries);
      entries.push(entry);
      days = undefined;
    }
    isAfterBlank = false;
  }
  if (days)
    entries.push({
      ...begun('', days.line, undefined, days),
      lines: days.lines,
      texts: days.lines.map((line) => line.trim()),
    });
  return entries;
}

function parse(line: string, context: PasteContext): PastedLine | undefined {
  // Most lines of a long message hold no figure, and no time.
  if (!/\d/u.test(line)) return undefined;
  const text = plainOf(line);
  const log = logLine(text, context);
  if (log) return log;
  const stamp = stampAt(text, context);
  if (!stamp) return lineWithTimeLast(text, context);
  const words = balanced(text.slice(stamp.length).trim());
  return chatOf(text, { stamp, text: words, source: null });
}

/** A line without its bullet, its quotation mark or the rules of its table. */
function plainOf(line: string): string {
  const text = line.slice(PREFIX.exec(line)?.[0].length ?? 0).trim();
  if (!text.startsWith('|'))
    return text.replace(/^【(?=[\d上下中凌早晚])([^】]{3,40})】/u, '[$1] ');
  const cells = text.replace(/^\||\|$/gu, '').split('|');
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');
}

function begun(
  line: string,
  at: number,
  parsed: PastedLine | undefined,
  days:
    | { readonly line: number; readonly lines: readonly string[]; readonly day: WrittenDay }
    | undefined,
): Entry {
  return {
    line: days?.line ?? at,
    lines: [...(days?.lines ?? []), line],
    texts: [parsed ? parsed.text : plainOf(line)],
    stamp: parsed?.stamp,
    source: parsed?.source ?? null,
    writer: parsed?.writer,
    day: days?.day,
    bullet: BULLET.exec(line)?.[1]?.length ?? null,
    length: line.length,
  };
}

/** Whether a line without a time goes on with the entry before it. */
function belongs(open: Entry, line: string, isAfterBlank: boolean): boolean {
  if (open.length + line.length >= LIMITS.entry) return false;
  if (isForm(line)) return true;
  const isSetIn = /^(?:[ \t]{2,}|\t)/u.test(line);
  if (!open.stamp) return !isAfterBlank && isSetIn;
  const isMessage =
    open.source?.kind === 'CHAT' || open.writer !== undefined || open.texts[0] === '';
  if (isMessage) return true;
  const bullet = BULLET.exec(line)?.[1]?.length ?? null;
  if (bullet !== null && bullet <= (open.bullet ?? -1)) return false;
  return !isAfterBlank || isSetIn;
}

function join(open: Entry, line: string, text: string): void {
  if (open.writer !== undefined && text !== '') {
    open.source = { kind: 'CHAT', name: open.writer };
    open.writer = undefined;
    open.texts[0] = '';
  }
  open.lines.push(line);
  open.texts.push(text);
  open.length += line.length + 1;
}

/**
 * Some chats are copied with the name on a line of its own, over the time; and whoever writes twice
 * is not named twice.
 */
function takeWriter(open: Entry, entry: Entry, entries: Entry[]): void {
  const last = open.lines.at(-1) ?? '';
  const name = /\d/u.test(last) ? undefined : nameIn(last.trim());
  if (name !== undefined && (!open.stamp || open.lines.length > 1)) {
    entry.writer = name;
    entry.lines.unshift(last);
    open.lines.pop();
    open.texts.pop();
    if (open.lines.length === 0) entries.pop();
    Object.assign(entry, { line: entry.line - 1 });
  } else if (open.source?.kind === 'CHAT') {
    entry.source = open.source;
    if (/\d[ \t]?p\.?m\b/iu.test(open.lines.slice(0, 2).join(' ')))
      entry.stamp = afternoon(entry.stamp);
  }
}

/** `2:07` under `Ann Lee  2:05 PM`. */
function afternoon(stamp: Stamp | undefined): Stamp | undefined {
  if (!stamp || stamp.time.hour >= 12) return stamp;
  return { ...stamp, time: { ...stamp.time, hour: stamp.time.hour + 12 } };
}

/** `**14:05 Alert fired**` loses its first marks with the time, so its last ones go too. */
function balanced(text: string): string {
  const odd = text.endsWith('**') && text.split('**').length % 2 === 0;
  return odd ? text.slice(0, -2).trimEnd() : text;
}
