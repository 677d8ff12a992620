import { changesOf } from './changes.js';

/** A stretch of a line that is in the other line too, or is not. */
export interface Word {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Characters of a line from which its words are not compared: it would take longer than it is worth. */
const LONGEST = 4_000;

/** Of so many parts of a line at least one must have stayed, or the whole line is another. */
const LEAST_SHARED = 4;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Two lines with the words marked that are in only one of them; Chinese words too. */
export function markedWords(
  before: string,
  after: string,
): readonly [readonly Word[] | null, readonly Word[] | null] {
  if (before.length > LONGEST || after.length > LONGEST) return [null, null];
  const old = wordsOf(before);
  const now = wordsOf(after);
  const changes = changesOf(old, now);
  const taken = changes.flatMap(({ oldAt, oldLength }) => old.slice(oldAt, oldAt + oldLength));
  const shared = amountOf(old) - amountOf(taken);
  if (shared * LEAST_SHARED < Math.max(amountOf(old), amountOf(now))) return [null, null];
  return [
    marked(
      old,
      changes.map(({ oldAt, oldLength }) => [oldAt, oldLength]),
    ),
    marked(
      now,
      changes.map(({ newAt, newLength }) => [newAt, newLength]),
    ),
  ];
}

/** How many words there are, besides the spaces between them. */
const amountOf = (words: readonly string[]): number =>
  words.filter((word) => word.trim() !== '').length;

const wordsOf = (line: string): string[] =>
  [...segmenter.segment(line)].map(({ segment }) => segment);

function marked(words: readonly string[], changes: readonly [number, number][]): Word[] {
  const result: Word[] = [];
  let end = 0;
  const add = (from: number, to: number, isChanged: boolean): void => {
    if (to > from) result.push({ text: words.slice(from, to).join(''), isChanged });
  };
  for (const [from, length] of changes) {
    add(end, from, false);
    add(from, from + length, true);
    end = from + length;
  }
  add(end, words.length, false);
  return result;
}
