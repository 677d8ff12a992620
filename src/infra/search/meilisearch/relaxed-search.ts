import type { FacetCounts, MatchedTerm, SearchRequest } from '../search-index.js';
import { among, every } from './filter.js';
import type { Conditions, Questions } from './questions.js';
import { questionOf, type QueryPlan, type Unit } from './query-plan.js';
import { keyOf } from './stored-document.js';
import { Batch, facetCounts, facetQuestions } from './strict-search.js';

/** So many of the rarest words decide … */
const RAREST = 6;
/** … and further ones as long as all together match no more documents than this. */
const MOST_DOCUMENTS = 3_000;
/** Of what holds one of the words, the best so many are looked at. */
const MOST_HOLDERS = 1_000;
const MOST_UNITS = 60;

/** How many documents that the viewer may see hold a unit, by its question. */
export type Counts = ReadonlyMap<string, number>;

export interface RelaxedOutcome {
  readonly ids: readonly string[];
  readonly totalCount: number;
  readonly facets: readonly FacetCounts[];
  readonly terms: readonly MatchedTerm[];
}

/** Each thing that a query that is content with some words looks for, once. */
export function looseUnits({ concepts }: QueryPlan): Unit[] {
  const units = concepts.flatMap(({ loose }) => loose);
  return [...new Map(units.map((unit) => [unit.q, unit])).values()].slice(0, MOST_UNITS);
}

/** Counts what the viewer may see of each question; those that are known already are not asked. */
export async function countEach(
  asked: readonly string[],
  known: Counts,
  questions: Questions,
): Promise<Counts> {
  const missing = [...new Set(asked)].filter((q) => !known.has(q));
  const answers = await questions.ask(missing.map((q) => ({ q })));
  const counted = missing.map((q, at): [string, number] => [q, answers[at]?.totalHits ?? 0]);
  return new Map([...known, ...counted]);
}

/**
 * Documents that hold some of the words: those with more and rarer words first, after those that
 * hold all. Undefined if none of the words stands in any document that the viewer may see, or if
 * nothing is found but what holds all of them. How rare a word is, is counted among those only.
 */
export async function searchLoosely(
  plan: QueryPlan,
  counts: Counts,
  conditions: Conditions,
  {
    strict,
    limit,
    offset,
  }: Pick<SearchRequest, 'limit' | 'offset'> & { strict: readonly string[] },
  questions: Questions,
): Promise<RelaxedOutcome | undefined> {
  const chosen = rarest(looseUnits(plan), counts);
  const required = plan.concepts.filter((concept) => concept.required).map(({ q }) => q);
  // The phrases count among the words too, or what holds nothing else would count nothing.
  const looked = [...chosen.map(questionOf), ...(required.length > 0 ? [''] : [])];
  if (looked.length === 0) return undefined;
  const page = { number: 1, size: MOST_HOLDERS };
  const answers = await questions.ask([
    { q: '' },
    ...looked.map((q) => ({
      q: [...required, plan.negated, q].filter((each) => each !== '').join(' '),
      filter: conditions.exclusions,
      page,
    })),
  ]);
  const [everything, ...holders] = answers;
  const visible = everything?.totalHits ?? 0;
  const coverage = new Map<string, number>(strict.map((id) => [id, Infinity]));
  for (const { hits, totalHits = hits.length } of holders) {
    const rarity = Math.log(1 + visible / Math.max(1, totalHits));
    for (const { id } of hits) coverage.set(id, (coverage.get(id) ?? 0) + rarity);
  }
  if (coverage.size === strict.length) return undefined;
  return {
    ...(await narrowed(coverage, conditions, { limit, offset }, questions)),
    terms: chosen.flatMap(({ terms }) => terms),
  };
}

/** What passes the filters of some documents, by what they count, with what a screen shows besides. */
async function narrowed(
  coverage: ReadonlyMap<string, number>,
  conditions: Conditions,
  { limit, offset }: Pick<SearchRequest, 'limit' | 'offset'>,
  questions: Questions,
) {
  const known = among('key', [...coverage.keys()].map(keyOf));
  const within: Conditions = {
    ...conditions,
    all: every([conditions.all, known]),
    without: (field) => every([conditions.without(field), known]),
  };
  const batch = new Batch();
  const size = coverage.size;
  const passing = batch.add({ q: '', filter: within.all, page: { number: 1, size } });
  const facets = facetQuestions([''], within, batch);
  const answers = await questions.ask(batch.questions);
  const ids = (answers[passing]?.hits ?? []).map(({ id }) => id);
  // Sorted they are already; which order two alike had among the holders of one word is lost.
  const weightOf = (id: string): number => coverage.get(id) ?? 0;
  const ranked = ids
    .map((id, place) => ({ id, place }))
    .sort((a, b) => compare(weightOf(b.id), weightOf(a.id)) || a.place - b.place);
  return {
    ids: ranked.slice(offset, offset + limit).map(({ id }) => id),
    totalCount: ids.length,
    facets: facetCounts(facets, answers),
  };
}

/** By size, infinite ones among each other alike. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function rarest(units: readonly Unit[], counts: Counts): Unit[] {
  const found = units
    .map((unit) => ({ unit, count: counts.get(questionOf(unit)) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let sum = 0;
  return found
    .filter(({ count }, place) => {
      sum += count;
      return place < RAREST || sum <= MOST_DOCUMENTS;
    })
    .map(({ unit }) => unit);
}
