import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type { DocumentTable } from '../finding/document-table.js';
import type { Match } from '../finding/match.js';
import { numbersIn } from '../finding/number-list.js';
import { bestFirst, COLUMN_WEIGHTS, type RankedSlot } from '../finding/ranking.js';
import type { Ranked, Sees, TextIndex } from '../finding/text-index.js';
import { ClosedRanking } from './closed-ranking.js';
import { fts5Expression, openFts5Expression } from './fts5-expression.js';

const BM25 = `bm25(fts, ${Object.values(COLUMN_WEIGHTS).join(', ')})`;

/** What a score counts where nothing is said. */
const PLAIN = new Float64Array(0);

/**
 * Questions to the full-text tables of an index file. What everybody may see stands in one of its
 * own, so that FTS5 scores it by its own figures.
 */
export class Fts5TextIndex implements TextIndex {
  /** For each slot what its score counts; 0 keeps it out. */
  private weights: Float64Array = PLAIN;
  private readonly matching;
  private readonly iterating;
  private readonly rankings;
  private readonly holding;
  private readonly closed;

  constructor(
    db: SqliteDatabase,
    private readonly documents: DocumentTable,
  ) {
    this.closed = new ClosedRanking(db, documents);
    db.function('weight_of', (slot) => this.weights[Number(slot)] ?? 0);
    this.matching = db
      .prepare<[string, string], string>(
        `SELECT group_concat(slot) FROM (SELECT rowid AS slot FROM fts WHERE fts MATCH ?
         UNION ALL SELECT rowid FROM closed_fts WHERE closed_fts MATCH ?)`,
      )
      .pluck();
    this.iterating = db
      .prepare<[string, string], number>(
        `SELECT rowid FROM fts WHERE fts MATCH ?
         UNION ALL SELECT rowid FROM closed_fts WHERE closed_fts MATCH ?`,
      )
      .pluck();
    // With the function and not with `ORDER BY rank`, FTS5 scores only the rows that pass. Each call
    // of ours costs half as much as the score of a row, so none is made without need.
    const ranked = (score: string, condition = '') =>
      db.prepare<[string, number], RankedSlot>(
        `SELECT rowid AS slot, ${score} AS score FROM fts WHERE fts MATCH ? ${condition}
         ORDER BY score DESC, slot DESC LIMIT ?`,
      );
    const weighted = `-${BM25} * weight_of(rowid)`;
    const passing = 'AND weight_of(rowid) > 0';
    this.rankings = {
      all: { alike: ranked(`-${BM25}`), weighted: ranked(weighted) },
      some: { alike: ranked(`-${BM25}`, passing), weighted: ranked(weighted, passing) },
    };
    this.holding = db.prepare<[string], number>('SELECT doc FROM fts_vocab WHERE term = ?').pluck();
  }

  slots(match: Match): number[] {
    return numbersIn(this.matching.get(openFts5Expression(match), fts5Expression(match)) ?? '');
  }

  /** Much faster than to match them. */
  frequencies(texts: readonly string[], sees: Sees): number[] {
    return texts.map((text) => {
      const holders = tokenSequence(fold(text))
        .tokens.map(stem)
        .map((term) => (this.holding.get(term) ?? 0) + this.closed.holders(term, sees));
      return Math.min(...holders);
    });
  }

  matches(match: Match, sees: Sees): boolean {
    const found = this.iterating.iterate(openFts5Expression(match), fts5Expression(match));
    for (const slot of found) if (sees(slot)) return true;
    return false;
  }

  rank(match: Match, ranked: Ranked, page: { limit: number; offset: number }): RankedSlot[] {
    const end = page.offset + page.limit;
    const closed = ranked.slots.filter((slot) => !this.documents.isOpenAt(slot));
    const scored = this.closed
      .score(match, closed)
      .map(({ slot, score }) => ({ slot, score: score * (ranked.weights?.[slot] ?? 1) }));
    const open = this.rankOpen(match, ranked, end);
    return [...open, ...scored].sort(bestFirst).slice(page.offset, end);
  }

  private rankOpen(match: Match, { slots, isAll, weights }: Ranked, limit: number): RankedSlot[] {
    const { alike, weighted } = this.rankings[isAll ? 'all' : 'some'];
    const ranking = weights === undefined ? alike : weighted;
    this.weights = weights ?? (isAll ? PLAIN : evenWeights(slots, this.documents.slotCount));
    try {
      return ranking.all(openFts5Expression(match), limit);
    } finally {
      this.weights = PLAIN;
    }
  }
}

/** 1 for each of the slots. */
function evenWeights(slots: readonly number[], slotCount: number): Float64Array {
  const weights = new Float64Array(slotCount);
  for (const slot of slots) weights[slot] = 1;
  return weights;
}
