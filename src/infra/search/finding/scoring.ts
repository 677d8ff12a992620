import { inverseFrequency, saturation } from './bm25.js';
import type { DocumentTable } from './document-table.js';
import { bestFirst, type RankedSlot } from './ranking.js';
import { MARKS } from './slot-marks.js';
import type { Ranked, Slots } from './text-index.js';

/** The documents that hold a phrase, each once. */
export interface Holders {
  readonly slots: Slots;
  /** For each of them how often, every time counted by the weight of its column; above 0. */
  readonly frequencies: ArrayLike<number>;
}

/** Scores are counted in so many steps to find those that can be among the best. */
const STEPS = 1_024;

/** For each slot the score of its document, in memory that is used over and over. */
let scores = new Float64Array(0);

/**
 * The best of some documents by BM25, in order. How many there are, how long they are and how many
 * hold a phrase is counted in what everybody may see: the figures of the others would tell those who
 * see one of them about the rest.
 * @param phrases of the query, each with what holds it
 */
export function bestOf(
  documents: DocumentTable,
  { slots, weights }: Ranked,
  phrases: readonly Holders[],
  most: number,
): RankedSlot[] {
  const { slotCount } = documents;
  if (scores.length < slotCount) scores = new Float64Array(slotCount * 2);
  MARKS.clear(slotCount);
  for (const slot of slots) {
    MARKS.mark(slot);
    scores[slot] = 0;
  }
  for (const phrase of phrases) addPhrase(documents, phrase);
  let greatest = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    const score = (scores[slot] as number) * (weights?.[at] ?? 1);
    scores[slot] = score;
    if (score > greatest) greatest = score;
  }
  const least = leastOfBest(slots, most, greatest);
  const found: RankedSlot[] = [];
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    const score = scores[slot] as number;
    if (score >= least) found.push({ slot, score, weight: weights?.[at] ?? 1 });
  }
  return found.sort(bestFirst).slice(0, most);
}

function addPhrase(documents: DocumentTable, { slots, frequencies }: Holders): void {
  let open = 0;
  for (const slot of slots) if (documents.isOpenAt(slot)) open += 1;
  const idf = inverseFrequency(open, documents.openSize);
  const { openLength } = documents;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    if (!MARKS.has(slot)) continue;
    const length = documents.lengthAt(slot) / openLength;
    scores[slot] = (scores[slot] as number) + idf * saturation(frequencies[at] ?? 0, length);
  }
}

/** A score that the best reach and most of the others do not: to sort all takes many times as long. */
function leastOfBest(slots: Slots, most: number, greatest: number): number {
  const counts = new Uint32Array(STEPS + 1);
  const step = greatest / STEPS;
  for (const slot of slots) {
    const at = Math.floor((scores[slot] as number) / step);
    counts[at] = (counts[at] as number) + 1;
  }
  let sum = 0;
  for (let at = STEPS; at > 0; at -= 1) {
    sum += counts[at] as number;
    if (sum >= most) return at * step;
  }
  return 0;
}
