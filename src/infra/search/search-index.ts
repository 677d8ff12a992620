import type {
  FactorCategory,
  Language,
  PostmortemStatus,
  Severity,
} from '../../core/vocabulary.js';

/** The space of what everybody may see who may see anything. */
export const OPEN_SPACE = 'organization';

/** What the index knows of one case. Texts are the originals, Markdown allowed: the engine prepares them. */
export interface SearchDocument {
  /** Id of the postmortem. */
  readonly id: string;
  /** Grows with every change of the case; tells whether the index is behind the database. */
  readonly stamp: number;
  /** Who may see it: OPEN_SPACE, or `case:<id>` for a case that is for some people only. */
  readonly space: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly body: string;
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly severities: readonly Severity[];
  readonly categories: readonly FactorCategory[];
  readonly status: PostmortemStatus;
  readonly language: Language;
  readonly company?: string | undefined;
  readonly product?: string | undefined;
  /** Start of the earliest incident, milliseconds since 1970 UTC; null where nobody knows. */
  readonly occurredAt: number | null;
  /** Milliseconds since 1970 UTC. */
  readonly updatedAt: number;
  /** How many people said that it helped them. */
  readonly votes: number;
}

/** The fields that are counted, in the order a screen shows them. */
export const FACET_FIELDS = [
  'severity',
  'service',
  'team',
  'tag',
  'category',
  'status',
  'language',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** The fields that a case can be filtered by, besides its date. */
export const FILTER_FIELDS = [...FACET_FIELDS, 'company', 'product'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Values of fields; compared without regard to case and Chinese script. */
export type FieldFilter = Partial<Readonly<Record<FilterField, readonly string[] | undefined>>>;

/**
 * Values of one field are alternatives (none: no condition), fields are conditions that all hold.
 * A case of unknown date is outside of every period.
 */
export interface SearchFilter extends FieldFilter {
  /** Milliseconds since 1970 UTC, inclusive. */
  readonly occurredAfter?: number | undefined;
  /** Milliseconds since 1970 UTC, exclusive. */
  readonly occurredBefore?: number | undefined;
}

/** One thing to look for: a word (or anything written without a space) or a quoted phrase. */
export interface QueryUnit {
  readonly kind: 'word' | 'phrase';
  /** As typed, without quotation marks or the sign before it. */
  readonly text: string;
  /** Where `text` stands in the query, in UTF-16 code units. */
  readonly start: number;
  /** Cases that contain it are left out. */
  readonly negated: boolean;
  /** Still being typed: words that begin with it match as well. */
  readonly prefix: boolean;
}

/** What a query asks for. Made by `parseQuery`; `text` is what was typed. */
export interface ParsedQuery {
  readonly text: string;
  readonly units: readonly QueryUnit[];
  /** From `field:value`. */
  readonly filter: SearchFilter;
  /** From `-field:value`: values that a case must not have. */
  readonly exclude: FieldFilter;
}

/** The spaces that a viewer may see. */
export type VisibleSpaces = 'all' | ReadonlySet<string>;

export interface SearchRequest {
  readonly query: ParsedQuery;
  /** Holds in addition to the filter inside the query. */
  readonly filter: SearchFilter;
  readonly spaces: VisibleSpaces;
  /** Ids of documents that have left those spaces, which the index has not heard yet. */
  readonly hidden?: ReadonlySet<string> | undefined;
  readonly limit: number;
  readonly offset: number;
  /**
   * Milliseconds since 1970 UTC: of two that match alike the later is the better hit. Without it
   * that makes no difference.
   */
  readonly now?: number | undefined;
  /** Of two that match alike the one that helped more people is the better hit. */
  readonly favoursHelpful?: boolean | undefined;
}

export interface SearchHit {
  readonly id: string;
  /** Above 0 and up to 1, where 1 is the best hit of this search; 0 where the query holds no words. */
  readonly score: number;
}

/** A word, a phrase or the beginning of a word that made a hit match. Meant for highlighting, not for showing. */
export interface MatchedTerm {
  readonly text: string;
  readonly prefix: boolean;
}

export interface FacetCounts {
  readonly field: FacetField;
  /** Most frequent first. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export interface SearchAnswer {
  /** The engine that has answered. */
  readonly engine: string;
  /** Cases may be missing: the index is being made, or another engine answers in its place. */
  readonly degraded: boolean;
  /** Best first; newest first where the query holds no words. */
  readonly hits: readonly SearchHit[];
  readonly totalCount: number;
  /** Each field is counted within all other filters, its own left aside. */
  readonly facets: readonly FacetCounts[];
  /** The query with misspelt words corrected; the hits are already those of the corrected words. */
  readonly didYouMean: string | undefined;
  /** Too little matched every word, so that cases that match some of them are among the hits. */
  readonly relaxed: boolean;
  readonly terms: readonly MatchedTerm[];
}

export interface SimilarRequest {
  /** The case to compare with; it need not be in the index, and is never among the answers. */
  readonly document: SearchDocument;
  readonly spaces: VisibleSpaces;
  /** As in a search. */
  readonly hidden?: ReadonlySet<string> | undefined;
  readonly limit: number;
}

export interface SimilarHit extends SearchHit {
  /** Words of the document that the other case shares, most telling first. */
  readonly terms: readonly string[];
}

export type IndexChange = { readonly document: SearchDocument } | { readonly deletedId: string };

export interface IndexHealth {
  readonly engine: string;
  readonly documents: number;
  /** Why the index must be rebuilt from the database, or undefined: it was made new, found damaged, or is of another version. */
  readonly needsRebuild: 'new' | 'damaged' | 'outdated' | undefined;
  readonly rebuilding: boolean;
}

/**
 * Full-text search over all cases. Nothing outside of the given spaces shows in an answer: not in
 * hits, counts, corrections or shared terms, and neither in scores or order: how common a word is
 * among what the viewer may not see must make no difference. A caller still checks each hit against the database,
 * which may be newer than the index.
 */
export interface SearchIndex {
  /** Never fails because of what was typed. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  similar(request: SimilarRequest): Promise<SimilarHit[]>;
  /** All of the changes or none; on return they are on disk and can be found. A change may be applied twice. */
  apply(changes: readonly IndexChange[]): Promise<void>;
  /**
   * Makes the index anew from all documents. The old index answers until the new one takes its
   * place, and changes applied meanwhile are in both. If it fails, the old one stays. A second call
   * waits for the first.
   */
  rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void>;
  /** The stamp of every document in the index, by id. */
  stamps(): Promise<Map<string, number>>;
  health(): Promise<IndexHealth>;
  close(): Promise<void>;
}

/** Who answers searches. */
export type Searching = Pick<SearchIndex, 'search' | 'similar'>;
