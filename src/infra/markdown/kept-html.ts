import { createHash } from 'node:crypto';

/** Characters of HTML that are kept. */
const MOST = 24_000_000;
/** What an entry takes besides. */
const ENTRY = 200;
/** Milliseconds until a text that could not be rendered may be tried again. */
const GIVEN_UP_MS = 10 * 60_000;

interface Kept {
  /** Null for a text that could not be rendered. */
  readonly html: string | null;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** What was rendered last, in the order of its use. */
export class KeptHtml {
  readonly #entries = new Map<string, Kept>();
  #size = 0;

  /** Under what the HTML of a text is kept. */
  keyOf(text: string, place: string): string {
    return createHash('sha256').update(`${place}\0${text}`).digest('base64');
  }

  /** The HTML, or null for a text that was given up lately; undefined if it is not known. */
  get(key: string): string | null | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#delete(key, entry);
    if (entry.until < performance.now()) return undefined;
    this.#add(key, entry);
    return entry.html;
  }

  /** @param html null for a text that could not be rendered */
  set(key: string, html: string | null): void {
    const before = this.#entries.get(key);
    if (before) this.#delete(key, before);
    this.#add(key, { html, until: html === null ? performance.now() + GIVEN_UP_MS : Infinity });
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= MOST) break;
      this.#delete(oldest, entry);
    }
  }

  #add(key: string, entry: Kept): void {
    this.#entries.set(key, entry);
    this.#size += sizeOf(entry);
  }

  #delete(key: string, entry: Kept): void {
    this.#entries.delete(key);
    this.#size -= sizeOf(entry);
  }
}

function sizeOf({ html }: Kept): number {
  return ENTRY + (html?.length ?? 0);
}
