import { fold } from './fold.js';
import { isCjk, pieces } from './segment.js';
import { stem } from './stem.js';

/** Words in the form by which they are looked up: folded, stemmed, one space between. */
export function synonymKey(text: string): string {
  const folded = fold(text);
  return pieces(folded)
    .map(({ start, end, cjk }) => (cjk ? folded.slice(start, end) : stem(folded.slice(start, end))))
    .join(' ');
}

/** Groups of words that mean the same, ready for lookup. */
export class Synonyms {
  private readonly groups = new Map<string, Set<string>>();
  /** Of a group's words, the most that stand in a row. */
  readonly longestWords: number;
  /** Characters of the longest one in Chinese. */
  readonly longestRun: number;

  constructor(groups: readonly (readonly string[])[]) {
    let longestWords = 0;
    let longestRun = 0;
    for (const group of groups) {
      for (const word of group) {
        const key = synonymKey(word);
        const known = this.groups.get(key) ?? new Set<string>();
        for (const other of group) if (synonymKey(other) !== key) known.add(fold(other));
        this.groups.set(key, known);
        longestWords = Math.max(longestWords, key.split(' ').length);
        if (isCjk(key)) longestRun = Math.max(longestRun, key.length);
      }
    }
    this.longestWords = longestWords;
    this.longestRun = longestRun;
  }

  /** Folded words that mean the same as the one of this key, without it; undefined if it is not in any group. */
  of(key: string): readonly string[] | undefined {
    const group = this.groups.get(key);
    return group && [...group];
  }
}
