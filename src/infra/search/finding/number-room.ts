/** As much as nearly all searches need: 8 MB, of which the system only gives what is written to. */
const LENGTH = 2_097_152;

/**
 * Memory for the lists of one search, used over and over: to be given new memory each time takes as
 * long as to fill it.
 */
export class NumberRoom {
  readonly #kept = new Uint32Array(LENGTH);
  /** Another one once that is full. */
  #room = this.#kept;
  #used = 0;

  /** What was given out before is void from now on. */
  clear(): void {
    this.#room = this.#kept;
    this.#used = 0;
  }

  /** Room for so many numbers, whatever stands in it. */
  take(length: number): Uint32Array {
    if (this.#used + length > this.#room.length) {
      this.#room = new Uint32Array(Math.max(length, LENGTH));
      this.#used = 0;
    }
    this.#used += length;
    return this.#room.subarray(this.#used - length, this.#used);
  }

  /** Room for so many bytes, whatever stands in it. */
  takeBytes(length: number): Uint8Array {
    const numbers = this.take(Math.ceil(length / Uint32Array.BYTES_PER_ELEMENT));
    return new Uint8Array(numbers.buffer, numbers.byteOffset, length);
  }

  /** Keeps the first numbers of what was taken last; the rest can be taken again. */
  keep(taken: Uint32Array, length: number): Uint32Array {
    this.#used -= taken.length - length;
    return taken.subarray(0, length);
  }
}

/** Of searches that are done. */
const FREE: NumberRoom[] = [];
const MOST_FREE = 4;

/** Has a search done with a room of its own; no list of it may outlive the search. */
export async function inRoom<T>(search: (room: NumberRoom) => Promise<T>): Promise<T> {
  const room = FREE.pop() ?? new NumberRoom();
  // Parts of one that fails may go on, so that nobody else gets its room.
  const found = await search(room);
  room.clear();
  if (FREE.length < MOST_FREE) FREE.push(room);
  return found;
}
