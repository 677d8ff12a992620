import type { Meilisearch, SearchParams, SearchResponse } from 'meilisearch';

import { FILTER_FIELDS, type SearchRequest, type FilterField } from '../search-index.js';
import { among, atLeast, below, every, not, render, spelledOut, type Filter } from './filter.js';
import {
  compared,
  comparedAttribute,
  HELPFUL,
  keyOf,
  SPELLING,
  TEXT_ATTRIBUTES,
} from './stored-document.js';

/** What a question gives of a document. */
export interface FoundDocument {
  readonly id: string;
  readonly [SPELLING]?: string;
}

export type Found = SearchResponse<FoundDocument>;

/** One question: what is looked for, and what must hold besides permission. */
export interface Question {
  readonly q: string;
  /** Default: no further condition. */
  readonly filter?: Filter;
  /** 1 is the first page; default: no hits, only how many there are. */
  readonly page?: { readonly number: number; readonly size: number };
  readonly facets?: readonly string[];
  /** `spelling`: mistakes in words are forgiven, and it is said where a word stands. */
  readonly in?: 'texts' | 'spelling';
}

/** The one way to ask Meilisearch for documents: what the viewer may see is a condition of each question. */
export class Questions {
  readonly #seen: Filter;
  readonly #sort: string[];

  constructor(
    private readonly client: Meilisearch,
    private readonly index: string,
    { query, spaces, hidden, favoursHelpful = false }: SearchRequest,
    private readonly signal: AbortSignal,
  ) {
    this.#seen = every([
      ...(spaces === 'all' ? [] : [among('space', [...spaces].map(spelledOut))]),
      ...(hidden && hidden.size > 0 ? [not(among('key', [...hidden].map(keyOf)))] : []),
    ]);
    // Where there are no words nothing matches better than another, and the newest come first.
    const hasWords = query.units.some(({ negated }) => !negated);
    this.#sort = [
      ...(favoursHelpful && hasWords ? [`${HELPFUL}:desc`] : []),
      'occurred_at:desc',
      'updated_at:desc',
    ];
  }

  /** Asks all of them in one request; the answers are in the same order. */
  async ask(questions: readonly Question[]): Promise<Found[]> {
    if (questions.length === 0) return [];
    const { results } = await this.client.multiSearch<
      { queries: { indexUid: string }[] },
      FoundDocument
    >(
      {
        queries: questions.map((question) => ({ indexUid: this.index, ...this.#params(question) })),
      },
      { signal: this.signal },
    );
    return results;
  }

  #params({ q, filter, page, facets, in: where = 'texts' }: Question): SearchParams {
    const expression = render(every([this.#seen, ...(filter ? [filter] : [])]));
    return {
      q,
      ...(expression === '' ? {} : { filter: expression }),
      // With pages Meilisearch counts all there are.
      page: page?.number ?? 1,
      hitsPerPage: page?.size ?? 0,
      facets: [...(facets ?? [])],
      attributesToSearchOn: where === 'texts' ? [...TEXT_ATTRIBUTES] : [SPELLING],
      attributesToRetrieve: where === 'texts' ? ['id'] : ['id', SPELLING],
      showMatchesPosition: where === 'spelling',
      matchingStrategy: 'all',
      sort: this.#sort,
    };
  }
}

/** The conditions of a search field by field, so that one can be left aside. */
export interface Conditions {
  /** All of them. */
  readonly all: Filter;
  /** The fields that have one. */
  readonly fields: readonly FilterField[];
  /** All but those of one field. */
  without(field: FilterField): Filter;
  /** What narrows nothing down that a viewer chooses: only values that a case must not have. */
  readonly exclusions: Filter;
  readonly narrows: boolean;
}

/** What the query and the request say besides words. */
export function conditionsOf({
  query,
  filter,
}: Pick<SearchRequest, 'query' | 'filter'>): Conditions {
  const wanted = [query.filter, filter].flatMap((one) =>
    FILTER_FIELDS.flatMap((field) => {
      const values = one[field] ?? [];
      return values.length === 0 ? [] : [{ field, filter: hasOne(field, values) }];
    }),
  );
  const excluded = FILTER_FIELDS.flatMap((field) => {
    const values = query.exclude[field] ?? [];
    return values.length === 0 ? [] : [not(hasOne(field, values))];
  });
  const period = [query.filter, filter].flatMap(({ occurredAfter, occurredBefore }) => [
    ...(occurredAfter === undefined ? [] : [atLeast('occurred_at', occurredAfter)]),
    ...(occurredBefore === undefined ? [] : [below('occurred_at', occurredBefore)]),
  ]);
  const always = [...excluded, ...period];
  return {
    all: every([...always, ...wanted.map((one) => one.filter)]),
    fields: [...new Set(wanted.map(({ field }) => field))],
    without: (left) =>
      every([...always, ...wanted.filter(({ field }) => field !== left).map((one) => one.filter)]),
    exclusions: every(excluded),
    narrows: wanted.length + period.length > 0,
  };
}

function hasOne(field: FilterField, values: readonly string[]): Filter {
  return among(comparedAttribute(field), values.map(compared));
}
