import { bestFirst, type RankedSlot } from './ranking.js';

/** What a case of today scores more than one that is very old: enough to part two that are alike. */
const MOST_FOR_RECENCY = 0.03;
/** After so long half of it is left. */
const HALF_LIFE_MS = 2 * 365.25 * 86_400_000;
/** The same for a case that helped many people. */
const MOST_FOR_VOTES = 0.03;
/** So many more votes bring half of what is missing from all of it. */
const HALF_VOTES = 2;
/** Cases are put in a new order among so many, each time the same ones, whatever page is asked for. */
const BLOCK = 100;

/** What of two cases that match alike makes one the better hit. */
export interface Favours {
  /** Milliseconds since 1970 UTC: the later one. */
  readonly now?: number | undefined;
  /** The one that helped more people. */
  readonly favoursHelpful?: boolean | undefined;
}

/** What is known of the document at a slot. */
export interface Favoured {
  /** Milliseconds since 1970 UTC; NaN where unknown. */
  occurredAt(slot: number): number;
  /** How many people it helped. */
  votesAt(slot: number): number;
}

/** The stretch of all hits, best first, that has to be known for a page of them. */
export function blocksAround(limit: number, offset: number): { limit: number; offset: number } {
  const first = Math.floor(offset / BLOCK) * BLOCK;
  const end = Math.ceil((offset + limit) / BLOCK) * BLOCK;
  return { limit: end - first, offset: first };
}

/**
 * Brings what is favoured of hits that score alike before the others, within each block.
 * @param hits of whole blocks, best first
 */
export function favouredFirst(
  hits: readonly RankedSlot[],
  documents: Favoured,
  { now, favoursHelpful = false }: Favours,
): RankedSlot[] {
  const favoured = hits.map((hit) => {
    const late = now === undefined ? 0 : recency(documents.occurredAt(hit.slot), now);
    const helpful = favoursHelpful ? helpfulness(documents.votesAt(hit.slot)) : 0;
    const factor = 1 + MOST_FOR_RECENCY * late + MOST_FOR_VOTES * helpful;
    return { ...hit, score: hit.score * factor };
  });
  const blocks: RankedSlot[] = [];
  for (let at = 0; at < favoured.length; at += BLOCK) {
    blocks.push(...favoured.slice(at, at + BLOCK).sort(bestFirst));
  }
  return blocks;
}

/** From 0 to 1, for what happens now. */
function recency(occurredAt: number, now: number): number {
  if (Number.isNaN(occurredAt)) return 0;
  return 2 ** (-Math.max(0, now - occurredAt) / HALF_LIFE_MS);
}

/** From 0 for no votes towards 1: each further vote counts less, and ten are nearly all of it. */
export function helpfulness(votes: number): number {
  return 1 - 2 ** (-Math.max(0, votes) / HALF_VOTES);
}
