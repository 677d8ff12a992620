import { editDistance } from '../../../core/text/edit-distance.js';
import { isCjk } from '../../../core/text/segment.js';
import type { Awaitable, Vocabulary } from './text-index.js';

/** How many endings of an unfinished word are looked for; many of them share a stem. */
const COMPLETIONS = 36;
/** From this length on two mistakes are forgiven, below it one. */
const LONG_WORD = 8;

/** Whether a term can be what a misspelt word was meant to be: digits are no spelling. */
export function isCorrection(term: string): boolean {
  return LETTERS.test(term);
}
const LETTERS = /^\p{L}+$/u;

const LAST_DIGIT = '9'.charCodeAt(0);
const FIRST_CJK = 0x2e80;
const KEPT_WORD = /^\p{L}{3}[\p{L}\p{N}]{0,29}$/u;

/** Whether a folded token is a word that can be completed: Latin letters, also with digits behind. */
export function isKeptWord(token: string): boolean {
  // Most tokens that are none begin with a digit or in Chinese; that costs nothing to see.
  const first = token.charCodeAt(0);
  return first > LAST_DIGIT && first < FIRST_CJK && KEPT_WORD.test(token) && !isCjk(token);
}

/** A word as it is written. */
export interface Term {
  readonly term: string;
  /** How many documents that everybody may see hold it (about); 0 if it stands only in others. */
  readonly documents: number;
}

/** Where an engine keeps its terms. */
export interface TermStore {
  /** Those of the words that there are, in any order. */
  known(words: readonly string[]): Awaitable<readonly Term[]>;
  /** The most frequent that begin like this and that everybody may see, `limit` at most. */
  beginning(start: string, limit: number): Awaitable<readonly string[]>;
  /** Those that begin like this and stand only in what not everybody may see, in any order. */
  closedBeginning(start: string, limit: number): Awaitable<readonly string[]>;
  /**
   * Those that so many letters added, dropped, changed or swapped at most can make of it; others may
   * be among them, and a few missing.
   */
  resembling(word: string, most: number): Awaitable<readonly Term[]>;
}

/** What words begin like one, or were meant by it. */
export class StoredVocabulary implements Vocabulary {
  constructor(private readonly terms: TermStore) {}

  async has(word: string): Promise<boolean> {
    const [known] = await this.terms.known([word]);
    return (known?.documents ?? 0) > 0;
  }

  completions(beginning: string): Awaitable<readonly string[]> {
    return this.terms.beginning(beginning, COMPLETIONS);
  }

  closedCompletions(beginning: string): Awaitable<readonly string[]> {
    return this.terms.closedBeginning(beginning, COMPLETIONS);
  }

  async halves(word: string): Promise<readonly [string, string] | undefined> {
    const cuts = Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => at + 3);
    const pairs = cuts.map((at) => [word.slice(0, at), word.slice(at)] as const);
    const known = new Map(
      (await this.terms.known(pairs.flat())).map(({ term, documents }) => [term, documents]),
    );
    let best: { halves: readonly [string, string]; documents: number } | undefined;
    for (const halves of pairs) {
      const documents = Math.min(...halves.map((half) => known.get(half) ?? 0));
      if (documents > (best?.documents ?? 0)) best = { halves, documents };
    }
    return best?.halves;
  }

  async corrections(word: string): Promise<string[]> {
    const most = word.length < LONG_WORD ? 1 : 2;
    const candidates = [
      ...(await this.terms.resembling(word, most)),
      // A short word with two letters swapped may have no trigram left.
      ...(await this.terms.known(swaps(word))),
    ];
    const costs = new Map<string, number>();
    for (const { term, documents } of candidates) {
      const distance = editDistance(word, term);
      if (distance === 0 || distance > most || !isCorrection(term)) continue;
      const sameStart = term.startsWith(word.charAt(0)) ? 3 : 0;
      costs.set(term, 10 * distance - Math.log(1 + documents) - sameStart);
    }
    return [...costs].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([term]) => term);
  }
}

function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}
