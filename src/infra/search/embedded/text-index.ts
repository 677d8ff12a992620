import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { ClosedRanking } from './closed-ranking.js';
import type { DocumentTable } from './document-table.js';
import type { MatchExpression } from './match-expression.js';
import { bestFirst, COLUMN_WEIGHTS, type RankedSlot } from './ranking.js';

const BM25 = `bm25(fts, ${Object.values(COLUMN_WEIGHTS).join(', ')})`;

/**
 * Questions to the full-text tables. What everybody may see stands in one of its own, so that FTS5
 * scores it by its own figures.
 */
export class TextIndex {
  /** For each slot what its score counts; 0 keeps it out. */
  private weights: Float64Array = new Float64Array(0);
  private readonly matching;
  private readonly iterating;
  private readonly ranking;
  private readonly holding;
  private readonly closed;

  constructor(db: SqliteDatabase, documents: DocumentTable) {
    this.closed = new ClosedRanking(db, documents);
    db.function('weight_of', (slot) => this.weights[Number(slot)] ?? 0);
    this.matching = db
      .prepare<[string, string], string>(
        `SELECT json_group_array(slot) FROM (SELECT rowid AS slot FROM fts WHERE fts MATCH ?
         UNION ALL SELECT rowid FROM closed_fts WHERE closed_fts MATCH ?)`,
      )
      .pluck();
    this.iterating = db
      .prepare<[string, string], number>(
        `SELECT rowid FROM fts WHERE fts MATCH ?
         UNION ALL SELECT rowid FROM closed_fts WHERE closed_fts MATCH ?`,
      )
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
    return JSON.parse(this.matching.get(match, match) ?? '[]') as number[];
  }

  /**
   * About how many of the documents that the viewer sees hold a text: as many as hold the rarest of
   * its tokens. Much faster than to match it.
   */
  frequency(text: string, sees: (slot: number) => boolean): number {
    const { tokens } = tokenSequence(fold(text));
    const holders = tokens
      .map(stem)
      .map((term) => (this.holding.get(term) ?? 0) + this.closed.holders(term, sees));
    return Math.min(...holders);
  }

  /** Whether the condition holds for any match. */
  some(match: MatchExpression, condition: (slot: number) => boolean): boolean {
    for (const slot of this.iterating.iterate(match, match)) if (condition(slot)) return true;
    return false;
  }

  /** The best of those matches that have a weight above 0, which multiplies their score. */
  rank(
    match: MatchExpression,
    weights: Float64Array,
    page: { limit: number; offset: number },
  ): RankedSlot[] {
    this.weights = weights;
    const closed = this.closed.rank(match, weights);
    if (closed.length === 0) return this.ranking.all(match, page.limit, page.offset);
    const end = page.offset + page.limit;
    return [...this.ranking.all(match, end, 0), ...closed].sort(bestFirst).slice(page.offset, end);
  }
}
