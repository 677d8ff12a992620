import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type { MatchExpression } from './match-expression.js';

/** Weights of title, tags, summary and body. */
const BM25 = 'bm25(fts, 4, 2, 2, 1)';

export interface RankedSlot {
  readonly slot: number;
  /** BM25 times weight: greater is better, above 0. */
  readonly score: number;
}

/** Questions to the full-text table. */
export class TextIndex {
  /** For each slot what its score counts; 0 keeps it out. */
  private weights: Float64Array = new Float64Array(0);
  private readonly matching;
  private readonly iterating;
  private readonly ranking;
  private readonly holding;

  constructor(db: SqliteDatabase) {
    db.function('weight_of', (slot) => this.weights[Number(slot)] ?? 0);
    this.matching = db
      .prepare<[string], string>('SELECT json_group_array(rowid) FROM fts WHERE fts MATCH ?')
      .pluck();
    this.iterating = db
      .prepare<[string], number>('SELECT rowid FROM fts WHERE fts MATCH ?')
      .pluck();
    // With the function and not with `ORDER BY rank`, FTS5 scores only the rows that pass.
    this.ranking = db.prepare<[string, number, number], RankedSlot>(
      `SELECT rowid AS slot, -${BM25} * weight_of(rowid) AS score FROM fts
       WHERE fts MATCH ? AND weight_of(rowid) > 0
       ORDER BY score DESC, slot DESC LIMIT ? OFFSET ?`,
    );
    this.holding = db.prepare<[string], number>('SELECT doc FROM fts_vocab WHERE term = ?').pluck();
  }

  /** Slots of all documents that match. */
  slots(match: MatchExpression): number[] {
    return JSON.parse(this.matching.get(match) ?? '[]') as number[];
  }

  /**
   * About how many documents hold a text: as many as hold the rarest of its tokens. Much faster
   * than to match it.
   */
  frequency(text: string): number {
    const { tokens } = tokenSequence(fold(text));
    return Math.min(...tokens.map((token) => this.holding.get(stem(token)) ?? 0));
  }

  /** Whether the condition holds for any match. */
  some(match: MatchExpression, condition: (slot: number) => boolean): boolean {
    for (const slot of this.iterating.iterate(match)) if (condition(slot)) return true;
    return false;
  }

  /** The best of those matches that have a weight above 0, which multiplies their score. */
  rank(
    match: MatchExpression,
    weights: Float64Array,
    page: { limit: number; offset: number },
  ): RankedSlot[] {
    this.weights = weights;
    return this.ranking.all(match, page.limit, page.offset);
  }
}
