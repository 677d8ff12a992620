import { inverseFrequency, saturation } from './bm25.js';
import type { DocumentTable } from './document-table.js';
import { bestFirst, type RankedSlot } from './ranking.js';
import type { Slots } from './text-index.js';

/** The documents that hold a phrase, each once. */
export interface Holders {
  readonly slots: Slots;
  /** For each of them how often, every time counted by the weight of its column; above 0. */
  readonly frequencies: ArrayLike<number>;
}

/** Scores are counted in so many steps to find those that can be among the best. */
const STEPS = 1_024;

/**
 * BM25 of some documents. How many there are, how long they are and how many hold a phrase is
 * counted in what everybody may see: the figures of the others would tell those who see one of them
 * about the rest.
 */
export class Scoring {
  readonly #scores: Float64Array;
  readonly #isScored: Uint8Array;

  /** @param slots of the documents; what is said of others makes no difference */
  constructor(
    private readonly documents: DocumentTable,
    private readonly slots: Slots,
  ) {
    this.#scores = new Float64Array(documents.slotCount);
    this.#isScored = new Uint8Array(documents.slotCount);
    for (const slot of slots) this.#isScored[slot] = 1;
  }

  /** Counts a phrase of the query. */
  add({ slots, frequencies }: Holders): void {
    const { documents } = this;
    let open = 0;
    for (const slot of slots) if (documents.isOpenAt(slot)) open += 1;
    const idf = inverseFrequency(open, documents.openSize);
    const { openLength } = documents;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      if (this.#isScored[slot] !== 1) continue;
      const length = documents.lengthAt(slot) / openLength;
      const part = idf * saturation(frequencies[at] ?? 0, length);
      this.#scores[slot] = (this.#scores[slot] ?? 0) + part;
    }
  }

  /** The best, in order. @param weights for each slot what its score counts; undefined: all alike */
  best(weights: Float64Array | undefined, most: number): RankedSlot[] {
    const scores = this.#scores;
    let greatest = 0;
    for (const slot of this.slots) {
      const score = (scores[slot] ?? 0) * (weights?.[slot] ?? 1);
      scores[slot] = score;
      if (score > greatest) greatest = score;
    }
    const least = this.#leastOf(most, greatest);
    const found: RankedSlot[] = [];
    for (const slot of this.slots) {
      const score = scores[slot] ?? 0;
      if (score >= least) found.push({ slot, score });
    }
    return found.sort(bestFirst).slice(0, most);
  }

  /** A score that the best reach and most of the others do not: to sort all takes many times as long. */
  #leastOf(most: number, greatest: number): number {
    const counts = new Uint32Array(STEPS + 1);
    const step = greatest / STEPS;
    for (const slot of this.slots) {
      const at = Math.floor((this.#scores[slot] ?? 0) / step);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    let sum = 0;
    for (let at = STEPS; at > 0; at -= 1) {
      sum += counts[at] ?? 0;
      if (sum >= most) return at * step;
    }
    return 0;
  }
}
