import { LRUCache } from 'lru-cache';

import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type { NumberRoom } from '../finding/number-room.js';
import { Cursor, damaged, HEADER, Page, WordWalk } from './fts5-page.js';
import { Postings } from './postings.js';

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
/** Pages that are kept for the searches to come: about 8 MB. */
const MOST_PAGES = 512;
/** Stands before each word that is no prefix of an index of prefixes. */
const MAIN = '0';

/**
 * Reads the lists of documents out of an FTS5 table, in the form in which they lie in its pages
 * (described at the head of fts5_index.c, and kept since 2015: older files have to stay readable).
 * FTS5 itself says which documents match, row by row; from the lists a search with many synonyms,
 * its counts and its scores are computed in a fraction of the time. Of what was deleted some may
 * still be there: whoever asks leaves out rows that are no more, and no row number is given twice.
 */
export class PostingReader {
  private readonly version;
  private readonly structure;
  private readonly seek;
  private readonly page;
  private readonly kept = new LRUCache<number, Page>({ max: MOST_PAGES });
  private keptVersion: number | undefined;

  /** @param db writes nothing itself, which it would not count as a change */
  constructor(db: SqliteDatabase, table: string) {
    this.version = db.prepare<[], number>('PRAGMA data_version').pluck();
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

  /**
   * The segments as they are at this moment, which all that is read belongs to until the next call; the
   * oldest first, so that rows come in order.
   */
  segments(): Segment[] {
    const version = this.version.get();
    if (version !== this.keptVersion) this.kept.clear();
    this.keptVersion = version;
    const bytes = this.structure.get();
    if (bytes === undefined) throw damaged('no structure');
    const cursor = new Cursor(bytes, HEADER);
    const hasTombstones = bytes.subarray(HEADER, 2 * HEADER).equals(WITH_TOMBSTONES);
    if (hasTombstones) cursor.at += WITH_TOMBSTONES.length;
    const levels = cursor.next();
    const inAll = cursor.next();
    // How often something was written.
    cursor.skip(1);
    // What is merged goes one level up, behind what is there: the lowest level is the newest.
    let segments: Segment[] = [];
    for (let level = 0; level < levels; level += 1) {
      cursor.skip(1);
      const count = cursor.next();
      const ofLevel: Segment[] = [];
      for (let at = 0; at < count; at += 1) {
        ofLevel.push({ id: cursor.next(), firstPage: cursor.next(), lastPage: cursor.next() });
        if (hasTombstones) cursor.skip(5);
      }
      segments = [...ofLevel, ...segments];
    }
    if (segments.length !== inAll) throw damaged('the structure contradicts itself');
    return segments;
  }

  /** Where a word stands. */
  of(word: string, segments: readonly Segment[], room: NumberRoom): Postings {
    const term = Buffer.from(MAIN + word);
    const list = new DocumentList();
    for (const segment of segments) this.walk(segment, term, 'exactly', list);
    return list.postings(room);
  }

  /** Where the words stand that begin like this, each by itself. */
  beginning(start: string, segments: readonly Segment[], room: NumberRoom): Postings[] {
    const term = Buffer.from(MAIN + start);
    return segments.flatMap((segment) => {
      const lists: DocumentList[] = [];
      this.walk(segment, term, 'beginning', lists);
      return lists.map((list) => list.postings(room));
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
      open?.add(page.bytes, HEADER, page.firstWord, page.firstRow);
      if (page.firstWord === page.contentEnd) continue;
      open = undefined;
      const words = new WordWalk(page, term, how);
      while (words.next()) {
        const list = Array.isArray(into) ? new DocumentList() : into;
        if (Array.isArray(into)) into.push(list);
        list.begin();
        list.add(page.bytes, words.from, words.end, 0);
        if (words.isLast) open = list;
      }
      if (words.isOver || (open === undefined && how === 'exactly')) return;
    }
  }

  private pageAt(segment: Segment, number: number): Page {
    const row = segment.id * PAGES_OF_SEGMENT + number;
    const kept = this.kept.get(row);
    if (kept !== undefined) return kept;
    const bytes = this.page.get(row);
    if (bytes === undefined || bytes.length < HEADER) throw damaged('a page is missing');
    const page = new Page(bytes);
    this.kept.set(row, page);
    return page;
  }
}

/** The documents of a word, gathered from the pages that they are told in. */
class DocumentList {
  private readonly chunks: Uint8Array[] = [];
  private size = 0;
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

  postings(room: NumberRoom): Postings {
    const [only, ...others] = this.chunks;
    if (only !== undefined && others.length === 0) return new Postings(only, this.whole);
    const bytes = room.takeBytes(this.size);
    let end = 0;
    for (const chunk of this.chunks) {
      bytes.set(chunk, end);
      end += chunk.length;
    }
    return new Postings(bytes, this.whole);
  }
}
