/** Kinds of memory for whole numbers, the narrowest first, with the largest that one can hold. */
const WHOLE = [
  { array: Uint8Array, most: 2 ** 8 - 1 },
  { array: Uint16Array, most: 2 ** 16 - 1 },
  { array: Uint32Array, most: 2 ** 32 - 1 },
] as const;
const ANY = { array: Float64Array, most: Infinity } as const;

type Kind = (typeof WHOLE)[number] | typeof ANY;
type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const LEAST_ROOM = 64;

/**
 * Numbers side by side in memory, with room for more: whole ones from 0 to 2³² − 1, each in as many
 * bytes as the largest of them needs, or any. What was never set is 0.
 */
export class GrowingNumbers {
  #kind: Kind;
  #room: NumberArray;
  #length = 0;

  constructor(which: 'whole' | 'any') {
    this.#kind = which === 'whole' ? WHOLE[0] : ANY;
    this.#room = new this.#kind.array(LEAST_ROOM);
  }

  get length(): number {
    return this.#length;
  }

  /** What stood beyond it is forgotten. */
  set length(length: number) {
    this.#room.fill(0, length);
    this.#length = length;
  }

  /** All of them, and room behind; valid until one is set. */
  get room(): NumberArray {
    return this.#room;
  }

  at(place: number): number {
    return this.#room[place] ?? 0;
  }

  set(place: number, value: number): void {
    if (place >= this.#room.length || value > this.#kind.most) this.#grow(place, value);
    this.#room[place] = value;
    this.#length = Math.max(this.#length, place + 1);
  }

  /** A copy of a stretch. */
  slice(from: number, end: number): NumberArray {
    return this.#room.slice(from, end);
  }

  #grow(place: number, value: number): void {
    if (value > this.#kind.most) this.#kind = WHOLE.find(({ most }) => value <= most) ?? ANY;
    const { length } = this.#room;
    const enough = place < length ? length : Math.max(place + 1, Math.ceil(length * 1.5));
    const larger = new this.#kind.array(enough);
    larger.set(this.#room);
    this.#room = larger;
  }
}
