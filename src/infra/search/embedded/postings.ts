import type { SqliteDatabase } from '../../database/sqlite-driver.js';

/** Where a word stands: in which documents, and of each the bytes that tell its places. */
export interface Postings {
  /** Row numbers, ascending. */
  readonly slots: Uint32Array;
  /** Of each the first byte of its places, and the one after the last. */
  readonly from: Uint32Array;
  readonly end: Uint32Array;
  readonly bytes: Uint8Array;
}

/** One of the sorted files that an FTS5 index is made of. */
export interface Segment {
  readonly id: number;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** Rows of the table of data that are no pages. */
const STRUCTURE_ROW = 10;
/** The row of a page is the number of its segment times this, and its own number. */
const PAGES_OF_SEGMENT = 2 ** 37;
/** Says that a structure tells of tombstones too. */
const WITH_TOMBSTONES = Buffer.from([0xff, 0, 0, 1]);
/** Stands before each word that is no prefix of an index of prefixes. */
const MAIN = '0';
/** Bytes of a page before its content. */
const HEADER = 4;
/** In a list of places: what follows is in the column with the number that comes next. */
const NEXT_COLUMN = 1;

/**
 * Reads the lists of documents out of an FTS5 table, in the form in which they lie in its pages
 * (described at the head of fts5_index.c, and kept since 2015: older files have to stay readable).
 * FTS5 itself says which documents match, row by row; from the lists a search with many synonyms,
 * its counts and its scores are computed in a fraction of the time. Of what was deleted some may
 * still be there: whoever asks leaves out rows that are no more, and no row number is given twice.
 */
export class PostingReader {
  private readonly structure;
  private readonly seek;
  private readonly page;

  constructor(db: SqliteDatabase, table: string) {
    this.structure = db
      .prepare<[], Buffer>(`SELECT block FROM ${table}_data WHERE id = ${STRUCTURE_ROW}`)
      .pluck();
    this.seek = db
      .prepare<[number, Buffer], number>(
        `SELECT pgno FROM ${table}_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1`,
      )
      .pluck();
    this.page = db
      .prepare<[number], Buffer>(`SELECT block FROM ${table}_data WHERE id = ?`)
      .pluck();
  }

  /** The segments as they are at this moment. */
  segments(): Segment[] {
    const bytes = this.structure.get();
    if (bytes === undefined) throw damaged('no structure');
    const cursor = new Cursor(bytes, HEADER);
    const hasTombstones = bytes.subarray(HEADER, 2 * HEADER).equals(WITH_TOMBSTONES);
    if (hasTombstones) cursor.at += WITH_TOMBSTONES.length;
    const levels = cursor.next();
    const inAll = cursor.next();
    // How often something was written.
    cursor.skip(1);
    const segments: Segment[] = [];
    for (let level = 0; level < levels; level += 1) {
      cursor.skip(1);
      const count = cursor.next();
      for (let at = 0; at < count; at += 1) {
        segments.push({ id: cursor.next(), firstPage: cursor.next(), lastPage: cursor.next() });
        if (hasTombstones) cursor.skip(5);
      }
    }
    if (segments.length !== inAll) throw damaged('the structure contradicts itself');
    return segments;
  }

  /** Where a word stands. */
  of(word: string, segments: readonly Segment[]): Postings {
    const term = Buffer.from(MAIN + word);
    const list = new DocumentList();
    for (const segment of segments) this.walk(segment, term, 'exactly', list);
    return list.postings();
  }

  /** Where the words stand that begin like this, each by itself. */
  beginning(start: string, segments: readonly Segment[]): Postings[] {
    const term = Buffer.from(MAIN + start);
    return segments.flatMap((segment) => {
      const lists: DocumentList[] = [];
      this.walk(segment, term, 'beginning', lists);
      return lists.map((list) => list.postings());
    });
  }

  private walk(segment: Segment, term: Buffer, how: 'exactly', into: DocumentList): void;
  private walk(segment: Segment, term: Buffer, how: 'beginning', into: DocumentList[]): void;
  private walk(
    segment: Segment,
    term: Buffer,
    how: 'exactly' | 'beginning',
    into: DocumentList | DocumentList[],
  ): void {
    // The last bit says something about the page that is none of our business.
    const found = Math.floor((this.seek.get(segment.id, term) ?? 0) / 2);
    let number = Math.max(segment.firstPage, found);
    /** The list that goes on at the beginning of the next page. */
    let open: DocumentList | undefined;
    for (; number <= segment.lastPage; number += 1) {
      const page = this.pageAt(segment, number);
      const terms = page.termStarts();
      open?.add(page.bytes, HEADER, terms[0] ?? page.contentEnd, page.firstRow);
      if (terms.length === 0) continue;
      open = undefined;
      for (const { from, end, isLast, isWanted } of page.listsAround(term, terms, how)) {
        if (!isWanted) return;
        const list = Array.isArray(into) ? new DocumentList() : into;
        if (Array.isArray(into)) into.push(list);
        list.begin();
        list.add(page.bytes, from, end, 0);
        if (isLast) open = list;
      }
      if (open === undefined && how === 'exactly') return;
    }
  }

  private pageAt(segment: Segment, number: number): Page {
    const bytes = this.page.get(segment.id * PAGES_OF_SEGMENT + number);
    if (bytes === undefined || bytes.length < HEADER) throw damaged('a page is missing');
    return new Page(bytes);
  }
}

interface TermList {
  /** Where the documents of a word are told in the page. */
  readonly from: number;
  readonly end: number;
  /** They may go on in the next page. */
  readonly isLast: boolean;
  /** Whether it is a word that is looked for. */
  readonly isWanted: boolean;
}

/** A page: what is left of the list before, words with their lists, and where the words begin. */
class Page {
  readonly contentEnd: number;
  /** Where the first row number stands that says all of itself; 0 if none begins here. */
  readonly firstRow: number;

  constructor(readonly bytes: Buffer) {
    this.firstRow = bytes.readUInt16BE(0);
    this.contentEnd = bytes.readUInt16BE(2);
    if (this.contentEnd > bytes.length) throw damaged('a page is too short');
  }

  termStarts(): number[] {
    const cursor = new Cursor(this.bytes, this.contentEnd);
    const starts: number[] = [];
    let start = 0;
    while (cursor.at < this.bytes.length) starts.push((start += cursor.next()));
    return starts;
  }

  /** The lists of the words that are looked for, and of the first one that comes after them. */
  *listsAround(
    wanted: Buffer,
    starts: readonly number[],
    how: 'exactly' | 'beginning',
  ): Generator<TermList> {
    const word: number[] = [];
    for (const [place, start] of starts.entries()) {
      const cursor = new Cursor(this.bytes, start);
      // The first word of a page is written in full, the others from where they differ.
      word.length = place === 0 ? 0 : Math.min(word.length, cursor.next());
      for (let left = cursor.next(); left > 0 && cursor.at < this.bytes.length; left -= 1) {
        word.push(this.bytes[cursor.at++] ?? 0);
      }
      const order = compare(word, wanted, how);
      if (order < 0) continue;
      const isLast = place === starts.length - 1;
      const end = isLast ? this.contentEnd : (starts[place + 1] ?? 0);
      yield { from: cursor.at, end, isLast, isWanted: order === 0 };
      if (order > 0) return;
    }
  }
}

/** Below 0 if the word comes before what is wanted, 0 if it is that, above 0 if it comes after. */
function compare(word: readonly number[], wanted: Buffer, how: 'exactly' | 'beginning'): number {
  for (let at = 0; at < wanted.length; at += 1) {
    const difference = (word[at] ?? -1) - (wanted[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return how === 'beginning' ? 0 : word.length - wanted.length;
}

/** The documents of a word, gathered from the pages that they are told in. */
class DocumentList {
  private readonly chunks: Uint8Array[] = [];
  private size = 0;
  /** Where row numbers say all of themselves; the others say what is added to the one before. */
  private readonly whole: number[] = [];

  /** What is added next begins with a whole row number. */
  begin(): void {
    this.whole.push(this.size);
  }

  /** @param firstRow where in these bytes the first row number stands that is whole; 0: nowhere */
  add(bytes: Buffer, from: number, end: number, firstRow: number): void {
    if (end <= from) return;
    if (firstRow >= from && firstRow < end) this.whole.push(this.size + firstRow - from);
    this.chunks.push(bytes.subarray(from, end));
    this.size += end - from;
  }

  postings(): Postings {
    const [only] = this.chunks;
    const bytes = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks);
    // A row takes three bytes at least.
    const most = Math.ceil(bytes.length / 3);
    const slots = new Uint32Array(most);
    const from = new Uint32Array(most);
    const end = new Uint32Array(most);
    const cursor = new Cursor(bytes, 0);
    let count = 0;
    let row = 0;
    let isAscending = true;
    for (let next = 0; cursor.at < bytes.length; count += 1) {
      if (cursor.at === this.whole[next]) {
        row = 0;
        next += 1;
      }
      const before = slots[count - 1] ?? -1;
      row += cursor.next();
      // The last bit would say that the row is deleted, in tables of another kind.
      const length = cursor.next() >>> 1;
      if (row <= before) isAscending = false;
      slots[count] = row;
      from[count] = cursor.at;
      cursor.at += length;
      end[count] = cursor.at;
    }
    if (cursor.at > bytes.length) throw damaged('a list of documents is cut');
    const postings = {
      slots: slots.subarray(0, count),
      from: from.subarray(0, count),
      end: end.subarray(0, count),
      bytes,
    };
    return isAscending ? postings : inOrder(postings);
  }
}

/** Newer segments may hold older rows, after a merge. */
function inOrder({ slots, from, end, bytes }: Postings): Postings {
  const order = Uint32Array.from(slots, (_, at) => at).sort(
    (a, b) => (slots[a] ?? 0) - (slots[b] ?? 0),
  );
  const ordered = (numbers: Uint32Array) => Uint32Array.from(order, (at) => numbers[at] ?? 0);
  return { slots: ordered(slots), from: ordered(from), end: ordered(end), bytes };
}

/** How often a word stands in each document, each place counted by the weight of its column. */
export function frequenciesOf(
  { slots, from, end, bytes }: Postings,
  weights: readonly number[],
): Float32Array {
  const frequencies = new Float32Array(slots.length);
  for (let row = 0; row < slots.length; row += 1) {
    const last = end[row] ?? 0;
    let weight = weights[0] ?? 0;
    let sum = 0;
    for (let at = from[row] ?? 0; at < last; at += 1) {
      let byte = bytes[at] ?? 0;
      if (byte === NEXT_COLUMN) {
        at += 1;
        weight = weights[bytes[at] ?? 0] ?? 0;
        continue;
      }
      while (byte >= 0x80 && at < last) {
        at += 1;
        byte = bytes[at] ?? 0;
      }
      sum += weight;
    }
    frequencies[row] = sum;
  }
  return frequencies;
}

/** A number that holds a column and a place in it. */
const COLUMN = 2 ** 26;
export const columnOf = (place: number): number => Math.floor(place / COLUMN);

/** Adds the places in the document at a position of the list; a place one further on is one greater. */
export function addPlaces({ from, end, bytes }: Postings, row: number, places: number[]): void {
  const cursor = new Cursor(bytes, from[row] ?? 0);
  const last = end[row] ?? 0;
  let base = 0;
  let offset = 0;
  while (cursor.at < last) {
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

/** Reads numbers as SQLite writes them: seven bits a byte, the highest first. */
class Cursor {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  next(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    let value = byte & 0x7f;
    while (byte >= 0x80) {
      if (this.at >= bytes.length) throw damaged('a number is cut');
      byte = bytes[this.at++] ?? 0;
      value = value * 0x80 + (byte & 0x7f);
    }
    return value;
  }

  skip(numbers: number): void {
    for (let at = 0; at < numbers; at += 1) this.next();
  }
}

/** As SQLite says it. */
function damaged(what: string): Error {
  return Object.assign(new Error(`The search index is damaged: ${what}`), {
    code: 'SQLITE_CORRUPT_VTAB',
  });
}
