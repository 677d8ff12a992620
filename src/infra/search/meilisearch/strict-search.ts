import { FACET_FIELDS, type FacetCounts, type SearchRequest } from '../search-index.js';
import type { Conditions, Found, Question, Questions } from './questions.js';
import type { QueryPlan } from './query-plan.js';
import { FACET_VALUES } from './settings.js';

/** What holds every word of a query. */
export interface StrictOutcome {
  /** Ids of one page, best first. */
  readonly ids: readonly string[];
  readonly totalCount: number;
  readonly facets: readonly FacetCounts[];
  /** How many there are before the filters that a viewer chooses. */
  readonly visible: number;
}

/**
 * A query as Meilisearch is asked for it, in parts that no document is in two of: whole words first,
 * then what only begins like the word that is being typed. Together they are an "or", which
 * Meilisearch has no sign for.
 */
export function partsOf({ concepts, negated }: QueryPlan): string[] {
  const whole = [...concepts.map(({ q }) => q), negated].filter((q) => q !== '').join(' ');
  const last = concepts.findLast(({ beginning }) => beginning !== undefined);
  // The space tells that the last word does not go on.
  if (last?.beginning === undefined) return [`${whole} `];
  const others = concepts.filter((concept) => concept !== last).map(({ q }) => q);
  const { q, without } = last.beginning;
  const begun = [...others, negated, without, q].filter((each) => each !== '').join(' ');
  return [`${whole} `, begun];
}

/** Asks for a page of what holds every word, and for what a screen shows besides. */
export async function searchStrictly(
  parts: readonly string[],
  conditions: Conditions,
  { limit, offset }: Pick<SearchRequest, 'limit' | 'offset'>,
  questions: Questions,
): Promise<StrictOutcome> {
  const batch = new Batch();
  const firstPages = parts.map((q, at) =>
    pagesOf(at === 0 ? offset : 0, limit).map((page) =>
      batch.add({ q, filter: conditions.all, page }),
    ),
  );
  const facets = facetQuestions(parts, conditions, batch);
  const counts = conditions.narrows
    ? parts.map((q) => batch.add({ q, filter: conditions.exclusions }))
    : firstPages.map(([page]) => page);
  const answers = await questions.ask(batch.questions);
  const total = (at: number | undefined) => answers[at ?? -1]?.totalHits ?? 0;
  const totals = firstPages.map(([page]) => total(page));
  const [firstTotal = 0] = totals;
  const ids = cut(firstPages[0]?.map((page) => answers[page]) ?? [], offset, limit);
  const [, rest] = parts;
  if (rest !== undefined && ids.length < limit) {
    const from = Math.max(0, offset - firstTotal);
    const wanted = limit - ids.length;
    const found =
      from === 0
        ? (firstPages[1] ?? []).map((page) => answers[page])
        : await questions.ask(
            pagesOf(from, limit).map((page) => ({ q: rest, filter: conditions.all, page })),
          );
    ids.push(...cut(found, from, limit).slice(0, wanted));
  }
  return {
    ids,
    totalCount: totals.reduce((sum, each) => sum + each, 0),
    facets: facetCounts(facets, answers),
    visible: counts.reduce((sum: number, at) => sum + total(at), 0),
  };
}

/** Questions that go together in one request, numbered in the order in which they are added. */
export class Batch {
  readonly questions: Question[] = [];

  add(question: Question): number {
    return this.questions.push(question) - 1;
  }
}

/** For each field the numbers of the questions that count it. */
export type FacetQuestions = readonly (readonly number[])[];

/** Each field is counted within all other filters, its own left aside. */
export function facetQuestions(
  parts: readonly string[],
  conditions: Conditions,
  batch: Batch,
): FacetQuestions {
  const filtered = new Set<string>(conditions.fields);
  const free = FACET_FIELDS.filter((field) => !filtered.has(field));
  const together = parts.map((q) => batch.add({ q, filter: conditions.all, facets: free }));
  return FACET_FIELDS.map((field) =>
    filtered.has(field)
      ? parts.map((q) => batch.add({ q, filter: conditions.without(field), facets: [field] }))
      : together,
  );
}

export function facetCounts(numbers: FacetQuestions, answers: readonly Found[]): FacetCounts[] {
  return FACET_FIELDS.map((field, at) => {
    const counts = new Map<string, number>();
    for (const number of numbers[at] ?? []) {
      const found = answers[number]?.facetDistribution?.[field] ?? {};
      for (const [value, count] of Object.entries(found)) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    const values = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_VALUES);
    return { field, values };
  });
}

/** The pages of this size that hold a stretch of hits; at least one, which tells how many there are. */
function pagesOf(offset: number, limit: number): { number: number; size: number }[] {
  const size = Math.max(1, limit);
  const first = Math.floor(offset / size) + 1;
  const numbers = offset % size === 0 ? [first] : [first, first + 1];
  return numbers.map((number) => ({ number, size }));
}

/** The stretch out of the pages that hold it. */
function cut(pages: readonly (Found | undefined)[], offset: number, limit: number): string[] {
  const ids = pages.flatMap((page) => page?.hits.map(({ id }) => id) ?? []);
  const skipped = offset % Math.max(1, limit);
  return ids.slice(skipped, skipped + limit);
}
