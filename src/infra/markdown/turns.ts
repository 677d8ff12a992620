export interface TurnLimits {
  /** Characters that one person may have waiting. */
  readonly perPerson: number;
  /** Characters that everybody together may have waiting. */
  readonly together: number;
}

interface Lane<Item> {
  readonly items: Set<Item>;
  size: number;
}

/**
 * What waits, in the order in which each person asked for it. People take turns, so that nobody
 * waits for all that somebody else has asked for; several may wait for the same.
 */
export class Turns<Item extends { readonly size: number }> {
  readonly #lanes = new Map<string, Lane<Item>>();

  constructor(private readonly limits: TurnLimits) {}

  /** False if too much waits already. */
  add(item: Item, person: string): boolean {
    const lane = this.#lanes.get(person) ?? { items: new Set(), size: 0 };
    if (lane.items.has(item)) return true;
    let together = item.size;
    for (const { size } of this.#lanes.values()) together += size;
    const { limits } = this;
    if (lane.size + item.size > limits.perPerson || together > limits.together) return false;
    lane.items.add(item);
    lane.size += item.size;
    this.#lanes.set(person, lane);
    return true;
  }

  /** Takes it out, whoever waits for it. */
  remove(item: Item): void {
    for (const [person, lane] of this.#lanes) {
      if (lane.items.delete(item)) lane.size -= item.size;
      if (lane.items.size === 0) this.#lanes.delete(person);
    }
  }

  /** Takes out what is next, and says whose turn it was; those who are being served have none. */
  next(served: ReadonlySet<string>): { item: Item; person: string } | undefined {
    for (const [person, lane] of this.#lanes) {
      const [item] = lane.items;
      if (served.has(person) || !item) continue;
      this.#lanes.delete(person);
      this.#lanes.set(person, lane);
      this.remove(item);
      return { item, person };
    }
    return undefined;
  }
}
