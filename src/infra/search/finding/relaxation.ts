import type { MatchedTerm } from '../search-index.js';
import type { DocumentTable } from './document-table.js';
import { every, keyOf, some, type Match } from './match.js';
import type { LooseUnit, QueryPlan } from './query-plan.js';
import type { Selection } from './selection.js';
import { MARKS } from './slot-marks.js';
import type { Slots, TextIndex } from './text-index.js';

/** So many of the rarest words decide … */
const RAREST = 6;
/** … and further ones as long as all together match no more documents than this. */
const MOST_DOCUMENTS = 3_000;
const MOST_UNITS = 100;
/** Puts what matches every word before all else. */
const STRICT_WEIGHT = 1e6;

/** A search for some of the words of a query instead of all. */
export interface RelaxedSearch {
  readonly match: Match;
  readonly terms: readonly MatchedTerm[];
  /**
   * What the score of each of the slots counts: the more of the query's rare words a document
   * holds, the more. Those that match strictly come first.
   */
  weights(slots: Slots, strict: Slots): Float64Array;
}

interface Counted {
  readonly unit: LooseUnit;
  readonly slots: Slots;
}

/**
 * Undefined if none of the words stands in any document that the viewer sees. How rare a word is, is
 * counted among those only.
 */
export async function relax(
  plan: QueryPlan,
  index: TextIndex,
  documents: DocumentTable,
  selection: Selection,
): Promise<RelaxedSearch | undefined> {
  const required = every(plan.required);
  const slotsOf = async (match: Match) =>
    (await index.slots(match)).filter((slot) => selection.sees(slot));
  const chosen = await rarest(plan.loose, slotsOf);
  // The phrases count among the words too, or what holds nothing else would count nothing.
  if (required !== undefined) {
    chosen.push({ unit: { match: required, terms: [] }, slots: await slotsOf(required) });
  }
  const loose = some(chosen.map(({ unit }) => unit.match));
  if (loose === undefined) return undefined;
  const match = some([plan.strict, every([required, loose])]);
  if (match === undefined) return undefined;
  return {
    match,
    terms: chosen.flatMap(({ unit }) => unit.terms),
    weights: (slots, strict) => {
      const coverage = new Float64Array(documents.slotCount);
      const visible = selection.visibleSize;
      let whole = 0;
      for (const { slots: holders } of chosen) {
        const rarity = Math.log(1 + visible / Math.max(1, holders.length));
        whole += rarity;
        for (const slot of holders) coverage[slot] = (coverage[slot] ?? 0) + rarity;
      }
      MARKS.clear(documents.slotCount);
      MARKS.markAll(strict);
      return Float64Array.from(slots, (slot) =>
        MARKS.has(slot) ? STRICT_WEIGHT : Math.sqrt((coverage[slot] ?? 0) / whole),
      );
    },
  };
}

async function rarest(
  loose: readonly LooseUnit[],
  slotsOf: (match: Match) => Promise<Slots>,
): Promise<Counted[]> {
  const distinct = [...new Map(loose.map((unit) => [keyOf(unit.match), unit])).values()];
  const all = await Promise.all(
    distinct.slice(0, MOST_UNITS).map(async (unit) => ({ unit, slots: await slotsOf(unit.match) })),
  );
  const counted = all
    .filter(({ slots }) => slots.length > 0)
    .sort((a, b) => a.slots.length - b.slots.length);
  let sum = 0;
  return counted.filter(({ slots }, place) => {
    sum += slots.length;
    return place < RAREST || sum <= MOST_DOCUMENTS;
  });
}
