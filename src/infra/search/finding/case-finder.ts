import type { Synonyms } from '../../../core/text/synonyms.js';
import type {
  MatchedTerm,
  SearchAnswer,
  SearchHit,
  SearchRequest,
  SimilarHit,
  SimilarRequest,
} from '../search-index.js';
import type { DocumentTable } from './document-table.js';
import { blocksAround, favouredFirst } from './favouring.js';
import { phrase, some, type Match } from './match.js';
import { QueryPlanner, type QueryPlan } from './query-plan.js';
import type { RankedSlot } from './ranking.js';
import { relax } from './relaxation.js';
import { Selection, type Evaluation } from './selection.js';
import { MARKS } from './slot-marks.js';
import { similarDocuments } from './similar-documents.js';
import type { Ranked, Slots, TextIndex, Vocabulary } from './text-index.js';

/** With fewer hits than this, cases that hold only some of the words are shown too. */
const ENOUGH_HITS = 3;

/**
 * What the score counts of a case that holds the words only in the other script. There they are
 * rare in most libraries, which would bring it before all that say what was typed.
 */
const TRANSLATED_WEIGHT = 0.3;

/** What a search looks for in the text, and what came of it. */
interface Outcome {
  /** Undefined where the query holds no words. */
  readonly match: Match | undefined;
  readonly evaluation: Evaluation;
  readonly ranked: Ranked;
  readonly relaxed: boolean;
  /** Some document that the viewer may see holds every word, corrections included. */
  readonly strictMatches: boolean;
  readonly terms: readonly MatchedTerm[];
}

/** What is found, whichever engine it was. */
export type Found = Omit<SearchAnswer, 'engine' | 'degraded'>;

/**
 * Finds cases: all the words, or the rarest of them, or what the words were meant to be. Knows what
 * is rare and who may see what; the texts themselves it leaves to an engine.
 */
export class CaseFinder {
  constructor(
    readonly documents: DocumentTable,
    private readonly text: TextIndex,
    private readonly vocabulary: Vocabulary,
    private readonly synonyms: Synonyms,
  ) {}

  async search(request: SearchRequest): Promise<Found> {
    const { query } = request;
    const selection = await this.select(request);
    const plan = await new QueryPlanner(this.vocabulary, this.synonyms, (match) =>
      this.text.matches(match, selection),
    ).plan(query);
    const outcome = await this.look(plan, selection);
    const { passing, facets } = outcome.evaluation;
    return {
      hits: await this.hits(outcome, request),
      totalCount: passing.length,
      facets,
      didYouMean: outcome.strictMatches ? plan.didYouMean : undefined,
      relaxed: outcome.relaxed,
      terms: outcome.terms,
    };
  }

  similar(request: SimilarRequest): Promise<SimilarHit[]> {
    return similarDocuments(this.text, this.documents, this.synonyms, request);
  }

  private async select(request: SearchRequest): Promise<Selection> {
    const negated = request.query.units.filter((unit) => unit.negated);
    const unwanted = some(negated.map((unit) => phrase(unit.text)));
    const slots = unwanted === undefined ? undefined : await this.text.slots(unwanted);
    return new Selection(this.documents, request, this.text.room, slots);
  }

  private async look(plan: QueryPlan, selection: Selection): Promise<Outcome> {
    const { strict, terms } = plan;
    const slots =
      strict === undefined ? this.documents.newestFirst() : await this.text.slots(strict);
    const evaluation = selection.evaluate(slots);
    const strictMatches = evaluation.visible > 0;
    const exact = async (): Promise<Outcome> => ({
      match: strict,
      evaluation,
      ranked: {
        slots: evaluation.passing,
        weights: await this.translationWeights(plan, evaluation.passing),
      },
      relaxed: false,
      strictMatches,
      terms,
    });
    // Whether to relax is asked before the filters, so that choosing one never brings in other cases.
    const enough = plan.concepts > 1 ? ENOUGH_HITS : 1;
    if (strict === undefined || evaluation.visible >= enough) return exact();
    const relaxed = await relax(plan, this.text, this.documents, selection);
    if (relaxed === undefined) return exact();
    const wider = selection.evaluate(await this.text.slots(relaxed.match));
    if (wider.visible === evaluation.visible) return exact();
    const weights = relaxed.weights(wider.passing, evaluation.passing);
    return {
      match: relaxed.match,
      evaluation: wider,
      ranked: { slots: wider.passing, weights },
      relaxed: true,
      strictMatches,
      terms: [...terms, ...relaxed.terms],
    };
  }

  /** What the scores of those count that say it in the other script; undefined where none does. */
  private async translationWeights(
    { untranslated }: QueryPlan,
    passing: Slots,
  ): Promise<Float64Array | undefined> {
    if (untranslated === undefined) return undefined;
    const plain = await this.text.slots(untranslated);
    MARKS.clear(this.documents.slotCount);
    MARKS.markAll(plain);
    if (passing.every((slot) => MARKS.has(slot))) return undefined;
    const weights = new Float64Array(passing.length);
    for (let at = 0; at < passing.length; at += 1) {
      weights[at] = MARKS.has(passing[at] as number) ? 1 : TRANSLATED_WEIGHT;
    }
    return weights;
  }

  private async hits(
    { match, ranked, evaluation }: Outcome,
    request: SearchRequest,
  ): Promise<SearchHit[]> {
    const { limit, offset } = request;
    if (match === undefined) return this.listed(evaluation.passing.slice(offset, offset + limit));
    const page = await this.page(match, ranked, request);
    const [best] =
      offset === 0 ? page : await this.page(match, ranked, { ...request, limit: 1, offset: 0 });
    // A weight above 1 only says what comes first.
    const plain = ({ score, weight }: RankedSlot) => score / Math.max(1, weight);
    // Only the proportion of scores means anything; the figure itself would tell how many
    // documents hold a word, hidden ones among them.
    return page.flatMap((hit) => {
      const id = this.documents.idAt(hit.slot);
      const score = Math.min(1, plain(hit) / plain(best ?? hit));
      return id === undefined ? [] : [{ id, score }];
    });
  }

  private async page(
    match: Match,
    ranked: Ranked,
    { limit, offset, now, favoursHelpful = false }: SearchRequest,
  ): Promise<readonly RankedSlot[]> {
    if (now === undefined && !favoursHelpful)
      return this.text.rank(match, ranked, { limit, offset });
    const blocks = blocksAround(limit, offset);
    const best = await this.text.rank(match, ranked, blocks);
    const hits = favouredFirst(best, this.documents, { now, favoursHelpful });
    return hits.slice(offset - blocks.offset, offset - blocks.offset + limit);
  }

  private listed(slots: Slots): SearchHit[] {
    return [...slots].flatMap((slot) => {
      const id = this.documents.idAt(slot);
      return id === undefined ? [] : [{ id, score: 0 }];
    });
  }
}
