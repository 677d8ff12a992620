type NumberArray = Uint32Array | Float64Array;

const LEAST_ROOM = 64;

/** Numbers side by side in memory, with room for more. What was never set is 0. */
export class GrowingNumbers {
  #room: NumberArray;
  #length = 0;

  constructor(private readonly kind: new (length: number) => NumberArray) {
    this.#room = new kind(LEAST_ROOM);
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
    if (place >= this.#room.length) {
      const larger = new this.kind(Math.max(place + 1, Math.ceil(this.#room.length * 1.5)));
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[place] = value;
    this.#length = Math.max(this.#length, place + 1);
  }

  /** A copy of a stretch. */
  slice(from: number, end: number): NumberArray {
    return this.#room.slice(from, end);
  }
}
