import type { Match } from './match.js';
import type { NumberRoom } from './number-room.js';
import type { RankedSlot } from './ranking.js';

/** At once, or later where another process has to be asked. */
export type Awaitable<T> = T | Promise<T>;

/** Places of documents, each once; see `DocumentTable`. */
export type Slots = Uint32Array;

/** Who searches. */
export interface Viewer {
  /** Whether they may know of the document at a slot. */
  sees(slot: number): boolean;
}

/** Which of the documents that match are ranked, and how. */
export interface Ranked {
  /** Slots of those that may be among the best; all of them match. */
  readonly slots: Slots;
  /** For each of them what its score counts, above 0; undefined: all alike. */
  readonly weights: Float64Array | undefined;
}

/** Questions about the texts of an index. A document is known by its slot; see `DocumentTable`. */
export interface TextIndex {
  /** For the lists of this search. */
  readonly room: NumberRoom;
  /** Slots of all documents that match. */
  slots(match: Match): Awaitable<Slots>;
  /** Whether the viewer sees any document that matches. */
  matches(match: Match, viewer: Viewer): Awaitable<boolean>;
  /**
   * For each of the texts about how many of the documents that the viewer sees hold it: as many as
   * hold the rarest of its tokens.
   */
  frequencies(texts: readonly string[], viewer: Viewer): Awaitable<readonly number[]>;
  /** The best of them; scores are made of what everybody may see only. */
  rank(
    match: Match,
    ranked: Ranked,
    page: { limit: number; offset: number },
  ): Awaitable<readonly RankedSlot[]>;
}

/**
 * The words of an index as they are written. What is chosen for being frequent is so in what
 * everybody may see; no other document makes a difference to the choice.
 */
export interface Vocabulary {
  /** Whether it stands in a document that everybody may see. */
  has(word: string): Awaitable<boolean>;
  /** The most frequent words that begin like this. */
  completions(beginning: string): Awaitable<readonly string[]>;
  /**
   * Words that begin like this and stand only in what not everybody may see: to be looked for, and
   * to be shown to nobody.
   */
  closedCompletions(beginning: string): Awaitable<readonly string[]>;
  /** Two known words that this one is made of, or nothing: `loadbalancer` gives `load`, `balancer`. */
  halves(word: string): Awaitable<readonly [string, string] | undefined>;
  /**
   * Known words that this one may have been meant to be, likeliest first. Words that the viewer may
   * not see are among them.
   */
  corrections(word: string): Awaitable<readonly string[]>;
}
