import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from '../../core/logger.js';
import type {
  SearchAnswer,
  Searching,
  SearchIndex,
  SearchRequest,
  SimilarHit,
  SimilarRequest,
} from './search-index.js';

export interface FallbackOptions {
  readonly log: Logger;
  /** How long an engine that failed is left alone, in milliseconds; twice as long after each further failure … */
  readonly restMs?: number;
  /** … but no longer than this. */
  readonly longestRestMs?: number;
  /** How long may be asked whether it is right that nothing was found. */
  readonly doubtMs?: number;
}

/** While it is used, an engine is looked at this often. */
const LOOK_EVERY_MS = 5_000;
/** With fewer documents than this share of those beside the database, it has lost some. */
const LEAST_SHARE = 0.5;

/**
 * Searches by an engine that may be away, and by the one beside the database in its place. Nobody
 * waits for an engine that has failed: it is looked at beside the searches, and searches again once
 * it is well and holds everything. Similar cases are told by the one beside the database alone.
 */
export class FallbackSearch implements Searching {
  readonly #log: Logger;
  readonly #restMs: number;
  readonly #longestRestMs: number;
  readonly #doubtMs: number;
  #isTrusted = true;
  #failures = 0;
  #restsUntil = 0;
  #lookedAt = 0;
  #looking: Promise<boolean> | undefined;

  constructor(
    private readonly preferred: Pick<SearchIndex, 'search' | 'health'>,
    private readonly beside: Searching & Pick<SearchIndex, 'health'>,
    options: FallbackOptions,
  ) {
    this.#log = options.log;
    this.#restMs = options.restMs ?? 1_000;
    this.#longestRestMs = options.longestRestMs ?? 10_000;
    this.#doubtMs = options.doubtMs ?? 300;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const answer = await this.#preferred(request);
    if (answer !== undefined) return answer;
    return { ...(await this.beside.search(request)), degraded: true };
  }

  similar(request: SimilarRequest): Promise<SimilarHit[]> {
    return this.beside.similar(request);
  }

  /** The answer of the preferred engine, unless it has none that can be believed. */
  async #preferred(request: SearchRequest): Promise<SearchAnswer | undefined> {
    if (!this.#isTrusted) {
      if (performance.now() >= this.#restsUntil) void this.#look();
      return undefined;
    }
    try {
      const answer = await this.preferred.search(request);
      // An index that was emptied finds nothing either.
      const isRight = answer.totalCount > 0 || (await this.#isWellInTime());
      if (performance.now() - this.#lookedAt > LOOK_EVERY_MS) void this.#look();
      return isRight ? answer : undefined;
    } catch (error) {
      this.#distrust(error);
      return undefined;
    }
  }

  async #isWellInTime(): Promise<boolean> {
    return Promise.race([this.#look(), pause(this.#doubtMs, false, { ref: false })]);
  }

  /** Whether the preferred engine is well and holds everything; asked once at a time. */
  #look(): Promise<boolean> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<boolean> {
    this.#lookedAt = performance.now();
    try {
      const { documents, needsRebuild } = await this.preferred.health();
      const isEmptied = documents < (await this.beside.health()).documents * LEAST_SHARE;
      const fault = needsRebuild ?? (isEmptied ? 'emptied' : undefined);
      if (fault === undefined) this.#trust();
      else
        this.#distrust(new Error(`The index of the search engine has to be made anew (${fault})`));
      return fault === undefined;
    } catch (error) {
      this.#distrust(error);
      return false;
    }
  }

  #trust(): void {
    if (!this.#isTrusted) this.#log.info({}, 'the search engine answers again');
    this.#isTrusted = true;
    this.#failures = 0;
  }

  #distrust(error: unknown): void {
    if (this.#isTrusted) {
      const said = 'the search engine does not answer; the index beside the database does';
      this.#log.warn({ err: error }, said);
    }
    this.#isTrusted = false;
    const rest = Math.min(this.#restMs * 2 ** this.#failures, this.#longestRestMs);
    this.#restsUntil = performance.now() + rest;
    this.#failures += 1;
  }
}
