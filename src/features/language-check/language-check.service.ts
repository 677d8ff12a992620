import { fold } from '../../core/text/fold.js';
import { pieces } from '../../core/text/segment.js';
import type { LanguageRule } from './language-rules.file.js';
import { PERSON_MARK, type Phrase } from './phrase.js';
import { withoutQuoted } from './quoted.js';

/** A place in a text that is put in a way which keeps people from learning. */
export interface LanguageFinding {
  readonly rule: LanguageRule;
  /** Offset in UTF-16 code units. */
  readonly start: number;
  /** Offset of the first code unit after it. */
  readonly end: number;
}

interface Entry {
  readonly rule: LanguageRule;
  readonly phrase: Phrase;
  /** It is what makes a find of its rule mean something else. */
  readonly isExcuse: boolean;
}

interface Match extends Entry {
  readonly start: number;
  readonly end: number;
}

/** Findings of one text that are told; whoever has mended these may ask again. */
const MOST_FINDINGS = 500;

/** Looks in texts for what the rules name. The same text and people give the same findings. */
export class LanguageCheck {
  readonly #byStart = new Map<string, Entry[]>();
  readonly #byBeginning: { readonly beginning: string; readonly entry: Entry }[] = [];

  constructor(readonly rules: readonly LanguageRule[]) {
    for (const rule of rules) {
      for (const phrase of rule.find) this.#add({ rule, phrase, isExcuse: false });
      for (const phrase of rule.unless) this.#add({ rule, phrase, isExcuse: true });
    }
  }

  /**
   * What stands in a text, in order, none within another, at most 500.
   * @param text Markdown; code, quotations and addresses are others' words and are passed over
   * @param people their names, to tell when a sentence is about one of them
   */
  check(text: string, people: readonly string[] = []): LanguageFinding[] {
    const words = withPeopleMarked(fold(withoutQuoted(text)), text, people);
    const matches: Match[] = [];
    for (const { start, end, cjk } of pieces(words)) {
      if (cjk) for (let at = start; at < end; at += 1) this.#at(words, at, at + 1, matches);
      else this.#at(words, start, end, matches);
    }
    for (const { start } of marksIn(words)) this.#at(words, start, start + 1, matches);
    return settled(matches);
  }

  #add(entry: Entry): void {
    for (const start of entry.phrase.starts) {
      if (start.endsWith('*')) {
        this.#byBeginning.push({ beginning: start.slice(0, -1), entry });
        continue;
      }
      const known = this.#byStart.get(start);
      if (known) known.push(entry);
      else this.#byStart.set(start, [entry]);
    }
  }

  #at(words: string, start: number, end: number, matches: Match[]): void {
    const first = words.slice(start, end);
    for (const entry of this.#byStart.get(first) ?? []) take(words, start, entry, matches);
    for (const { beginning, entry } of this.#byBeginning) {
      if (first.startsWith(beginning)) take(words, start, entry, matches);
    }
  }
}

function take(words: string, start: number, entry: Entry, matches: Match[]): void {
  const { pattern } = entry.phrase;
  pattern.lastIndex = start;
  if (pattern.test(words)) matches.push({ ...entry, start, end: pattern.lastIndex });
}

/** Without those excused and those within others: the longest at the earliest place stays. */
function settled(matches: readonly Match[]): LanguageFinding[] {
  const excuses = new Map<LanguageRule, Range[]>();
  for (const { rule, start, end, isExcuse } of matches) {
    if (!isExcuse) continue;
    const ranges = excuses.get(rule) ?? [];
    excuses.set(rule, ranges);
    const last = ranges.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  const found = matches
    .filter(({ isExcuse }) => !isExcuse)
    .filter((match) => !isWithin(match, excuses.get(match.rule) ?? []))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: LanguageFinding[] = [];
  let reached = 0;
  for (const { rule, start, end } of found) {
    if (start < reached) continue;
    kept.push({ rule, start, end });
    reached = end;
    if (kept.length === MOST_FINDINGS) break;
  }
  return kept;
}

interface Range {
  readonly start: number;
  end: number;
}

/** Whether it touches one of some ranges that are in order and apart from each other. */
function isWithin({ start, end }: Match, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Infinity) < end;
}

const marksIn = (words: string): { readonly start: number }[] =>
  Array.from(words.matchAll(new RegExp(`${PERSON_MARK}+`, 'gu')), ({ index }) => ({
    start: index,
  }));

/**
 * A folded text in which the names of people are marks of the same length: whole names, `@name`, and
 * the first of several names where it is written like a name.
 */
function withPeopleMarked(folded: string, text: string, people: readonly string[]): string {
  const names = new Map<string, string[]>();
  for (const person of people) {
    const whole = fold(person).trim();
    const [first] = pieces(whole);
    if (!first) continue;
    // Of a name in Chinese any character could begin a word: the first one is enough to look further.
    const key = first.cjk ? whole.charAt(0) : whole.slice(first.start, first.end);
    const known = names.get(key);
    if (known) known.push(whole);
    else names.set(key, [whole]);
  }
  if (names.size === 0) return folded;
  const marked: { readonly start: number; readonly end: number }[] = [];
  const look = (key: string, start: number): void => {
    for (const whole of names.get(key) ?? []) {
      const end = start + whole.length;
      if (folded.startsWith(whole, start) && isEndOfWord(folded, end)) marked.push({ start, end });
      else if (key !== whole && key.length > 2 && /^\p{Lu}\p{Ll}/u.test(text.slice(start))) {
        marked.push({ start, end: start + key.length });
      }
    }
  };
  for (const { start, end, cjk } of pieces(folded)) {
    if (cjk) for (let at = start; at < end; at += 1) look(folded.charAt(at), at);
    else look(folded.slice(start, end), start);
  }
  let result = '';
  let at = 0;
  for (const { start, end } of marked) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += folded.slice(at, from) + PERSON_MARK.repeat(end - from);
    at = end;
  }
  return result + folded.slice(at);
}

const isEndOfWord = (text: string, at: number): boolean =>
  !/^[a-z0-9]$/u.test(text.charAt(at)) || !/^[a-z0-9]$/u.test(text.charAt(at - 1));
