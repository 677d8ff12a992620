import { COLUMN_WEIGHTS } from '../finding/ranking.js';
import type { Holders } from '../finding/scoring.js';
import { MARKS } from '../finding/slot-marks.js';
import { columnOf, type Postings, type Rows } from './postings.js';

const WEIGHTS: readonly number[] = Object.values(COLUMN_WEIGHTS);

/**
 * The documents that hold any of several words, and how often all together.
 * @param isThere for each slot 0 where no document stands (any more)
 */
export function holdersOfAny(words: readonly Postings[], isThere: ArrayLike<number>): Holders {
  const held = words.map((word) => word.frequencies(WEIGHTS, isThere));
  const [first, ...others] = held;
  if (first === undefined) return { slots: new Uint32Array(0), frequencies: [] };
  if (others.length === 0) return { slots: first.slots, frequencies: first.numbers };
  const last = held.reduce((most, { slots }) => Math.max(most, slots.at(-1) ?? 0), 0);
  const sums = new Uint32Array(last + 1);
  for (const { slots, numbers } of held) {
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      sums[slot] = (sums[slot] as number) + (numbers[at] as number);
    }
  }
  const slots = sums.map((_, slot) => slot).filter((slot) => (sums[slot] ?? 0) > 0);
  return { slots, frequencies: slots.map((slot) => sums[slot] ?? 0) };
}

/** Where a word stands, asked for one document after another, from the first on. */
interface Places {
  /** Goes on to a document; whether it holds the word. */
  reaches(slot: number): boolean;
  /** Adds the places in the document that was reached. */
  addPlaces(places: number[]): void;
}

/** The list of one word. */
class OneWord implements Places {
  readonly rows: Rows;
  private at = 0;

  constructor(private readonly postings: Postings) {
    this.rows = postings.rows();
  }

  reaches(slot: number): boolean {
    const { slots } = this.rows;
    let { at } = this;
    while (at < slots.length && (slots[at] as number) < slot) at += 1;
    this.at = at;
    return slots[at] === slot;
  }

  addPlaces(places: number[]): void {
    this.postings.addPlaces(this.rows.numbers[this.at] ?? 0, places);
  }
}

/** The lists of the words that an unfinished one begins, which may be a hundred thousand. */
class AnyWord implements Places {
  private readonly told = new Map<number, { postings: Postings; from: number }[]>();
  private reached: readonly { postings: Postings; from: number }[] = [];

  /** @param asked the documents that will be asked for */
  constructor(words: readonly Postings[], asked: Uint32Array) {
    MARKS.clear((asked.at(-1) ?? 0) + 1);
    for (const slot of asked) MARKS.mark(slot);
    for (const postings of words) {
      const { slots, numbers } = postings.rows();
      for (let at = 0; at < slots.length; at += 1) {
        const slot = slots[at] as number;
        if (!MARKS.has(slot)) continue;
        const told = { postings, from: numbers[at] as number };
        const known = this.told.get(slot);
        if (known === undefined) this.told.set(slot, [told]);
        else known.push(told);
      }
    }
  }

  reaches(slot: number): boolean {
    this.reached = this.told.get(slot) ?? [];
    return this.reached.length > 0;
  }

  addPlaces(places: number[]): void {
    for (const { postings, from } of this.reached) postings.addPlaces(from, places);
    places.sort((a, b) => a - b);
  }
}

/**
 * The documents in which words follow one another.
 * @param words where each of them stands
 * @param endings where each word stands that the last one may be, if that is not known
 */
export function holdersInARow(words: readonly Postings[], endings?: readonly Postings[]): Holders {
  const whole = words.map((postings) => new OneWord(postings));
  const [asked = new Uint32Array(0)] = whole
    .map(({ rows }) => rows.slots)
    .sort((a, b) => a.length - b.length);
  const walked: Places[] = endings === undefined ? whole : [...whole, new AnyWord(endings, asked)];
  const places = walked.map((): number[] => []);
  const slots: number[] = [];
  const frequencies: number[] = [];
  for (const slot of asked) {
    if (!walked.every((word) => word.reaches(slot))) continue;
    walked.forEach((word, at) => {
      const told = places[at] ?? [];
      told.length = 0;
      word.addPlaces(told);
    });
    const frequency = rowsIn(places);
    if (frequency === 0) continue;
    slots.push(slot);
    frequencies.push(frequency);
  }
  return { slots: Uint32Array.from(slots), frequencies };
}

/** How often the places of the words follow one another, by the weights of the columns. */
function rowsIn(words: readonly (readonly number[])[]): number {
  const [first = []] = words;
  /** Of each word how far its places have been gone through. */
  const reached = words.map(() => 0);
  let sum = 0;
  for (const place of first) {
    let isRow = true;
    for (let word = 1; word < words.length && isRow; word += 1) {
      const places = words[word] ?? [];
      let at = reached[word] ?? 0;
      while (at < places.length && (places[at] as number) < place + word) at += 1;
      reached[word] = at;
      isRow = places[at] === place + word;
    }
    if (isRow) sum += WEIGHTS[columnOf(place)] ?? 0;
  }
  return sum;
}
