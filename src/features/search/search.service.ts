import { Inject, Injectable } from '@nestjs/common';

import { hasScope, personIdOf } from '../../core/actor.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { assertPageSize } from '../../core/paging.js';
import {
  OPEN_SPACE,
  type FacetCounts,
  type SearchFilter,
  type Searching,
  type SearchRequest,
  type SimilarHit,
} from '../../infra/search/search-index.js';
import { defineRows, isOneOf } from '../../infra/database/statement.js';
import type { KeptIndex } from '../../infra/search/kept-index.js';
import { KEPT_INDEXES, SEARCH_INDEX } from '../../infra/search/search-index.token.js';
import { CaseReader } from '../library/case-reader.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { ClosedCasesReader } from '../postmortem/closed-cases.service.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { Highlighter } from './highlight.js';
import { parseQuery, type QueryToken } from './query-language.js';
import { SearchIndexer } from './search-indexer.service.js';
import { searchDocument, spaceOfCase } from './search-document.js';

const DAY_MS = 86_400_000;
/** How far into a long list of hits anybody may page. */
const DEEPEST = 10_000;

export interface SearchInput {
  readonly query: string;
  readonly filter: SearchFilter;
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A case that was found. */
export interface FoundCase {
  readonly postmortem: PostmortemEntity;
  readonly score: number;
  readonly highlighter: Highlighter;
}

/** What a search found, as a page. */
export interface FoundPage {
  readonly nodes: FoundCase[];
  readonly edges: { readonly cursor: string; readonly node: FoundCase }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly facets: readonly FacetCounts[];
  readonly didYouMean: string | null;
  readonly relaxed: boolean;
  readonly understood: readonly QueryToken[];
  readonly engine: string;
  readonly degraded: boolean;
  readonly tookMs: number;
}

export interface SimilarCaseFound {
  readonly postmortem: PostmortemEntity;
  readonly score: number;
  readonly sharedTerms: readonly string[];
}

/** Finding cases. Nothing that the caller may not see shows in hits, counts, facets or corrections. */
@Injectable()
export class SearchService {
  /** By the cases that somebody may read; whoever asks again gets the same set. */
  readonly #spaces = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

  constructor(
    private readonly access: CaseAccess,
    private readonly closed: ClosedCasesReader,
    private readonly reader: CaseReader,
    private readonly indexer: SearchIndexer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SEARCH_INDEX) private readonly index: Searching,
    @Inject(KEPT_INDEXES) private readonly indexes: readonly KeptIndex[],
  ) {}

  /** No query makes it fail; only a page size or a cursor can be wrong. */
  async search(ctx: Ctx, { query, filter, first, after }: SearchInput): Promise<FoundPage> {
    const began = performance.now();
    assertPageSize(first);
    const offset = after === undefined || after === null ? 0 : openCursor(after);
    const parsed = parseQuery(query);
    const answer = await this.index.search({
      query: parsed,
      filter,
      ...(await this.#visible(ctx)),
      limit: first,
      offset,
      now: this.config.searchFavoursLater ? dayOf(ctx.clock.now()) : undefined,
      favoursHelpful: this.config.searchFavoursHelpful,
    });
    const rows = await this.#readable(
      ctx,
      answer.hits.map(({ id }) => id),
    );
    if (answer.degraded) this.indexer.mend();
    const highlighter = new Highlighter(answer.terms);
    const edges = answer.hits.flatMap(({ id, score }, at) => {
      const postmortem = rows.get(id);
      if (!postmortem) return [];
      return [{ cursor: sealCursor(offset + at + 1), node: { postmortem, score, highlighter } }];
    });
    const dropped = answer.hits.length - edges.length;
    return {
      nodes: edges.map(({ node }) => node),
      edges,
      pageInfo: {
        hasNextPage: offset + answer.hits.length < answer.totalCount,
        hasPreviousPage: offset > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: answer.totalCount - dropped,
      facets: answer.facets,
      didYouMean: answer.didYouMean ?? null,
      relaxed: answer.relaxed,
      understood: parsed.tokens,
      engine: answer.engine,
      degraded: answer.degraded,
      tookMs: performance.now() - began,
    };
  }

  /**
   * The cases most like one, best first.
   * @throws NotFoundError if the caller may not read that one
   */
  async similar(ctx: Ctx, postmortemId: string, first: number): Promise<SimilarCaseFound[]> {
    await this.access.require(ctx, 'read', postmortemId, ['postmortemId']);
    assertPageSize(first);
    const [loaded] = await this.reader.read(ctx.db, [postmortemId]);
    if (!loaded) return [];
    const hits: SimilarHit[] = await this.index.similar({
      document: searchDocument(loaded),
      ...(await this.#visible(ctx)),
      limit: first,
    });
    const rows = await this.#readable(
      ctx,
      hits.map(({ id }) => id),
    );
    return hits.flatMap(({ id, score, terms }) => {
      const postmortem = rows.get(id);
      return postmortem ? [{ postmortem, score, sharedTerms: terms }] : [];
    });
  }

  /** What the index may show: the spaces of the caller, without what has left them a moment ago. */
  async #visible(ctx: Ctx): Promise<Pick<SearchRequest, 'spaces' | 'hidden'>> {
    if (ctx.actor.kind === 'operator') return { spaces: 'all' };
    if (!hasScope(ctx.actor, 'read')) return { spaces: new Set() };
    const topics = this.indexes.map(({ topic }) => topic);
    const { readable, hidden } = await this.closed.of(ctx, topics);
    const spaces =
      this.#spaces.get(readable) ?? new Set([OPEN_SPACE, ...Array.from(readable, spaceOfCase)]);
    this.#spaces.set(readable, spaces);
    return { spaces, hidden };
  }

  /** The index may be older than the database: each hit is asked for again. */
  async #readable(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PostmortemEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await readableCases(ctx, { ids, readerId: personIdOf(ctx.actor) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const readableCases = defineRows(PostmortemEntity, (rows, db, actor) =>
  onlyReadable(rows.where(isOneOf(db, 'row.id', 'ids')), actor, 'row'),
);

/** The beginning of its day: pages that are asked for one after another agree about it. */
function dayOf(now: Date): number {
  return now.getTime() - (now.getTime() % DAY_MS);
}

function sealCursor(offset: number): string {
  return Buffer.from(`hit ${offset}`).toString('base64url');
}

function openCursor(cursor: string): number {
  const offset = Number(
    /^hit (\d{1,5})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1] ?? Number.NaN,
  );
  if (offset >= 1 && offset <= DEEPEST) return offset;
  throw new FupanError('VALIDATION', 'cursor', {}, ['after']);
}
