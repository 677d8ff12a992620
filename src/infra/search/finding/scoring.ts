import { inverseFrequency, saturation } from './bm25.js';
import { OPEN, type DocumentTable } from './document-table.js';
import { bestFirst, type RankedSlot } from './ranking.js';
import { MARKS } from './slot-marks.js';
import type { Ranked, Slots } from './text-index.js';

/** The documents that hold a phrase, each once. */
export interface Holders {
  readonly slots: Slots;
  /** How often the one at a place among them does, every time counted by the weight of its column; above 0. */
  frequencyAt(at: number): number;
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
  MARKS.markAll(slots);
  for (let at = 0; at < slots.length; at += 1) scores[slots[at] as number] = 0;
  for (const phrase of phrases) addPhrase(documents, phrase);
  let greatest = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    const score = (scores[slot] as number) * (weights?.[at] ?? 1);
    scores[slot] = score;
    if (score > greatest) greatest = score;
  }
  const perScore = STEPS / greatest;
  const least = stepOfBest(slots, most, perScore);
  const found: RankedSlot[] = [];
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    const score = scores[slot] as number;
    if (Math.trunc(score * perScore) >= least)
      found.push({ slot, score, weight: weights?.[at] ?? 1 });
  }
  return found.sort(bestFirst).slice(0, most);
}

function addPhrase(documents: DocumentTable, phrase: Holders): void {
  const { slots } = phrase;
  const { spaces, lengths } = documents.columns();
  let open = 0;
  for (let at = 0; at < slots.length; at += 1) if (spaces[slots[at] as number] === OPEN) open += 1;
  const idf = inverseFrequency(open, documents.openSize);
  const perToken = 1 / documents.openLength;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    if (!MARKS.has(slot)) continue;
    const length = (lengths[slot] as number) * perToken;
    scores[slot] = (scores[slot] as number) + idf * saturation(phrase.frequencyAt(at), length);
  }
}

/** A step that the best reach and most of the others do not: to sort all takes many times as long. */
function stepOfBest(slots: Slots, most: number, perScore: number): number {
  const counts = new Uint32Array(STEPS + 1);
  for (let at = 0; at < slots.length; at += 1) {
    const step = Math.trunc((scores[slots[at] as number] as number) * perScore);
    counts[step] = (counts[step] as number) + 1;
  }
  let sum = 0;
  for (let step = STEPS; step > 0; step -= 1) {
    sum += counts[step] as number;
    if (sum >= most) return step;
  }
  return 0;
}
