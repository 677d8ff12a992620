import type { Synonyms } from '../../../core/text/synonyms.js';
import type { MatchedTerm, SearchAnswer, SearchHit, SearchRequest } from '../search-index.js';
import { planQuery, questionOf, type Concept, type QueryPlan } from './query-plan.js';
import { conditionsOf, type Questions } from './questions.js';
import { countEach, looseUnits, searchLoosely, type Counts } from './relaxed-search.js';
import { corrected, corrections } from './spelling.js';
import { partsOf, searchStrictly, type StrictOutcome } from './strict-search.js';

/** With fewer hits than this, cases that hold only some of the words are shown too. */
const ENOUGH_HITS = 3;
/** More words of one query Meilisearch does not read. */
const MOST_WORDS = 10;

type Answer = Omit<SearchAnswer, 'engine' | 'degraded'>;

/** Every word; where nothing holds them, corrected; where too little does, some of them. */
export async function searchByLadder(
  request: SearchRequest,
  synonyms: Synonyms,
  questions: Questions,
): Promise<Answer> {
  const { query } = request;
  const conditions = conditionsOf(request);
  let counts: Counts = new Map();
  let plan = planQuery(query, synonyms);
  let didYouMean: string | undefined;
  const strictly = async (): Promise<StrictOutcome> => {
    const read = await readable(plan, counts, questions);
    counts = read.counts;
    return searchStrictly(partsOf(read.plan), conditions, request, questions);
  };
  let found = await strictly();
  const exact = (): Answer => ({
    ...answerOf(plan, found, request),
    didYouMean: found.visible > 0 ? didYouMean : undefined,
  });
  if (plan.concepts.length === 0) return exact();
  const enough = plan.concepts.length > 1 ? ENOUGH_HITS : 1;
  if (found.visible >= enough) return exact();
  counts = await countEach(questionsOf(plan), counts, questions);
  if (found.visible === 0) {
    const unknown = plan.concepts.flatMap(({ q, beginning, spelt }) => {
      const forms = [{ q }, ...(beginning ? [beginning] : [])];
      const isKnown = forms.some((form) => (counts.get(questionOf(form)) ?? 0) > 0);
      return spelt === undefined || isKnown ? [] : [spelt];
    });
    const meant = await corrections(unknown, questions);
    if (meant.size > 0) {
      plan = planQuery(query, synonyms, meant);
      didYouMean = corrected(query.text, unknown, meant);
      found = await strictly();
      if (found.visible >= enough) return exact();
      counts = await countEach(questionsOf(plan), counts, questions);
    }
  }
  const strict = found.visible === 0 ? [] : await holdersOfAll(plan, request, questions);
  const page = { strict, limit: request.limit, offset: request.offset };
  const relaxed = await searchLoosely(plan, counts, conditions, page, questions);
  if (relaxed === undefined) return exact();
  return {
    ...answerOf(plan, relaxed, request),
    didYouMean: found.visible > 0 ? didYouMean : undefined,
    relaxed: true,
    terms: distinct([...termsOf(plan), ...relaxed.terms]),
  };
}

/** What Meilisearch reads of a long query: its phrases, and of its words the rarest that are known. */
async function readable(
  plan: QueryPlan,
  known: Counts,
  questions: Questions,
): Promise<{ plan: QueryPlan; counts: Counts }> {
  const { concepts } = plan;
  const sizes = new Map(concepts.map((concept) => [concept, wordsIn(concept.q)]));
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (whole <= MOST_WORDS) return { plan, counts: known };
  const counts = await countEach(questionsOf(plan), known, questions);
  const rarity = ({ q }: Concept): number => counts.get(questionOf({ q })) ?? Infinity;
  const ranked = [...concepts].sort(
    (a, b) => Number(b.required) - Number(a.required) || rarity(a) - rarity(b),
  );
  let room = MOST_WORDS;
  const kept = new Set(
    ranked.filter((concept) => {
      const size = sizes.get(concept) ?? 0;
      if (size > room || rarity(concept) === 0) return false;
      room -= size;
      return true;
    }),
  );
  return { plan: { ...plan, concepts: concepts.filter((one) => kept.has(one)) }, counts };
}

/** The words and phrases of a question: so many does Meilisearch count. */
function wordsIn(q: string): number {
  return q.match(/"[^"]*"|[^\s"]+/gu)?.length ?? 0;
}

/** All that is counted to see what is known and what is rare. */
function questionsOf(plan: QueryPlan): string[] {
  return [
    ...plan.concepts.flatMap(({ q, beginning }) => [{ q }, ...(beginning ? [beginning] : [])]),
    ...looseUnits(plan),
  ].map(questionOf);
}

/** The few documents that hold every word, whatever the filters. */
async function holdersOfAll(
  plan: QueryPlan,
  { query }: SearchRequest,
  questions: Questions,
): Promise<readonly string[]> {
  const { exclusions } = conditionsOf({ query, filter: {} });
  const page = { number: 1, size: ENOUGH_HITS };
  const parts = partsOf(plan).map((q) => ({ q, filter: exclusions, page }));
  const found = await questions.ask(parts);
  return found.flatMap(({ hits }) => hits.map(({ id }) => id));
}

function answerOf(
  plan: QueryPlan,
  { ids, totalCount, facets }: Pick<StrictOutcome, 'ids' | 'totalCount' | 'facets'>,
  { offset }: SearchRequest,
): Answer {
  const scored = plan.concepts.length > 0;
  const hits = ids.map((id, at) => ({ id, score: scored ? scoreAt(offset + at) : 0 }));
  return {
    hits,
    totalCount,
    facets,
    didYouMean: undefined,
    relaxed: false,
    terms: distinct(termsOf(plan)),
  };
}

/**
 * Meilisearch ranks by rules, and its own figure could tell of words of hidden documents: the place
 * in the list says all there is to say.
 */
function scoreAt(place: number): SearchHit['score'] {
  return 1 / (1 + place / 10);
}

function termsOf(plan: QueryPlan): MatchedTerm[] {
  return plan.concepts.flatMap(({ terms }) => terms);
}

function distinct(terms: readonly MatchedTerm[]): MatchedTerm[] {
  return [...new Map(terms.map((one) => [`${one.prefix} ${one.text}`, one])).values()];
}
