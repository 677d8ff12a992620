/** How far the rounds can be counted in a byte, which leaves room for more in the cache of the processor. */
const MOST_ROUNDS = 255;

/** Which slots were marked, in memory that is used over and over. Of use within one piece of work only. */
class SlotMarks {
  #rounds = new Uint8Array(0);
  #round = 0;

  /** Unmarks all. */
  clear(slotCount: number): void {
    if (slotCount > this.#rounds.length) this.#rounds = new Uint8Array(slotCount * 2);
    if (this.#round === MOST_ROUNDS) {
      this.#rounds.fill(0);
      this.#round = 0;
    }
    this.#round += 1;
  }

  mark(slot: number): void {
    this.#rounds[slot] = this.#round;
  }

  /** With a plain loop, as wherever slots are many: V8 makes an object for each that `of` goes over. */
  markAll(slots: Uint32Array): void {
    for (let at = 0; at < slots.length; at += 1) this.#rounds[slots[at] as number] = this.#round;
  }

  has(slot: number): boolean {
    return this.#rounds[slot] === this.#round;
  }
}

export const MARKS = new SlotMarks();
