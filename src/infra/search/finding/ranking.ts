/** What a word counts in each column of the text tables. */
export const COLUMN_WEIGHTS = { title: 4, tags: 2, summary: 2, body: 1 } as const;

export interface RankedSlot {
  readonly slot: number;
  /** BM25 times weight: greater is better, above 0. */
  readonly score: number;
  /** What it was multiplied by. */
  readonly weight: number;
}

/** Best first; of two alike the newer. */
export function bestFirst(a: RankedSlot, b: RankedSlot): number {
  return b.score - a.score || b.slot - a.slot;
}
