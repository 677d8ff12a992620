/** Draws that come out the same for the same seed. */
export interface Draws {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Early items far more often than late ones, much as words in real text. */
  skewed<Item>(items: readonly Item[]): Item;
}

/** A small generator of the same numbers for the same seed (mulberry32). */
export function drawsFrom(seed: number): Draws {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // The lists are never empty.
  const at = <Item>(items: readonly Item[], share: number): Item =>
    items[Math.floor(share * items.length)] as Item;
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (items) => at(items, next()),
    skewed: (items) => at(items, next() ** 2.2),
  };
}

/** A seed for each number of each kind of thing, so that each can be made without those before it. */
export function seedOf(kind: number, number: number): number {
  return Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
}
