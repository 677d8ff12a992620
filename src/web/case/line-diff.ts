import { changesOf } from './changes.js';
import { markedWords, type Word } from './word-diff.js';

/** One line of one of two texts. */
export interface DiffLine {
  /** Counted from 1. */
  readonly number: number;
  readonly words: readonly Word[];
}

/** What stands beside what; null where the other text has nothing. */
export interface DiffRow {
  readonly before: DiffLine | null;
  readonly after: DiffLine | null;
  readonly isSame: boolean;
}

/** Rows in a row of which all are shown, or which may be folded because nothing in them has changed. */
export interface DiffStretch {
  readonly isFolded: boolean;
  readonly rows: readonly DiffRow[];
}

/** Lines without a change that are shown around one. */
const CONTEXT = 3;

/** What has changed between two texts, line by line. */
export function diffOf(before: string, after: string): DiffStretch[] {
  return folded(rowsOf(before.split('\n'), after.split('\n')));
}

function rowsOf(before: readonly string[], after: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let old = 0;
  let now = 0;
  const same = (until: number): void => {
    for (; old < until; old += 1, now += 1) rows.push(sameRow(before[old] ?? '', old, now));
  };
  for (const { oldAt, oldLength, newLength } of changesOf(before, after)) {
    same(oldAt);
    for (let place = 0; place < Math.max(oldLength, newLength); place += 1) {
      rows.push(
        changedRow(
          place < oldLength ? [old + place, before[old + place] ?? ''] : null,
          place < newLength ? [now + place, after[now + place] ?? ''] : null,
        ),
      );
    }
    old += oldLength;
    now += newLength;
  }
  same(before.length);
  return rows;
}

function sameRow(text: string, old: number, now: number): DiffRow {
  const words = [{ text, isChanged: false }];
  return {
    before: { number: old + 1, words },
    after: { number: now + 1, words },
    isSame: true,
  };
}

type Numbered = readonly [place: number, text: string];

function changedRow(before: Numbered | null, after: Numbered | null): DiffRow {
  const [old, now] = before && after ? markedWords(before[1], after[1]) : [null, null];
  const line = (given: Numbered | null, words: readonly Word[] | null): DiffLine | null =>
    given && { number: given[0] + 1, words: words ?? [{ text: given[1], isChanged: false }] };
  return { before: line(before, old), after: line(after, now), isSame: false };
}

/** Folds what has not changed, except right beside what has. */
function folded(rows: readonly DiffRow[]): DiffStretch[] {
  const near = new Uint8Array(rows.length);
  rows.forEach(({ isSame }, place) => {
    if (!isSame) near.fill(1, Math.max(0, place - CONTEXT), place + CONTEXT + 1);
  });
  const stretches: { isFolded: boolean; rows: DiffRow[] }[] = [];
  rows.forEach((row, place) => {
    const isFolded = near[place] === 0;
    const last = stretches.at(-1);
    if (last?.isFolded === isFolded) last.rows.push(row);
    else stretches.push({ isFolded, rows: [row] });
  });
  return stretches;
}
