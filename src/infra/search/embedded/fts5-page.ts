/** Bytes of a page before its content. */
export const HEADER = 4;

/** A page: what is left of the list before, words with their lists, and where the words begin. */
export class Page {
  readonly contentEnd: number;
  /** Where the first row number stands that says all of itself; 0 if none begins here. */
  readonly firstRow: number;
  /** Where its first word begins, or its content ends if no word does here. */
  readonly firstWord: number;

  constructor(readonly bytes: Buffer) {
    this.firstRow = bytes.readUInt16BE(0);
    this.contentEnd = bytes.readUInt16BE(2);
    if (this.contentEnd > bytes.length) throw damaged('a page is too short');
    const hasWords = this.contentEnd < bytes.length;
    this.firstWord = hasWords ? new Cursor(bytes, this.contentEnd).next() : this.contentEnd;
  }
}

/**
 * Goes over the words of a page that are looked for. Each word is written from where it differs from
 * the one before, so that most are passed by with a look at how much they share.
 */
export class WordWalk {
  /** Where the documents of the word that was reached are told in the page. */
  from = 0;
  end = 0;
  /** They may go on in the next page. */
  isLast = false;
  /** A word that comes after all that are looked for was met. */
  isOver = false;
  private readonly starts: Cursor;
  private readonly word: Cursor;
  private start: number;
  private isFirst = true;
  /** How many bytes the word that was passed last shares with what is wanted. */
  private shared = 0;

  /** @param how what is wanted is the word itself, or how words begin */
  constructor(
    private readonly page: Page,
    private readonly wanted: Buffer,
    private readonly how: 'exactly' | 'beginning',
  ) {
    this.starts = new Cursor(page.bytes, page.contentEnd);
    this.word = new Cursor(page.bytes, page.contentEnd);
    this.start = this.hasMore() ? this.starts.next() : page.contentEnd;
  }

  /** Goes on to the next word that is looked for; false where there is none in this page. */
  next(): boolean {
    const { contentEnd } = this.page;
    const cursor = this.word;
    while (!this.isOver && this.start < contentEnd) {
      cursor.at = this.start;
      // The first word of a page is written in full.
      const kept = this.isFirst ? 0 : cursor.next();
      const length = cursor.next();
      const at = cursor.at;
      this.isFirst = false;
      this.isLast = !this.hasMore();
      this.start = this.isLast ? contentEnd : this.start + this.starts.next();
      const order = this.order(kept, at, length);
      if (order > 0) this.isOver = true;
      if (order !== 0) continue;
      this.from = at + length;
      this.end = this.start;
      return true;
    }
    return false;
  }

  /**
   * Below 0 if the word comes before what is wanted, 0 if it is that, above 0 if it comes after.
   * @param kept how many bytes it shares with the word before
   */
  private order(kept: number, at: number, length: number): number {
    const { wanted, shared } = this;
    const { bytes } = this.page;
    // It differs from what is wanted where the word before did, or comes later than that by less.
    if (kept > shared) return shared === wanted.length ? this.whole(kept + length) : -1;
    if (kept < shared) return 1;
    let same = kept;
    const end = Math.min(wanted.length, kept + length);
    while (same < end && bytes[at + same - kept] === wanted[same]) same += 1;
    this.shared = same;
    if (same === wanted.length) return this.whole(kept + length);
    if (same === kept + length) return -1;
    return (bytes[at + same - kept] as number) - (wanted[same] as number);
  }

  /** The order of a word that begins as is wanted. */
  private whole(length: number): number {
    return this.how === 'beginning' ? 0 : length - this.wanted.length;
  }

  private hasMore(): boolean {
    return this.starts.at < this.page.bytes.length;
  }
}

/** Reads numbers as SQLite writes them: seven bits a byte, the highest first. */
export class Cursor {
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
export function damaged(what: string): Error {
  return Object.assign(new Error(`The search index is damaged: ${what}`), {
    code: 'SQLITE_CORRUPT_VTAB',
  });
}
