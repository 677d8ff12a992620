/** Bytes of a page before its content. */
export const HEADER = 4;

export interface TermList {
  /** Where the documents of a word are told in the page. */
  readonly from: number;
  readonly end: number;
  /** They may go on in the next page. */
  readonly isLast: boolean;
  /** Whether it is a word that is looked for. */
  readonly isWanted: boolean;
}

/** A page: what is left of the list before, words with their lists, and where the words begin. */
export class Page {
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
