import { stem } from '../../../core/text/stem.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { inverseFrequency, saturation } from '../finding/bm25.js';
import type { DocumentTable } from '../finding/document-table.js';
import { phrasesOf, type Match, type Phrase } from '../finding/match.js';
import { COLUMN_WEIGHTS, type RankedSlot } from '../finding/ranking.js';
import { fts5Expression } from './fts5-expression.js';

interface Place {
  readonly doc: number;
  readonly col: keyof typeof COLUMN_WEIGHTS;
  readonly offset: number;
}

/**
 * Scores the documents that only some may see: BM25 as FTS5 computes it, but with the number and the
 * length of documents and the frequency of words in what everybody may see. Their own figures would
 * tell those who see one of them about the others.
 */
export class ClosedRanking {
  private readonly holding;
  private readonly placesOf;
  private readonly placesFrom;

  constructor(
    db: SqliteDatabase,
    private readonly documents: DocumentTable,
  ) {
    this.holding = db
      .prepare<[string], number>('SELECT count(*) FROM fts WHERE fts MATCH ?')
      .pluck();
    this.placesOf = db.prepare<[string], Place>(
      'SELECT doc, col, offset FROM closed_place WHERE term = ?',
    );
    this.placesFrom = db.prepare<[string, string], Place>(
      'SELECT doc, col, offset FROM closed_place WHERE term >= ? AND term < ?',
    );
  }

  /** Scores these, which all match. */
  score(match: Match, slots: readonly number[]): RankedSlot[] {
    if (slots.length === 0) return [];
    const scores = new Map(slots.map((slot) => [slot, 0]));
    for (const phrase of phrasesOf(match)) {
      const frequencies = this.frequencies(phrase, scores);
      if (frequencies.size === 0) continue;
      const idf = this.idf(phrase);
      for (const [slot, frequency] of frequencies) {
        const length = this.documents.lengthAt(slot) / this.documents.openLength;
        scores.set(slot, (scores.get(slot) ?? 0) + idf * saturation(frequency, length));
      }
    }
    return Array.from(scores, ([slot, score]) => ({ slot, score }));
  }

  /** Of how many closed documents a stem stands in those that pass. */
  holders(term: string, sees: (slot: number) => boolean): number {
    return new Set(
      this.placesOf
        .all(term)
        .map(({ doc }) => doc)
        .filter(sees),
    ).size;
  }

  private idf(phrase: Phrase): number {
    const holders = this.holding.get(fts5Expression(phrase)) ?? 0;
    return inverseFrequency(holders, this.documents.openSize);
  }

  /** How often a phrase stands in each of these documents, by the weight of the column. */
  private frequencies(
    { tokens, prefix }: Phrase,
    among: ReadonlyMap<number, unknown>,
  ): Map<number, number> {
    const stems = tokens.map(stem);
    const lists = stems.map((term, at) =>
      prefix && at === stems.length - 1
        ? this.placesFrom.all(term, `${term}\u{10ffff}`)
        : this.placesOf.all(term),
    );
    const [first = [], ...rest] = lists;
    const following = rest.map((places) => new Set(places.map((place) => markOf(place, 0))));
    const frequencies = new Map<number, number>();
    for (const place of first) {
      if (!among.has(place.doc)) continue;
      if (!following.every((marks, at) => marks.has(markOf(place, at + 1)))) continue;
      const weight = COLUMN_WEIGHTS[place.col];
      frequencies.set(place.doc, (frequencies.get(place.doc) ?? 0) + weight);
    }
    return frequencies;
  }
}

function markOf({ doc, col, offset }: Place, further: number): string {
  return `${doc} ${col} ${offset + further}`;
}
