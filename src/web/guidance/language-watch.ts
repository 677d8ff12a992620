import { send } from '../app/api.js';
import { LanguageCheckDocument, type LanguageCheckQuery } from '../gql/documents.js';

/** A place in the text, with its words as they were when they were looked at. */
export type Found = LanguageCheckQuery['languageCheck'][number] & { readonly words: string };

/** Milliseconds after the last key until a text is looked through; a long one waits longer. */
const STILL_MS = 800;
const LONG_STILL_MS = 3_000;
const LONG = 50_000;

/**
 * Has a text that is being written looked through, a moment after the last key. It is advice: where
 * it cannot be had, nothing is said.
 */
export class LanguageWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #length = 0;

  constructor(private readonly tell: (found: readonly Found[]) => void) {}

  /** The text is another one; it is read only when it is needed. */
  changed(read: () => string): void {
    clearTimeout(this.#timer);
    const wait = this.#length > LONG ? LONG_STILL_MS : STILL_MS;
    this.#timer = setTimeout(() => void this.#look(read()), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #look(text: string): Promise<void> {
    this.#length = text.length;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const { languageCheck } = await send(LanguageCheckDocument, { text }, asking.signal);
      if (asking.signal.aborted) return;
      this.tell(
        languageCheck.map((each) => ({ ...each, words: text.slice(each.start, each.end) })),
      );
    } catch {
      // The text is what matters.
    }
  }
}
