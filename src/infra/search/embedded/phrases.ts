import { COLUMN_WEIGHTS } from '../finding/ranking.js';
import type { Holders } from '../finding/scoring.js';
import { MARKS } from '../finding/slot-marks.js';
import { PlaceList } from './place-list.js';
import { columnOf, type Postings, type Reading, type Rows } from './postings.js';

const WEIGHTS: readonly number[] = Object.values(COLUMN_WEIGHTS);
const NOTHING = new Uint32Array(0);

/** The documents that hold any of several words, and how often all together. */
export function holdersOfAny(words: readonly Postings[], reading: Reading): Holders {
  const [first, ...others] = words;
  if (first === undefined) return new Counted(NOTHING, NOTHING);
  return others.length === 0 ? new HoldersOfOne(first, reading) : summed(words, reading);
}

/** Counted when asked for: most are not among those that hold all other words too. */
class HoldersOfOne implements Holders {
  readonly slots: Uint32Array;
  private readonly told: Uint32Array;

  constructor(
    private readonly word: Postings,
    reading: Reading,
  ) {
    ({ slots: this.slots, told: this.told } = word.rows(reading));
  }

  frequencyAt(at: number): number {
    return this.word.frequency(this.told[at] as number, WEIGHTS);
  }
}

class Counted implements Holders {
  constructor(
    readonly slots: Uint32Array,
    private readonly frequencies: Uint32Array,
  ) {}

  frequencyAt(at: number): number {
    return this.frequencies[at] as number;
  }
}

function summed(words: readonly Postings[], reading: Reading): Holders {
  const last = words.reduce(
    (most, word) => Math.max(most, word.rows(reading).slots.at(-1) ?? 0),
    0,
  );
  const sums = reading.room.take(last + 1).fill(0);
  let most = 0;
  for (const word of words) {
    const { slots, told } = word.rows(reading);
    most += slots.length;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      sums[slot] = (sums[slot] as number) + word.frequency(told[at] as number, WEIGHTS);
    }
  }
  const slots = reading.room.take(Math.min(most, last + 1));
  let count = 0;
  for (let slot = 0; slot <= last; slot += 1) {
    if (sums[slot] === 0) continue;
    // What stands behind has been read: no sum is overtaken.
    sums[count] = sums[slot] as number;
    slots[count] = slot;
    count += 1;
  }
  return new Counted(reading.room.keep(slots, count), sums);
}

/** Where a word stands, asked for one document after another, from the first on. */
interface Places {
  /** Goes on to a document; whether it holds the word. */
  reaches(slot: number): boolean;
  /** Adds the places in the document that was reached, in order. */
  addPlaces(places: PlaceList): void;
}

/** The list of one word. */
class OneWord implements Places {
  private readonly rows: Rows;
  private at = 0;

  constructor(
    private readonly postings: Postings,
    reading: Reading,
  ) {
    this.rows = postings.rows(reading);
  }

  get slots(): Uint32Array {
    return this.rows.slots;
  }

  reaches(slot: number): boolean {
    const { slots } = this.rows;
    let { at } = this;
    while (at < slots.length && (slots[at] as number) < slot) at += 1;
    this.at = at;
    return slots[at] === slot;
  }

  addPlaces(places: PlaceList): void {
    this.postings.addPlaces(this.rows.told[this.at] as number, places);
  }
}

/** The lists of the words that an unfinished one begins, which may be a hundred thousand. */
class AnyWord implements Places {
  private readonly told = new Map<number, { postings: Postings; at: number }[]>();
  private reached: readonly { postings: Postings; at: number }[] = [];

  /** @param asked the documents that will be asked for */
  constructor(words: readonly Postings[], asked: Uint32Array, reading: Reading) {
    MARKS.clear((asked.at(-1) ?? 0) + 1);
    MARKS.markAll(asked);
    for (const postings of words) {
      const { slots, told } = postings.rows(reading);
      for (let at = 0; at < slots.length; at += 1) {
        const slot = slots[at] as number;
        if (!MARKS.has(slot)) continue;
        const one = { postings, at: told[at] as number };
        const known = this.told.get(slot);
        if (known === undefined) this.told.set(slot, [one]);
        else known.push(one);
      }
    }
  }

  reaches(slot: number): boolean {
    this.reached = this.told.get(slot) ?? [];
    return this.reached.length > 0;
  }

  addPlaces(places: PlaceList): void {
    for (const { postings, at } of this.reached) postings.addPlaces(at, places);
    places.sort();
  }
}

/** Where in a document the words stand that have been followed so far, and the next one. */
const ROWS = new PlaceList();
const NEXT = new PlaceList();

/**
 * The documents in which words follow one another.
 * @param words where each of them stands
 * @param endings where each word stands that the last one may be, if that is not known
 */
export function holdersInARow(
  words: readonly Postings[],
  reading: Reading,
  endings?: readonly Postings[],
): Holders {
  const whole = words.map((postings) => new OneWord(postings, reading));
  const bySize = [...whole].sort((a, b) => a.slots.length - b.slots.length);
  const asked = bySize[0]?.slots ?? new Uint32Array(0);
  const last = endings === undefined ? [] : [new AnyWord(endings, asked, reading)];
  const inOrder: readonly Places[] = [...whole, ...last];
  // Most documents are left out by the rarest words.
  const rarestFirst: readonly Places[] = [...bySize, ...last];
  const slots = reading.room.take(asked.length);
  const frequencies = reading.room.take(asked.length);
  let count = 0;
  for (let at = 0; at < asked.length; at += 1) {
    const slot = asked[at] as number;
    if (!isInEvery(rarestFirst, slot)) continue;
    const frequency = frequencyOfRow(inOrder);
    if (frequency === 0) continue;
    slots[count] = slot;
    frequencies[count] = frequency;
    count += 1;
  }
  return new Counted(slots.subarray(0, count), frequencies);
}

function isInEvery(words: readonly Places[], slot: number): boolean {
  for (const word of words) if (!word.reaches(slot)) return false;
  return true;
}

/** How often the words follow one another in the document that was reached, by the weights of the columns. */
function frequencyOfRow(words: readonly Places[]): number {
  ROWS.clear();
  words[0]?.addPlaces(ROWS);
  for (let at = 1; at < words.length && ROWS.count > 0; at += 1) {
    NEXT.clear();
    words[at]?.addPlaces(NEXT);
    ROWS.keepFollowed(NEXT, at);
  }
  let sum = 0;
  for (let at = 0; at < ROWS.count; at += 1) sum += WEIGHTS[columnOf(ROWS.at(at))] ?? 0;
  return sum;
}
