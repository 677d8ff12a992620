import { Thread } from '../../threads/thread.js';
import type {
  IndexChange,
  IndexHealth,
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  SearchRequest,
  SimilarHit,
  SimilarRequest,
} from '../search-index.js';
import { isDamage } from './index-file.js';
import type { IndexState } from './index-keeper.js';
import { SearchThreads, type SearchThreadsOptions } from './search-threads.js';
import { told } from './told-spaces.js';
import type { WritingTasks } from './writing-thread.js';

const WRITING = new URL('./writing-thread.js', import.meta.url);
const ENGINE = 'embedded';

/**
 * Full-text search in SQLite FTS5, in a folder of its own that can be made anew at any time. One
 * thread writes and others search, so that whatever else the process does goes on meanwhile. A
 * thread that ends is started again; nothing is lost with it but what it was being asked.
 */
export class EmbeddedSearchIndex implements SearchIndex {
  readonly #readers: SearchThreads;
  #writer: Promise<Thread<WritingTasks>> | undefined;
  #state: IndexState | undefined;
  /** Done when all readers search in the file that counts. */
  #switching: Promise<void> = Promise.resolve();
  #rebuilds: Promise<void> = Promise.resolve();
  #isRebuilding = false;
  #isClosed = false;

  /** Opens the index in a folder, or begins an empty one; see `health`. */
  constructor(
    private readonly folder: string,
    private readonly options: SearchThreadsOptions,
  ) {
    this.#readers = new SearchThreads(options);
    // Whoever needs it hears why it does not open.
    this.#writing().catch(() => undefined);
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const found = await this.#reading((readers) =>
      readers.use((reader) => reader.call('search', told(request))),
    );
    return { ...found, engine: ENGINE };
  }

  async similar(request: SimilarRequest): Promise<SimilarHit[]> {
    return this.#reading((readers) =>
      readers.use((reader) => reader.call('similar', told(request))),
    );
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    const writer = await this.#writing();
    const { written, ...state } = await writer.call('apply', changes);
    this.#readers.learn(state.path, written);
    await this.#note(state);
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const rebuilt = this.#rebuilds.then(() => this.#rebuild(batches));
    this.#rebuilds = rebuilt.catch(() => undefined);
    return rebuilt;
  }

  async stamps(): Promise<Map<string, number>> {
    return (await this.#writing()).call('stamps');
  }

  async health(): Promise<IndexHealth> {
    const writer = await this.#writing();
    const documents = await writer.call('count');
    const needsRebuild = this.#state?.needsRebuild;
    return { engine: ENGINE, documents, needsRebuild, rebuilding: this.#isRebuilding };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const writer = await this.#writer?.catch(() => undefined);
    await this.#switching;
    // The last one that closes the file puts away what SQLite keeps beside it.
    await this.#readers.close();
    await writer?.call('close').catch(() => undefined);
    await writer?.stop();
  }

  /** The thread that writes, started anew if it has ended. */
  #writing(): Promise<Thread<WritingTasks>> {
    if (this.#isClosed) return Promise.reject(new Error('The search index is closed'));
    this.#writer ??= this.#startWriter();
    return this.#writer;
  }

  async #startWriter(): Promise<Thread<WritingTasks>> {
    const thread = new Thread<WritingTasks>(WRITING, {
      data: this.folder,
      onEnd: () => {
        this.#writer = undefined;
      },
    });
    this.options.onStart?.('writing', thread);
    void this.#note(await thread.call('state'));
    return thread;
  }

  /** Reads; a file that turns out to be damaged gives way to an empty one, once. */
  async #reading<T>(work: (readers: SearchThreads) => Promise<T>): Promise<T> {
    if (this.#state === undefined) {
      await this.#writing();
      await this.#switching;
    }
    const path = this.#state?.path ?? '';
    try {
      return await work(this.#readers);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await this.#note(await (await this.#writing()).call('replaceDamaged', path));
      return work(this.#readers);
    }
  }

  /** Takes note of the file that counts; done when all search in it. */
  #note(state: IndexState): Promise<void> {
    const isOther = state.path !== this.#state?.path;
    this.#state = state;
    if (isOther) this.#switching = this.#switching.then(() => this.#switchTo(state.path));
    return this.#switching;
  }

  async #switchTo(path: string): Promise<void> {
    await this.#readers.open(path);
    const writer = await this.#writer?.catch(() => undefined);
    await writer?.call('removeOthers').catch(() => undefined);
  }

  async #rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const writer = await this.#writing();
    this.#isRebuilding = true;
    try {
      await writer.call('begin');
      // While one batch is written the next one is read.
      let writing = Promise.resolve();
      for await (const batch of batches) {
        await writing;
        writing = writer.call('add', batch);
        // Awaited below, or with the next batch.
        writing.catch(() => undefined);
      }
      await writing;
      await this.#note(await writer.call('finish'));
    } catch (error) {
      await writer.call('giveUp').catch(() => undefined);
      throw error;
    } finally {
      this.#isRebuilding = false;
    }
  }
}
