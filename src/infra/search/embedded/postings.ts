import { Cursor, damaged } from './fts5-page.js';

/** Documents and one number for each of them. */
export interface Rows {
  /** Ascending. */
  readonly slots: Uint32Array;
  readonly numbers: Uint32Array;
}

/** In a list of places: what follows is in the column with the number that comes next. */
const NEXT_COLUMN = 1;
/** A number that holds a column and a place in it. */
const COLUMN = 2 ** 26;
export const columnOf = (place: number): number => Math.floor(place / COLUMN);

/** What is read is put here first, since nobody knows how much it will be. */
let slotRoom = new Uint32Array(1_024);
let numberRoom = new Uint32Array(1_024);

/** Where a word stands, as FTS5 writes it: rows, and of each how many bytes tell its places, and those. */
export class Postings {
  /** @param whole where row numbers say all of themselves; the others say what is added to the one before */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly whole: readonly number[],
  ) {}

  /** For each document where its places are told. */
  rows(): Rows {
    return this.decoded((from) => from, undefined);
  }

  /**
   * For each document how often it holds the word, every time counted by the weight of the column.
   * @param isThere for each slot 0 where no document stands (any more)
   */
  frequencies(weights: readonly number[], isThere: ArrayLike<number>): Rows {
    const { bytes } = this;
    const frequencyAt = (from: number, end: number): number => {
      let weight = weights[0] as number;
      let sum = 0;
      for (let at = from; at < end; at += 1) {
        let byte = bytes[at] as number;
        if (byte === NEXT_COLUMN) {
          at += 1;
          weight = weights[bytes[at] as number] ?? 0;
          continue;
        }
        while (byte >= 0x80 && at < end) {
          at += 1;
          byte = bytes[at] as number;
        }
        sum += weight;
      }
      return sum;
    };
    return this.decoded(frequencyAt, isThere);
  }

  /** Adds the places that are told from there on; a place one further on is one greater. */
  addPlaces(from: number, places: number[]): void {
    const cursor = new Cursor(this.bytes, from);
    const length = cursor.next() >>> 1;
    const end = cursor.at + length;
    let base = 0;
    let offset = 0;
    while (cursor.at < end) {
      const value = cursor.next();
      if (value === NEXT_COLUMN) {
        base = cursor.next() * COLUMN;
        offset = 0;
      } else {
        offset += value - 2;
        places.push(base + offset);
      }
    }
  }

  private decoded(
    numberOf: (from: number, end: number) => number,
    isThere: ArrayLike<number> | undefined,
  ): Rows {
    const { bytes, whole } = this;
    // A row takes three bytes at least.
    makeRoom(Math.ceil(bytes.length / 3));
    const cursor = new Cursor(bytes, 0);
    let count = 0;
    let row = 0;
    let before = -1;
    let isAscending = true;
    for (let next = 0; cursor.at < bytes.length;) {
      if (cursor.at === whole[next]) {
        row = 0;
        next += 1;
      }
      row += cursor.next();
      const told = cursor.at;
      // The last bit would say that the row is deleted, in tables of another kind.
      const length = cursor.next() >>> 1;
      const from = isThere === undefined ? told : cursor.at;
      cursor.at += length;
      if (isThere !== undefined && !isThere[row]) continue;
      if (row <= before) isAscending = false;
      before = row;
      slotRoom[count] = row;
      numberRoom[count] = numberOf(from, cursor.at);
      count += 1;
    }
    if (cursor.at > bytes.length) throw damaged('a list of documents is cut');
    const rows = { slots: slotRoom.slice(0, count), numbers: numberRoom.slice(0, count) };
    return isAscending ? rows : inOrder(rows);
  }
}

function makeRoom(rows: number): void {
  if (rows <= slotRoom.length) return;
  slotRoom = new Uint32Array(rows * 2);
  numberRoom = new Uint32Array(rows * 2);
}

/** Newer segments may hold older rows, after a merge. */
function inOrder({ slots, numbers }: Rows): Rows {
  const order = slots.map((_, at) => at).sort((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0));
  return {
    slots: order.map((at) => slots[at] ?? 0),
    numbers: order.map((at) => numbers[at] ?? 0),
  };
}
