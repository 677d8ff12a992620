import { fold } from '../../core/text/fold.js';
import {
  camelCaseNames,
  camelCaseParts,
  eachUnit,
  isCjk,
  unitFrom,
} from '../../core/text/segment.js';
import { stem } from '../../core/text/stem.js';
import type { MatchedTerm } from '../../infra/search/search-index.js';

/** A stretch of the original text. */
export interface Fragment {
  readonly text: string;
  readonly matched: boolean;
}

/** Width of an excerpt: a Latin letter counts one, a Chinese character two. */
const EXCERPT_WIDTH = 160;
/** Longer texts are marked up to here, in UTF-16 code units. */
const LONGEST_TEXT = 200_000;

interface Match {
  readonly start: number;
  readonly end: number;
  /** Which of the terms. */
  readonly term: number;
}

/** A term cut into the keys of its words. */
interface Pattern {
  /** Of each of its words: one at least. */
  readonly keys: readonly [string, ...string[]];
  /** The only word of it may go on. */
  readonly prefix: string | undefined;
  readonly term: number;
}

/** A text to find matches in, which remembers in what form, for all who look. */
export class SearchedText {
  #folded: string | undefined;
  #names: readonly { readonly start: number; readonly name: string }[] | undefined;

  constructor(readonly text: string) {}

  get folded(): string {
    return (this.#folded ??= fold(this.#searched));
  }

  /** Its camel-cased names. */
  get names(): readonly { readonly start: number; readonly name: string }[] {
    return (this.#names ??= camelCaseNames(this.#searched));
  }

  get #searched(): string {
    return this.text.slice(0, LONGEST_TEXT);
  }
}

/** Marks what made cases match, in their original text. Made once for all the hits of a search. */
export class Highlighter {
  /** Patterns by the first code unit of their first word, which no stemming changes. */
  private readonly patterns = new Map<number, Pattern[]>();
  /** A text without any of these holds no match. */
  private readonly beginnings: string[] = [];

  constructor(terms: readonly MatchedTerm[]) {
    terms.forEach(({ text, prefix }, term) => {
      const folded = fold(text);
      const found: string[] = [];
      eachUnit(folded, (start, end) => found.push(keyOf(folded, start, end)));
      const [first, ...others] = found;
      if (first === undefined) return;
      const beginning = prefix && others.length === 0 ? folded.trim() : undefined;
      const initial = first.charCodeAt(0);
      const pattern = { keys: [first, ...others] as const, prefix: beginning, term };
      this.patterns.set(initial, [...(this.patterns.get(initial) ?? []), pattern]);
      this.beginnings.push(beginningOf(first));
    });
  }

  /** The whole text in fragments; joined they are the text again. */
  whole(searched: SearchedText): Fragment[] {
    const { text } = searched;
    return fragments(text, 0, text.length, this.matches(searched));
  }

  /**
   * The stretches of about a line and a half in which most different words match, in the order of
   * the text; joined, each is a stretch of the text to the letter. None where nothing matches.
   */
  excerpts(searched: SearchedText, most = 1): Fragment[][] {
    const { text } = searched;
    const found = this.matches(searched);
    const windows: { start: number; end: number }[] = [];
    let left = found;
    while (windows.length < most && left.length > 0) {
      const window = densest(text, left);
      windows.push(window);
      left = left.filter((match) => match.end <= window.start || match.start >= window.end);
    }
    windows.sort((a, b) => a.start - b.start);
    return windows.map(({ start, end }, index) => {
      const from = Math.max(start, windows[index - 1]?.end ?? 0);
      return fragments(text, from, Math.max(from, end), found);
    });
  }

  /** In order of the text; they may overlap. */
  private matches(searched: SearchedText): Match[] {
    const { folded } = searched;
    // Most parts of a case hold none, which is found out much faster than where one would stand.
    if (!this.beginnings.some((beginning) => folded.includes(beginning))) return [];
    const found: Match[] = [];
    eachUnit(folded, (start, wordEnd) => {
      const patterns = this.patterns.get(folded.charCodeAt(start));
      if (patterns === undefined) return;
      for (const { keys, prefix, term } of patterns) {
        const begins = prefix !== undefined && folded.startsWith(prefix, start);
        const end = rowEnd(folded, start, wordEnd, keys) ?? (begins ? wordEnd : undefined);
        if (end !== undefined) found.push({ start, end, term });
      }
    });
    const inside = searched.names.flatMap(({ start, name }) => this.insideName(start, name));
    return inside.length === 0 ? found : [...found, ...inside].sort((a, b) => a.start - b.start);
  }

  /** `OOM` inside of `OOMKilled`. */
  private insideName(nameStart: number, name: string): Match[] {
    const found: Match[] = [];
    let start = nameStart;
    for (const part of camelCaseParts(name)) {
      const [word, end] = [fold(part), start + part.length];
      for (const { keys, term } of this.patterns.get(word.charCodeAt(0)) ?? []) {
        if (keys.length === 1 && keys[0] === stem(word)) found.push({ start, end, term });
      }
      start = end;
    }
    return found;
  }
}

/** The form in which a word of a folded text is compared; a Chinese character is its own. */
function keyOf(folded: string, start: number, end: number): string {
  const word = folded.slice(start, end);
  return isCjk(word) ? word : stem(word);
}

/**
 * How every form of a word begins. Porter's rules put at most two letters of their own at the end of
 * a stem, as in `usable` of `usability`, and leave the first two of a word alone.
 */
function beginningOf(key: string): string {
  return key.slice(0, Math.max(2, key.length - 2));
}

/** Where a row of words ends whose first one stands at this place, if they follow one another there. */
function rowEnd(
  folded: string,
  start: number,
  firstEnd: number,
  [first, ...others]: Pattern['keys'],
): number | undefined {
  // No stemming changes the first two letters, and to compare them costs nothing.
  if (first.length > 1 && folded.charCodeAt(start + 1) !== first.charCodeAt(1)) return undefined;
  if (keyOf(folded, start, firstEnd) !== first) return undefined;
  let end = firstEnd;
  let wasCjk = isCjk(first);
  for (const key of others) {
    const next = unitFrom(folded, end);
    if (next === undefined || keyOf(folded, next.start, next.end) !== key) return undefined;
    // Between two Chinese characters of a term stands nothing; between words any sign may.
    if (wasCjk && next.cjk && next.start !== end) return undefined;
    ({ end, cjk: wasCjk } = next);
  }
  return end;
}

function densest(text: string, matches: readonly Match[]): { start: number; end: number } {
  let best = { score: -1, first: 0, last: 0 };
  const inWindow = new Map<number, number>();
  let last = -1;
  let width = 0;
  matches.forEach((match, first) => {
    if (last < first) {
      last = first;
      width = textWidth(text, match.start, match.end);
      add(inWindow, match.term, 1);
    }
    for (let next = matches[last + 1]; next !== undefined; next = matches[last + 1]) {
      const grown = width + textWidth(text, matches[last]?.end ?? 0, next.end);
      if (grown > EXCERPT_WIDTH) break;
      width = grown;
      last += 1;
      add(inWindow, next.term, 1);
    }
    const score = inWindow.size * 100 + (last - first);
    if (score > best.score) best = { score, first, last };
    add(inWindow, match.term, -1);
    width -= textWidth(text, match.start, matches[first + 1]?.start ?? match.start);
  });
  const start = matches[best.first]?.start ?? 0;
  const end = Math.max(matches[best.last]?.end ?? start, start);
  return widen(text, start, end);
}

function add(counts: Map<number, number>, key: number, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Fills the excerpt up on both sides, to the borders of words. */
function widen(text: string, start: number, end: number): { start: number; end: number } {
  let room = EXCERPT_WIDTH - textWidth(text, start, end);
  const before = Math.min(room / 3, textWidth(text, Math.max(0, start - EXCERPT_WIDTH), start));
  let from = start;
  for (let left = before; from > 0 && left > 0; from -= 1) left -= charWidth(text, from - 1);
  room -= Math.max(0, before);
  let to = end;
  for (; to < text.length && room > 0; to += 1) room -= charWidth(text, to);
  return { start: wordBorder(text, from, start), end: wordEnd(text, end, to) };
}

/** The first border of a word at or after `from`, at most `limit`. */
function wordBorder(text: string, from: number, limit: number): number {
  let at = from;
  while (at > 0 && at < limit && joins(text, at)) at += 1;
  // Not with the end of the sentence before.
  while (at > 0 && at < limit && !/[\p{L}\p{N}]/u.test(text.charAt(at))) at += 1;
  return at;
}

/** The last border of a word at or before `to`, at least `limit`. */
function wordEnd(text: string, limit: number, to: number): number {
  let at = to;
  while (at > limit && at < text.length && joins(text, at)) at -= 1;
  while (at > limit && /\s/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Whether the characters on both sides of an offset belong together. */
function joins(text: string, at: number): boolean {
  const isLatin = (offset: number) => /[\p{L}\p{N}\p{M}]/u.test(text.charAt(offset));
  const low = text.charCodeAt(at);
  if (low >= 0xdc00 && low <= 0xdfff) return true;
  return (
    isLatin(at - 1) && isLatin(at) && charWidth(text, at - 1) === 1 && charWidth(text, at) === 1
  );
}

/** From the Chinese radicals on, characters are as wide as two letters. */
function charWidth(text: string, at: number): number {
  return text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
}

function textWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at += 1) width += charWidth(text, at);
  return width;
}

/** A stretch of the text cut where matches begin and end. */
function fragments(
  text: string,
  start: number,
  end: number,
  matches: readonly Match[],
): Fragment[] {
  const found: Fragment[] = [];
  const push = (from: number, to: number, matched: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), matched });
  };
  let done = start;
  const within = matches.filter((match) => match.start < end && match.end > start);
  for (const { start: from, end: to } of merged(within)) {
    const [cutFrom, cutTo] = [Math.max(from, done), Math.min(to, end)];
    push(done, cutFrom, false);
    push(cutFrom, cutTo, true);
    done = Math.max(done, cutTo);
  }
  push(done, end, false);
  return found;
}

/** Overlapping and touching ranges as one. */
function merged(matches: readonly Match[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}
