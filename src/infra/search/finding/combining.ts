import { keyOf, type Match } from './match.js';
import { MARKS } from './slot-marks.js';
import type { Slots } from './text-index.js';

const NOTHING = new Uint32Array(0);

/** The slots that match, of those that hold its phrases, by the key of the phrase. */
export function combined(
  match: Match,
  holders: ReadonlyMap<string, Slots>,
  slotCount: number,
): Slots {
  if (match.kind === 'phrase') return holders.get(keyOf(match)) ?? NOTHING;
  const lists = match.parts.map((part) => combined(part, holders, slotCount));
  return match.kind === 'every' ? inEvery(lists, slotCount) : inSome(lists, slotCount);
}

function inEvery(lists: readonly Slots[], slotCount: number): Slots {
  const [shortest = NOTHING, ...others] = [...lists].sort((a, b) => a.length - b.length);
  let found = shortest;
  for (const list of others) {
    if (found.length === 0) return found;
    MARKS.clear(slotCount);
    for (const slot of list) MARKS.mark(slot);
    found = found.filter((slot) => MARKS.has(slot));
  }
  return found;
}

function inSome(lists: readonly Slots[], slotCount: number): Slots {
  const [first = NOTHING, ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return first;
  MARKS.clear(slotCount);
  const found = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const list of [first, ...others]) {
    for (const slot of list) {
      if (MARKS.has(slot)) continue;
      MARKS.mark(slot);
      found[count++] = slot;
    }
  }
  return found.subarray(0, count);
}
