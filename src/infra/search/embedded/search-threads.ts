import { Thread, ThreadEndedError } from '../../threads/thread.js';
import type { Written } from './index-writer.js';
import type { ReadingTasks } from './reading-thread.js';

const READING = new URL('./reading-thread.js', import.meta.url);

type Reader = Thread<ReadingTasks>;

/** A thread that can be ended at any moment, as a lack of memory would. */
export interface StoppedFromOutside {
  stop(): Promise<void>;
}

export interface SearchThreadsOptions {
  /** How many there may be; at least 1. */
  readonly readers: number;
  /** Groups of words that mean the same. */
  readonly glossary: readonly (readonly string[])[];
  /** Told of every thread that starts, be it to search or to write. */
  readonly onStart?: (role: 'searching' | 'writing', thread: StoppedFromOutside) => void;
}

/** The threads that search: one from the first search on, more while those that there are have work. */
export class SearchThreads {
  /** Those too that are still opening the file, so that they miss nothing. */
  readonly #all = new Set<Reader>();
  readonly #ready = new Set<Reader>();
  #starting: Promise<Reader> | undefined;
  #path: string | undefined;

  constructor(private readonly options: SearchThreadsOptions) {}

  /** Has it done by the thread with the least work, and once more by another if that one ends. */
  async use<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#pick());
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error;
      return await work(await this.#pick());
    }
  }

  /** All search in this file from now on, one after another, so that the others answer meanwhile. */
  async open(path: string): Promise<void> {
    this.#path = path;
    for (const reader of [...this.#all]) {
      try {
        await reader.call('open', path);
      } catch {
        // Another one takes its place, and tells whoever searches what is wrong.
        await reader.stop();
      }
    }
  }

  /** Tells them what was written into a file; a search that is asked for after it knows of it. */
  learn(path: string, written: readonly Written[]): void {
    for (const reader of this.#all) reader.call('learn', path, written).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    for (const reader of [...this.#all]) {
      await reader.call('close').catch(() => undefined);
      await reader.stop();
    }
  }

  async #pick(): Promise<Reader> {
    const [least] = [...this.#ready].sort((a, b) => a.load - b.load);
    if (least === undefined) return this.#start();
    // What begins takes longer to begin than most searches take.
    if (least.load > 0 && this.#all.size < this.options.readers) {
      this.#start().catch(() => undefined);
    }
    return least;
  }

  #start(): Promise<Reader> {
    this.#starting ??= this.#started().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #started(): Promise<Reader> {
    const path = this.#path;
    if (path === undefined) throw new Error('No index is open');
    const reader: Reader = new Thread(READING, {
      data: this.options.glossary,
      onEnd: () => {
        this.#all.delete(reader);
        this.#ready.delete(reader);
      },
    });
    this.#all.add(reader);
    this.options.onStart?.('searching', reader);
    try {
      await reader.call('open', path);
    } catch (error) {
      await reader.stop();
      // The file may be gone because another has taken its place.
      if (path !== this.#path) return this.#started();
      throw error;
    }
    this.#ready.add(reader);
    return reader;
  }
}
