import { COLUMN_WEIGHTS } from '../finding/ranking.js';
import type { Holders } from '../finding/scoring.js';
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
  const sums = new Uint32Array(1 + Math.max(0, ...held.map(({ slots }) => slots.at(-1) ?? 0)));
  for (const { slots, numbers } of held) {
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      sums[slot] = (sums[slot] as number) + (numbers[at] as number);
    }
  }
  const slots = sums.map((_, slot) => slot).filter((slot) => (sums[slot] ?? 0) > 0);
  return { slots, frequencies: slots.map((slot) => sums[slot] ?? 0) };
}

/** A list of documents that is gone through once, from its beginning. */
class Walked {
  private readonly rows: Rows;
  private at = 0;

  constructor(private readonly postings: Postings) {
    this.rows = postings.rows();
  }

  get slots(): Uint32Array {
    return this.rows.slots;
  }

  /** Goes on to a document; whether it is on the list. */
  reaches(slot: number): boolean {
    const { slots } = this.rows;
    let { at } = this;
    while (at < slots.length && (slots[at] as number) < slot) at += 1;
    this.at = at;
    return slots[at] === slot;
  }

  /** Adds the places in the document that was reached. */
  addPlaces(places: number[]): void {
    this.postings.addPlaces(this.rows.numbers[this.at] ?? 0, places);
  }
}

/**
 * The documents in which words follow one another.
 * @param words for each of them where it stands; where it may be one of several, where each does
 */
export function holdersInARow(words: readonly (readonly Postings[])[]): Holders {
  const walked = words.map((lists) => lists.map((postings) => new Walked(postings)));
  const places = words.map((): number[] => []);
  const slots: number[] = [];
  const frequencies: number[] = [];
  for (const slot of rarest(walked)) {
    if (!walked.every((lists) => reachesAny(lists, slot))) continue;
    walked.forEach((lists, word) => {
      const told = places[word] ?? [];
      told.length = 0;
      for (const list of lists) if (list.reaches(slot)) list.addPlaces(told);
      if (lists.length > 1) told.sort((a, b) => a - b);
    });
    const frequency = rowsIn(places);
    if (frequency === 0) continue;
    slots.push(slot);
    frequencies.push(frequency);
  }
  return { slots: Uint32Array.from(slots), frequencies };
}

function reachesAny(lists: readonly Walked[], slot: number): boolean {
  for (const list of lists) if (list.reaches(slot)) return true;
  return false;
}

/** The documents of the word that the fewest hold, of those that are one word. */
function rarest(words: readonly (readonly Walked[])[]): Iterable<number> {
  if (words.some((lists) => lists.length === 0)) return [];
  const single = words.flatMap(([first, ...others]) =>
    first !== undefined && others.length === 0 ? [first.slots] : [],
  );
  return single.sort((a, b) => a.length - b.length)[0] ?? [];
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
