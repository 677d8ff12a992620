import type { Synonyms } from '../../../core/text/synonyms.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type {
  MatchedTerm,
  SearchAnswer,
  SearchHit,
  SearchRequest,
  SimilarHit,
  SimilarRequest,
} from '../search-index.js';
import { DocumentTable, type DocumentRow } from './document-table.js';
import { phrase, some, type MatchExpression } from './match-expression.js';
import { QueryPlanner, type QueryPlan } from './query-plan.js';
import { relax } from './relaxation.js';
import { Selection, type Evaluation } from './selection.js';
import { similarDocuments } from './similar-documents.js';
import type { RankedSlot } from './ranking.js';
import { TextIndex } from './text-index.js';
import { Vocabulary } from './vocabulary.js';

/** With fewer hits than this, cases that hold only some of the words are shown too. */
const ENOUGH_HITS = 3;

/**
 * What the score counts of a case that holds the words only in the other script. There they are
 * rare in most libraries, which would bring it before all that say what was typed.
 */
const TRANSLATED_WEIGHT = 0.3;

/** What a search looks for in the text, and what came of it. */
interface Outcome {
  readonly match: MatchExpression | undefined;
  readonly evaluation: Evaluation;
  /** For each slot what its score counts. */
  readonly weights: Float64Array;
  readonly relaxed: boolean;
  /** Some document that the viewer may see holds every word, corrections included. */
  readonly strictMatches: boolean;
  readonly terms: readonly MatchedTerm[];
}

/** What one index file answers: it knows nothing of engines. */
export type FoundInFile = Omit<SearchAnswer, 'engine'>;

/** Answers from one index file. */
export class IndexReader {
  readonly documents = new DocumentTable();
  /** Not all cases have come into the file yet, and never will: another is made in its place. */
  private readonly lacksCases: boolean;
  private readonly text: TextIndex;
  private readonly vocabulary: Vocabulary;

  constructor(
    db: SqliteDatabase,
    private readonly synonyms: Synonyms,
  ) {
    const reason = db.prepare('SELECT needs_rebuild FROM state').pluck().get();
    this.lacksCases = reason !== null;
    this.text = new TextIndex(db, this.documents);
    this.vocabulary = new Vocabulary(db);
    const rows = db.prepare<[], StoredRow>(
      `SELECT slot, id, stamp, space, fields, length, occurred_at AS occurredAt,
         updated_at AS updatedAt
       FROM document`,
    );
    for (const { slot, fields, ...row } of rows.iterate()) {
      this.documents.set(slot, { ...row, fields: JSON.parse(fields) as DocumentRow['fields'] });
    }
  }

  search(request: SearchRequest): FoundInFile {
    const { query, limit, offset } = request;
    const selection = this.select(request);
    const sees = (slot: number) => selection.sees(slot);
    const plan = new QueryPlanner(this.vocabulary, this.synonyms, (match) =>
      this.text.some(match, sees),
    ).plan(query);
    const outcome = this.look(plan, selection);
    const { passing, facets } = outcome.evaluation;
    return {
      hits: this.hits(outcome, limit, offset),
      totalCount: passing.length,
      facets,
      didYouMean: outcome.strictMatches ? plan.didYouMean : undefined,
      relaxed: outcome.relaxed,
      terms: outcome.terms,
      degraded: this.lacksCases,
    };
  }

  similar(request: SimilarRequest): SimilarHit[] {
    return similarDocuments(this.text, this.documents, this.synonyms, request);
  }

  private select({ query, filter, spaces, hidden }: SearchRequest): Selection {
    const unwanted = some(
      query.units.filter((unit) => unit.negated).map((unit) => phrase(unit.text)),
    );
    const slots = unwanted === undefined ? [] : this.text.slots(unwanted);
    return new Selection(this.documents, query, filter, spaces, new Set(slots), hidden);
  }

  private look(plan: QueryPlan, selection: Selection): Outcome {
    const { strict, terms } = plan;
    const slots = strict === undefined ? this.documents.allSlots() : this.text.slots(strict);
    const evaluation = selection.evaluate(slots);
    const weights = new Float64Array(this.documents.slotCount);
    const { untranslated } = plan;
    const isTranslated = untranslated !== undefined && untranslated !== strict;
    for (const slot of evaluation.passing) weights[slot] = isTranslated ? TRANSLATED_WEIGHT : 1;
    for (const slot of isTranslated ? this.text.slots(untranslated) : []) {
      if (weights[slot] === TRANSLATED_WEIGHT) weights[slot] = 1;
    }
    const strictMatches = evaluation.visible > 0;
    const exact = { match: strict, evaluation, weights, relaxed: false, strictMatches, terms };
    // Whether to relax is asked before the filters, so that choosing one never brings in other cases.
    const enough = plan.concepts > 1 ? ENOUGH_HITS : 1;
    if (strict === undefined || evaluation.visible >= enough) return exact;
    const relaxed = relax(plan, this.text, this.documents, (slot) => selection.sees(slot));
    if (relaxed === undefined) return exact;
    const wider = selection.evaluate(this.text.slots(relaxed.match));
    if (wider.visible === evaluation.visible) return exact;
    return {
      match: relaxed.match,
      evaluation: wider,
      weights: relaxed.weights(wider.passing, evaluation.passing),
      relaxed: true,
      strictMatches,
      terms: [...terms, ...relaxed.terms],
    };
  }

  private hits(outcome: Outcome, limit: number, offset: number): SearchHit[] {
    const { match, weights, evaluation } = outcome;
    if (match === undefined) return this.newest(evaluation.passing, limit, offset);
    const ranked = this.text.rank(match, weights, { limit, offset });
    const [best] = offset === 0 ? ranked : this.text.rank(match, weights, { limit: 1, offset: 0 });
    // A weight above 1 only says what comes first.
    const plain = ({ slot, score }: RankedSlot) => score / Math.max(1, weights[slot] ?? 1);
    // Only the proportion of scores means anything; the figure itself would tell how many
    // documents hold a word, hidden ones among them.
    return ranked.flatMap((hit) => {
      const row = this.documents.at(hit.slot);
      const score = Math.min(1, plain(hit) / plain(best ?? hit));
      return row === undefined ? [] : [{ id: row.id, score }];
    });
  }

  private newest(slots: readonly number[], limit: number, offset: number): SearchHit[] {
    return slots
      .flatMap((slot) => this.documents.at(slot) ?? [])
      .sort(
        (a, b) =>
          Number(Number.isNaN(a.occurredAt)) - Number(Number.isNaN(b.occurredAt)) ||
          b.occurredAt - a.occurredAt ||
          b.updatedAt - a.updatedAt,
      )
      .slice(offset, offset + limit)
      .map(({ id }) => ({ id, score: 0 }));
  }
}

interface StoredRow extends Omit<DocumentRow, 'fields'> {
  readonly slot: number;
  readonly fields: string;
}
