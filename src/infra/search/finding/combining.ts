import { keyOf, type Match } from './match.js';
import type { NumberRoom } from './number-room.js';
import { MARKS } from './slot-marks.js';
import type { Slots } from './text-index.js';

const NOTHING = new Uint32Array(0);

/** The slots that match, of those that hold its phrases, by the key of the phrase. */
export function combined(
  match: Match,
  holders: ReadonlyMap<string, Slots>,
  slotCount: number,
  room: NumberRoom,
): Slots {
  if (match.kind === 'phrase') return holders.get(keyOf(match)) ?? NOTHING;
  const lists = match.parts.map((part) => combined(part, holders, slotCount, room));
  return (match.kind === 'every' ? inEvery : inSome)(lists, slotCount, room);
}

function inEvery(lists: readonly Slots[], slotCount: number, room: NumberRoom): Slots {
  const [shortest = NOTHING, ...others] = [...lists].sort((a, b) => a.length - b.length);
  let found = shortest;
  for (const list of others) {
    if (found.length === 0) return found;
    MARKS.clear(slotCount);
    MARKS.markAll(list);
    found = marked(found, room);
  }
  return found;
}

function marked(slots: Slots, room: NumberRoom): Slots {
  const found = room.take(slots.length);
  let count = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    if (MARKS.has(slot)) found[count++] = slot;
  }
  return room.keep(found, count);
}

function inSome(lists: readonly Slots[], slotCount: number, room: NumberRoom): Slots {
  const [first = NOTHING, ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return first;
  MARKS.clear(slotCount);
  const found = room.take(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const list of [first, ...others]) {
    for (let at = 0; at < list.length; at += 1) {
      const slot = list[at] as number;
      if (MARKS.has(slot)) continue;
      MARKS.mark(slot);
      found[count++] = slot;
    }
  }
  return room.keep(found, count);
}
