import { bestFirst, type RankedSlot } from './ranking.js';

/** What a case of today scores more than one that is very old: enough to part two that are alike. */
const MOST = 0.03;
/** After so long half of it is left. */
const HALF_LIFE_MS = 2 * 365.25 * 86_400_000;
/** Cases are put in a new order among so many, each time the same ones, whatever page is asked for. */
const BLOCK = 100;

/** The stretch of all hits, best first, that has to be known for a page of them. */
export function blocksAround(limit: number, offset: number): { limit: number; offset: number } {
  const first = Math.floor(offset / BLOCK) * BLOCK;
  const end = Math.ceil((offset + limit) / BLOCK) * BLOCK;
  return { limit: end - first, offset: first };
}

/**
 * Brings the later of two that score alike before the earlier, within each block.
 * @param hits of whole blocks, best first
 * @param occurredAt of the document at a slot, milliseconds since 1970 UTC; NaN where unknown
 */
export function laterFirst(
  hits: readonly RankedSlot[],
  occurredAt: (slot: number) => number,
  now: number,
): RankedSlot[] {
  const favoured = hits.map((hit) => ({
    ...hit,
    score: hit.score * (1 + MOST * recency(occurredAt(hit.slot), now)),
  }));
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
