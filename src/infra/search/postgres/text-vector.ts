import { stem } from '../../../core/text/stem.js';
import type { Phrase } from '../finding/match.js';
import { COLUMN_WEIGHTS } from '../finding/ranking.js';

/**
 * How often a document may be said to hold a stem, besides once. In between the lower one counts,
 * which is as good: from one to the next a score grows by a tenth.
 */
export const FREQUENCIES = [2, 3, 4, 6, 9, 14, 22, 40] as const;

/** The greatest position that a tsvector can hold; after it they begin anew. */
const LAST_POSITION = 16_383;
/** Of one stem; PostgreSQL keeps no more. */
const MOST_POSITIONS = 255;
/** So that no phrase goes on from one column into the next. */
const GAP = 2;
/** A tsvector takes up to 1 MiB. Of a text that is longer than all others, what comes late is not found. */
const MOST_BYTES = 900_000;
const MOST_BYTES_WITH_POSITIONS = 600_000;
/** What PostgreSQL itself needs for a stem. */
const ENTRY_BYTES = 8;

const WEIGHTS: readonly number[] = Object.values(COLUMN_WEIGHTS);

/** What a document says, for PostgreSQL. */
export interface TextVector {
  /** A tsvector as it is written. */
  readonly vector: string;
  readonly stems: ReadonlySet<string>;
}

interface Entry {
  readonly positions: number[];
  /** How often it stands there, by the weight of the column. */
  frequency: number;
}

/**
 * The stems of a document with their positions, and beside them how often each stands there: that
 * makes it words of the index too (`/4/connect`), so that BM25 is computed without reading a text.
 */
export function textVector(columns: readonly (readonly string[])[]): TextVector {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let position = 0;
  columns.forEach((tokens, column) => {
    for (const token of tokens) {
      position += 1;
      const stemmed = stem(token);
      let entry = entries.get(stemmed);
      if (entry === undefined) {
        // Of how often it stands there one more is kept.
        bytes += 2 * (Buffer.byteLength(stemmed) + ENTRY_BYTES);
        if (bytes > MOST_BYTES) continue;
        entry = { positions: [], frequency: 0 };
        entries.set(stemmed, entry);
      }
      entry.frequency += WEIGHTS[column] ?? 1;
      if (entry.positions.length >= MOST_POSITIONS || bytes > MOST_BYTES_WITH_POSITIONS) continue;
      entry.positions.push(((position - 1) % LAST_POSITION) + 1);
      bytes += 2;
    }
    position += GAP;
  });
  const vector = Array.from(entries, ([stemmed, { positions, frequency }]) => {
    const lexeme = quoted(stemmed) + (positions.length === 0 ? '' : `:${positions.join(',')}`);
    const often = FREQUENCIES.findLast((least) => least <= frequency);
    return often === undefined ? lexeme : `${lexeme} ${quoted(frequent(stemmed, often))}`;
  });
  return { vector: vector.join(' '), stems: new Set(entries.keys()) };
}

/** Whether a word of the index is a stem, and not how often one stands somewhere. */
export function isStem(lexeme: string): boolean {
  return !lexeme.startsWith('/');
}

/** A tsquery for the documents that hold a phrase. */
export function phraseQuery({ tokens, prefix }: Phrase): string {
  return tokens.map((token) => quoted(stem(token))).join(' <-> ') + (prefix ? ':*' : '');
}

/** A tsquery for those that hold a stem. */
export function stemQuery(stemmed: string): string {
  return quoted(stemmed);
}

/** A tsquery for those that hold it, or with `prefix` something that begins like it, so often. */
export function frequencyQuery(stemmed: string, often: number, prefix: boolean): string {
  return quoted(frequent(stemmed, often)) + (prefix ? ':*' : '');
}

/** No stem begins with a sign, so that this is never taken for one. */
function frequent(stemmed: string, often: number): string {
  return `/${often}/${stemmed}`;
}

/** Nothing of what somebody has written is read as syntax. */
function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/gu, '$&$&').replaceAll('\0', '')}'`;
}
