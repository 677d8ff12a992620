import { editDistance } from '../../../src/core/text/edit-distance.js';
import { readFilter, type Attributes } from './filter-expression.js';
import { readQuery, wordsOf, type Term } from './query-terms.js';

export interface Settings {
  searchableAttributes: string[];
  filterableAttributes: string[];
  sortableAttributes: string[];
  displayedAttributes: string[];
  rankingRules: string[];
  synonyms: Record<string, string[]>;
  typoTolerance: {
    enabled: boolean;
    disableOnAttributes: string[];
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
  };
  pagination: { maxTotalHits: number };
  faceting: { maxValuesPerFacet: number };
  [other: string]: unknown;
}

const DEFAULTS: Settings = {
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  displayedAttributes: ['*'],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    disableOnAttributes: [],
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
  },
  pagination: { maxTotalHits: 1_000 },
  faceting: { maxValuesPerFacet: 100 },
};

export interface SearchQuery {
  readonly q?: string;
  readonly filter?: string;
  readonly facets?: readonly string[];
  readonly sort?: readonly string[];
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly offset?: number;
  readonly limit?: number;
  readonly attributesToSearchOn?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly showMatchesPosition?: boolean;
  readonly matchingStrategy?: string;
}

/** What is asked cannot be done: the code as Meilisearch has it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

interface Stored {
  readonly document: Attributes;
  /** The words of each attribute that is searched. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

interface Match {
  readonly stored: Stored;
  readonly typos: number;
  readonly exact: number;
  readonly attribute: number;
}

/** How one term is found in a document; fewer typos are better. */
interface TermMatch {
  readonly typos: number;
  readonly exact: boolean;
  readonly attribute: number;
  /** The words that were taken for it. */
  readonly found: ReadonlySet<string>;
}

/** One index of the stand-in: as much of the search of Meilisearch as fupan uses. */
export class StoredIndex {
  readonly createdAt = new Date().toISOString();
  updatedAt = this.createdAt;
  settings: Settings = structuredClone(DEFAULTS);
  private readonly documents = new Map<string, Stored>();

  constructor(readonly primaryKey: string) {}

  get size(): number {
    return this.documents.size;
  }

  put(documents: readonly Attributes[]): void {
    for (const document of documents) {
      const key = String(document[this.primaryKey]);
      if (!/^[\w-]{1,511}$/.test(key)) throw new Refusal(400, 'invalid_document_id');
      // A document that is written again stands where it stood.
      this.documents.set(key, this.stored(document));
    }
    this.touch();
  }

  delete(keys: readonly string[]): void {
    for (const key of keys) this.documents.delete(key);
    this.touch();
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...structuredClone(settings) };
    for (const [key, { document }] of this.documents)
      this.documents.set(key, this.stored(document));
    this.touch();
  }

  list(fields: readonly string[], offset: number, limit: number): Attributes[] {
    const page = [...this.documents.values()].slice(offset, offset + limit);
    return page.map(({ document }) => only(document, fields));
  }

  /** The answer as it goes over the wire. */
  search(query: SearchQuery): Record<string, unknown> {
    const { matchingStrategy = 'last', facets = [], page, hitsPerPage } = query;
    if (matchingStrategy !== 'all') throw new Refusal(400, 'invalid_search_matching_strategy');
    const found = this.matching(query);
    const { maxTotalHits } = this.settings.pagination;
    const isPaged = page !== undefined || hitsPerPage !== undefined;
    const size = isPaged ? (hitsPerPage ?? 20) : (query.limit ?? 20);
    const start = isPaged ? ((page ?? 1) - 1) * size : (query.offset ?? 0);
    const total = Math.min(found.length, maxTotalHits);
    const hits = found.slice(start, Math.min(start + size, maxTotalHits));
    return {
      hits: hits.map((match) => this.shown(match, query)),
      query: query.q ?? '',
      processingTimeMs: 0,
      ...(isPaged
        ? {
            ...{ totalHits: total, hitsPerPage: size, page: page ?? 1 },
            totalPages: size === 0 ? 0 : Math.ceil(total / size),
          }
        : { estimatedTotalHits: total, offset: start, limit: size }),
      ...(facets.length > 0
        ? { facetDistribution: this.facets(found, facets), facetStats: {} }
        : {}),
    };
  }

  private stored(document: Attributes): Stored {
    const { searchableAttributes: names } = this.settings;
    const searched = names.includes('*') ? Object.keys(document) : names;
    const texts = searched.map((name): [string, string[]] => [
      name,
      wordsOf(textOf(document[name])),
    ]);
    return { document, texts: new Map(texts) };
  }

  private touch(): void {
    this.updatedAt = new Date().toISOString();
  }

  private matching(query: SearchQuery): Match[] {
    const filterable = new Set(this.settings.filterableAttributes);
    const passes = query.filter === undefined ? () => true : readFilter(query.filter, filterable);
    const { terms, negated } = readQuery(query.q ?? '');
    const searched = this.searched(query);
    const found: Match[] = [];
    for (const stored of this.documents.values()) {
      if (!passes(stored.document)) continue;
      const holds = (words: readonly string[]): boolean =>
        searched.some((name) => places(stored.texts.get(name) ?? [], words).length > 0);
      if (negated.some(holds)) continue;
      const match = this.match(stored, terms, searched);
      if (match !== undefined) found.push(match);
    }
    return this.ranked(found, query.sort ?? []);
  }

  private searched({ attributesToSearchOn }: SearchQuery): readonly string[] {
    const { searchableAttributes: all } = this.settings;
    if (attributesToSearchOn === undefined) return all;
    const unknown = attributesToSearchOn.find((name) => !all.includes(name));
    if (unknown !== undefined) throw new Refusal(400, 'invalid_search_attributes_to_search_on');
    return attributesToSearchOn;
  }

  /** Every term, or neighbours written as one word in its place. */
  private match(stored: Stored, terms: readonly Term[], searched: readonly string[]) {
    const best: (TermMatch[] | undefined)[] = [[]];
    for (let end = 1; end <= terms.length; end += 1) {
      best[end] = undefined;
      for (const length of [1, 2, 3]) {
        const before = best[end - length];
        const joined = before && joinedTerm(terms.slice(end - length, end));
        const match = joined && this.matchTerm(stored, joined, searched);
        if (before === undefined || !match) continue;
        best[end] = fewerTypos(best[end], [...before, match]);
      }
    }
    const matches = best[terms.length];
    if (matches === undefined) return undefined;
    return {
      stored,
      typos: sum(matches.map(({ typos }) => typos)),
      exact: matches.filter(({ exact }) => exact).length,
      attribute: sum(matches.map(({ attribute }) => attribute)),
    };
  }

  private matchTerm(
    stored: Stored,
    { words, quoted, prefix }: Term,
    searched: readonly string[],
  ): TermMatch | undefined {
    const [word = ''] = words;
    const synonyms = quoted ? [] : (this.settings.synonyms[words.join(' ')] ?? []);
    const tolerant = new Set(searched);
    for (const name of this.settings.typoTolerance.disableOnAttributes) tolerant.delete(name);
    const most = quoted ? 0 : this.typosAllowed(word);
    let best: TermMatch | undefined;
    searched.forEach((name, attribute) => {
      const text = stored.texts.get(name) ?? [];
      const take = (typos: number, exact: boolean, found: readonly string[]): void => {
        if (found.length === 0 || (best && best.typos <= typos && (best.exact || !exact))) return;
        best = { typos, exact, attribute, found: new Set(found) };
      };
      take(
        0,
        true,
        places(text, words).flatMap(() => words),
      );
      if (prefix)
        take(
          0,
          false,
          text.filter((one) => one.startsWith(word)),
        );
      for (const synonym of synonyms) {
        const other = wordsOf(synonym);
        take(
          0,
          false,
          places(text, other).flatMap(() => other),
        );
      }
      for (let typos = 1; typos <= most && tolerant.has(name); typos += 1) {
        take(
          typos,
          false,
          text.filter((one) => misspelt(word, one, prefix) <= typos),
        );
      }
    });
    return best;
  }

  private typosAllowed(word: string): number {
    const { enabled, minWordSizeForTypos: least } = this.settings.typoTolerance;
    if (!enabled || word.length < least.oneTypo) return 0;
    return word.length < least.twoTypos ? 1 : 2;
  }

  private ranked(found: readonly Match[], sort: readonly string[]): Match[] {
    const order = sort.map((rule) => {
      const [name = '', direction] = rule.split(':');
      if (!this.settings.sortableAttributes.includes(name)) {
        throw new Refusal(400, 'invalid_search_sort');
      }
      return { name, sign: direction === 'desc' ? -1 : 1 };
    });
    const rules: Readonly<Record<string, (a: Match, b: Match) => number>> = {
      typo: (a, b) => a.typos - b.typos,
      exactness: (a, b) => b.exact - a.exact,
      attribute: (a, b) => a.attribute - b.attribute,
      sort: (a, b) => {
        for (const { name, sign } of order) {
          const difference = compare(a.stored.document[name], b.stored.document[name], sign);
          if (difference !== 0) return difference;
        }
        return 0;
      },
    };
    return [...found].sort((a, b) => {
      for (const rule of this.settings.rankingRules) {
        const difference = rules[rule]?.(a, b) ?? 0;
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }

  private facets(found: readonly Match[], facets: readonly string[]) {
    const { filterableAttributes: filterable, faceting } = this.settings;
    const unknown = facets.find((name) => !filterable.includes(name));
    if (unknown !== undefined) throw new Refusal(400, 'invalid_search_facets');
    const counted = facets.map((name): [string, Record<string, number>] => {
      const counts: Record<string, number> = {};
      for (const { stored } of found) {
        for (const value of new Set([stored.document[name]].flat(1))) {
          if (typeof value !== 'string') continue;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      const most = Object.entries(counts).sort((a, b) => b[1] - a[1]);
      return [name, Object.fromEntries(most.slice(0, faceting.maxValuesPerFacet))];
    });
    return Object.fromEntries(counted);
  }

  private shown({ stored }: Match, query: SearchQuery): Attributes {
    const { displayedAttributes: displayed } = this.settings;
    const wanted = query.attributesToRetrieve ?? displayed;
    const names = wanted.filter((name) => displayed.includes(name));
    const document = only(stored.document, names);
    if (query.showMatchesPosition !== true) return document;
    const { terms } = readQuery(query.q ?? '');
    const found = new Set(
      terms.flatMap((term) => [
        ...(this.matchTerm(stored, term, this.searched(query))?.found ?? []),
      ]),
    );
    const positions = names.map((name): [string, unknown] => [
      name,
      positionsOf(textOf(document[name]), found),
    ]);
    return { ...document, _matchesPosition: Object.fromEntries(positions) };
  }
}

/** Where these words stand in a text, in bytes. */
function positionsOf(text: string, words: ReadonlySet<string>) {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)).flatMap(({ 0: word, index }) =>
    words.has(word.toLowerCase())
      ? [{ start: Buffer.byteLength(text.slice(0, index)), length: Buffer.byteLength(word) }]
      : [],
  );
}

/** Neighbours as the one word that they may be: `auto vacuum`. */
function joinedTerm(terms: readonly Term[]): Term | undefined {
  const [first] = terms;
  if (terms.length <= 1) return first;
  if (terms.some(({ quoted }) => quoted)) return undefined;
  const words = [terms.flatMap((term) => term.words).join('')];
  return { words, quoted: false, prefix: terms.at(-1)?.prefix === true };
}

function fewerTypos(a: TermMatch[] | undefined, b: TermMatch[]): TermMatch[] {
  const typos = (matches: TermMatch[]): number => sum(matches.map((match) => match.typos));
  return a === undefined || typos(b) < typos(a) ? b : a;
}

/** Where these words stand in a row. */
function places(text: readonly string[], words: readonly string[]): number[] {
  const [first] = words;
  return text.flatMap((word, at) =>
    word === first && words.every((one, offset) => text[at + offset] === one) ? [at] : [],
  );
}

/** A mistake in the first letter counts twice. */
function misspelt(word: string, candidate: string, prefix: boolean): number {
  const compared = prefix ? candidate.slice(0, word.length) : candidate;
  if (Math.abs(word.length - compared.length) > 2) return Infinity;
  return editDistance(word, compared) + (compared.startsWith(word.slice(0, 1)) ? 0 : 1);
}

/** Documents without the attribute come last, whatever the direction. */
function compare(a: unknown, b: unknown, sign: number): number {
  const missing = Number(a === undefined || a === null) - Number(b === undefined || b === null);
  if (missing !== 0 || typeof a !== 'number' || typeof b !== 'number') return missing;
  return sign * (a - b);
}

function only(document: Attributes, names: readonly string[]): Attributes {
  if (names.includes('*')) return document;
  return Object.fromEntries(
    names.flatMap((name) => (name in document ? [[name, document[name]]] : [])),
  );
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' . ') : typeof value === 'string' ? value : '';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
