import type { TxCtx } from '../../core/ctx.js';
import {
  drawNumber,
  isDrawn,
  numberOf,
  reserveNumber,
  takeNumbers,
  type KeyPrefix,
} from '../../infra/database/keys.js';

/** Something that has a key in the end. */
export interface Keyed {
  key?: string | undefined;
}

/** Gives out keys for one batch: the one that a file brings where it is free, else the next number. */
export class KeyRing {
  readonly #waiting: Keyed[] = [];
  readonly #taken: Set<string>;
  #highest = 0;

  /** @param taken the keys in the database among those that the batch brings */
  constructor(
    private readonly prefix: KeyPrefix,
    taken: Iterable<string>,
  ) {
    this.#taken = new Set(taken);
  }

  /**
   * Gives `target` the key that it wants, or remembers that it needs another one.
   * @param confidential it needs one that shows no gap in the sequence of the others
   */
  give(target: Keyed, wanted: string | undefined, confidential = false): void {
    if (wanted !== undefined && !this.#taken.has(wanted)) {
      this.#take(target, wanted);
      // One with a huge number cannot use up all the others: drawn ones are not counted.
      if (!isDrawn(numberOf(wanted))) this.#highest = Math.max(this.#highest, numberOf(wanted));
    } else if (confidential) this.#take(target, `${this.prefix}-${drawNumber()}`);
    else {
      delete target.key;
      this.#waiting.push(target);
    }
  }

  #take(target: Keyed, key: string): void {
    target.key = key;
    this.#taken.add(key);
  }

  /** Gives everything that waits a new key. */
  async close(tx: TxCtx): Promise<void> {
    if (this.#highest > 0) await reserveNumber(tx, this.prefix, this.#highest);
    if (this.#waiting.length === 0) return;
    const first = await takeNumbers(tx, this.prefix, this.#waiting.length);
    this.#waiting.forEach((target, index) => {
      target.key = `${this.prefix}-${first + index}`;
    });
  }
}

/** The key of something that a ring has given one. */
export function keyOf({ key }: Keyed): string {
  if (key === undefined) throw new Error('the key ring has not been closed yet');
  return key;
}
