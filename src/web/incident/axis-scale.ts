import { placesOf } from '../ui/milestones.js';

/** The part of the axis on either side that is free to drag into. */
const MARGIN = 0.08;
/** Milliseconds that there are at least to drag into. */
const ROOM_MS = 10 * 60_000;
/** The part of the whole that there is to drag into. */
const ROOM = 0.12;

/** Where instants are on an axis from 0 to 1, and the other way round. */
export interface Scale {
  readonly placeOf: (ms: number) => number;
  readonly msAt: (place: number) => number;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** The part of the axis between two handles that a finger can tell apart. */
const CLOSEST = 0.06;

type Knot = readonly [ms: number, place: number];

/** A scale on which the given instants can be told apart: in proportion between any two of them. */
export function scaleOf(times: readonly number[]): Scale {
  const sorted = [...times].sort((one, other) => one - other);
  const first = sorted[0] ?? Date.now();
  const last = sorted.at(-1) ?? first;
  const room = Math.max((last - first) * ROOM, ROOM_MS);
  const { places } = placesOf(sorted, CLOSEST);
  const knots: Knot[] = [
    [first - room, 0],
    ...sorted.map((ms, index): Knot => {
      const place = sorted.length === 1 ? 0.5 : (places[index] ?? 0);
      return [ms, MARGIN + place * (1 - 2 * MARGIN)];
    }),
    [last + room, 1],
  ];
  return {
    placeOf: (ms) => between(knots, ms, 0),
    msAt: (place) => between(knots, place, 1),
    firstMs: first - room,
    lastMs: last + room,
  };
}

/** Goes from one side of the knots to the other; what lies outside of them is at their end. */
function between(knots: readonly Knot[], value: number, side: 0 | 1): number {
  const other = side === 0 ? 1 : 0;
  let before = knots[0] as Knot;
  if (value <= before[side]) return before[other];
  for (const knot of knots.slice(1)) {
    if (value <= knot[side]) {
      const part = (value - before[side]) / (knot[side] - before[side] || 1);
      return before[other] + part * (knot[other] - before[other]);
    }
    before = knot;
  }
  return before[other];
}
