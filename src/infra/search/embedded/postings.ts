import type { NumberRoom } from '../finding/number-room.js';
import { Cursor, damaged } from './fts5-page.js';
import type { PlaceList } from './place-list.js';

/** Documents, and where in the list of a word it is told what it does in each. */
export interface Rows {
  /** Ascending. */
  readonly slots: Uint32Array;
  readonly told: Uint32Array;
}

/** What lists are read with. */
export interface Reading {
  /** For each slot 0 where no document stands (any more). */
  readonly isThere: ArrayLike<number>;
  readonly room: NumberRoom;
}

/** In a list of places: what follows is in the column with the number that comes next. */
const NEXT_COLUMN = 1;
/** A number holds a place in a column, and above so many bits the column. */
const COLUMN_BITS = 26;
export const columnOf = (place: number): number => place >>> COLUMN_BITS;

/** Where a word stands, as FTS5 writes it: rows, and of each how many bytes tell its places, and those. */
export class Postings {
  private read: Rows | undefined;
  /** One for all that is read here, which may be a hundred thousand documents. */
  private readonly cursor: Cursor;

  /** @param whole where row numbers say all of themselves; the others say what is added to the one before */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly whole: readonly number[],
  ) {
    this.cursor = new Cursor(bytes, 0);
  }

  /** The documents that hold the word; read once, of use within one search. */
  rows(reading: Reading): Rows {
    this.read ??= this.decoded(reading);
    return this.read;
  }

  /**
   * How often a document holds the word, every time counted by the weight of the column.
   * @param told where it is told of the document
   */
  frequency(told: number, weights: readonly number[]): number {
    const { bytes, cursor } = this;
    cursor.at = told;
    const length = cursor.next() >>> 1;
    const end = cursor.at + length;
    let weight = weights[0] as number;
    let sum = 0;
    for (let at = cursor.at; at < end; at += 1) {
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
  }

  /** Adds the places that are told from there on; a place one further on is one greater. */
  addPlaces(told: number, places: PlaceList): void {
    const { cursor } = this;
    cursor.at = told;
    const length = cursor.next() >>> 1;
    const end = cursor.at + length;
    let base = 0;
    let offset = 0;
    while (cursor.at < end) {
      const value = cursor.next();
      if (value === NEXT_COLUMN) {
        base = cursor.next() << COLUMN_BITS;
        offset = 0;
      } else {
        offset += value - 2;
        places.push(base + offset);
      }
    }
  }

  private decoded({ isThere, room }: Reading): Rows {
    const { bytes, whole, cursor } = this;
    cursor.at = 0;
    // A row takes three bytes at least.
    const most = Math.ceil(bytes.length / 3);
    const taken = room.take(2 * most);
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
      cursor.at += length;
      if (!isThere[row]) continue;
      if (row <= before) isAscending = false;
      before = row;
      taken[count] = row;
      taken[most + count] = told;
      count += 1;
    }
    if (cursor.at > bytes.length) throw damaged('a list of documents is cut');
    taken.copyWithin(count, most, most + count);
    const kept = room.keep(taken, 2 * count);
    const rows = { slots: kept.subarray(0, count), told: kept.subarray(count) };
    return isAscending ? rows : inOrder(rows);
  }
}

/** Of segments in another order than they were written in, which FTS5 does not promise. */
function inOrder({ slots, told }: Rows): Rows {
  const order = slots.map((_, at) => at).sort((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0));
  return {
    slots: order.map((at) => slots[at] ?? 0),
    told: order.map((at) => told[at] ?? 0),
  };
}
