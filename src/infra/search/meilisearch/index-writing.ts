import type { EnqueuedTask, Index, Meilisearch, Settings, Task } from 'meilisearch';

import type { IndexChange, SearchDocument } from '../search-index.js';
import type { MeilisearchLimits } from './meilisearch-engine.js';
import { MeilisearchUnavailableError, succeeded } from './meilisearch.error.js';
import { keyOf, storedDocument, type StoredDocument } from './stored-document.js';

/** Documents that go to Meilisearch at once … */
const MOST_DOCUMENTS = 500;
/** … unless they are longer than this together, in characters. */
const MOST_CHARACTERS = 20_000_000;
/** Stamps that are read at once. */
const STAMPS = 1_000;
const MOST_INDEXES = 1_000;

interface Building {
  readonly uid: string;
  /** Ids of what was changed meanwhile: the batches may be older. */
  readonly changed: Set<string>;
}

/** Writes the index of Meilisearch, and makes it anew beside the one that is in use. */
export class IndexWriting {
  #building: Building | undefined;
  #hasTidied = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly settings: Settings,
    private readonly limits: Pick<MeilisearchLimits, 'leftoverMs'>,
  ) {}

  /** Of several changes of a document the last one counts. */
  async apply(changes: readonly IndexChange[]): Promise<void> {
    const last = new Map(changes.map((change) => [changedId(change), change]));
    const documents = [...last.values()].flatMap((change) =>
      'document' in change ? [storedDocument(change.document)] : [],
    );
    const deleted = [...last.values()].flatMap((change) =>
      'document' in change ? [] : [keyOf(change.deletedId)],
    );
    const exists = await this.#exists();
    const tasks = await this.#inTurn(async () => {
      const building = this.#building;
      for (const id of last.keys()) building?.changed.add(id);
      return [
        ...(building ? await this.#send(building.uid, documents, deleted) : []),
        ...(exists ? await this.#send(this.uid, documents, deleted) : []),
      ];
    });
    await this.#done(tasks);
    if (!exists) throw new MeilisearchUnavailableError('index_not_found');
    if (!this.#hasTidied) await this.#removeLeftovers();
    this.#hasTidied = true;
  }

  /** The new index takes the place of the old at one moment; if it fails, the old one stays. */
  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    await this.#removeLeftovers();
    // Another process may be at the same: no two may meet.
    const uid = `${this.uid}_${Date.now()}${Math.floor(Math.random() * 10_000)}`;
    const building: Building = { uid, changed: new Set() };
    succeeded(await this.client.createIndex(uid, { primaryKey: 'key' }).waitTask());
    try {
      succeeded(await this.client.index(uid).updateSettings(this.settings).waitTask());
      this.#building = building;
      for await (const documents of parcels(batches)) {
        const tasks = await this.#inTurn(async () => {
          const unchanged = documents.filter(({ id }) => !building.changed.has(id));
          return this.#send(uid, unchanged, []);
        });
        await this.#done(tasks);
      }
      await this.#swap(uid);
    } finally {
      // What bears the name of the new one is the old, or half of one.
      await this.#inTurn(async () => {
        this.#building = undefined;
        return this.client.deleteIndex(uid);
      }).then(
        (sent) => this.client.tasks.waitForTask(sent).catch(() => undefined),
        () => undefined,
      );
    }
  }

  /** The stamp of every document, by id. */
  async stamps(): Promise<Map<string, number>> {
    const stamps = new Map<string, number>();
    if (!(await this.#exists())) return stamps;
    for (let offset = 0; ; offset += STAMPS) {
      const { results, total } = await this.#index(this.uid).getDocuments<
        Pick<StoredDocument, 'id' | 'stamp'>
      >({
        ...{ fields: ['id', 'stamp'], limit: STAMPS, offset },
      });
      for (const { id, stamp } of results) stamps.set(id, stamp);
      if (offset + STAMPS >= total || results.length === 0) return stamps;
    }
  }

  /** How many documents there are and how they are kept; undefined where there is no index. */
  async look(): Promise<{ documents: number; settings: Settings } | undefined> {
    if (!(await this.#exists())) return undefined;
    const index = this.#index(this.uid);
    const [{ numberOfDocuments }, settings] = await Promise.all([
      index.getStats(),
      index.getSettings(),
    ]);
    return { documents: numberOfDocuments, settings };
  }

  sendSynonyms(): Promise<Task> {
    return this.#index(this.uid)
      .updateSynonyms(this.settings.synonyms ?? {})
      .waitTask();
  }

  #index(uid: string): Index<StoredDocument> {
    return this.client.index(uid);
  }

  /** Adding documents would make an index that lacks most and is not kept as it should be. */
  async #exists(): Promise<boolean> {
    const { results } = await this.client.getRawIndexes({ limit: MOST_INDEXES });
    return results.some(({ uid }) => uid === this.uid);
  }

  /** One after another: Meilisearch does things in the order in which it is sent them. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #send(
    uid: string,
    documents: readonly StoredDocument[],
    deleted: readonly string[],
  ): Promise<EnqueuedTask[]> {
    const index = this.#index(uid);
    const sent: EnqueuedTask[] = [];
    for (const some of together(documents)) {
      sent.push(await index.addDocuments(some, { primaryKey: 'key' }));
    }
    if (deleted.length > 0) sent.push(await index.deleteDocuments([...deleted]));
    return sent;
  }

  async #done(sent: readonly EnqueuedTask[]): Promise<void> {
    for (const task of await this.client.tasks.waitForTasks(sent)) succeeded(task);
  }

  async #swap(uid: string): Promise<void> {
    // Only what exists can change places; that there is one already is just as well.
    if (!(await this.#exists())) {
      await this.client.createIndex(this.uid, { primaryKey: 'key' }).waitTask();
    }
    const swap = { indexes: [this.uid, uid] as [string, string], rename: false };
    const task = await this.#inTurn(async () => {
      const sent = await this.client.swapIndexes([swap]);
      // What is sent from here on comes after it, and so into the new one.
      this.#building = undefined;
      return sent;
    });
    await this.#done([task]);
  }

  /** Indexes that were begun by a process that did not live to finish them. */
  async #removeLeftovers(): Promise<void> {
    const { results } = await this.client.getRawIndexes({ limit: MOST_INDEXES });
    const oldest = Date.now() - this.limits.leftoverMs;
    for (const { uid, updatedAt } of results) {
      const isOurs = uid.startsWith(`${this.uid}_`) && /^\d+$/.test(uid.slice(this.uid.length + 1));
      if (!isOurs || uid === this.#building?.uid || Date.parse(updatedAt) > oldest) continue;
      await this.client
        .deleteIndex(uid)
        .waitTask()
        .catch(() => undefined);
    }
  }
}

function changedId(change: IndexChange): string {
  return 'document' in change ? change.document.id : change.deletedId;
}

/** Documents in the number in which Meilisearch takes them best. */
async function* parcels(
  batches: AsyncIterable<readonly SearchDocument[]>,
): AsyncGenerator<StoredDocument[]> {
  let waiting: StoredDocument[] = [];
  for await (const batch of batches) {
    waiting.push(...batch.map(storedDocument));
    if (waiting.length < MOST_DOCUMENTS) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

/** As many as go to Meilisearch at once. */
function together(documents: readonly StoredDocument[]): StoredDocument[][] {
  const parts: StoredDocument[][] = [];
  let room = 0;
  for (const document of documents) {
    const length = JSON.stringify(document).length;
    const part = parts.at(-1);
    if (part === undefined || part.length >= MOST_DOCUMENTS || length > room) {
      parts.push([document]);
      room = MOST_CHARACTERS;
    } else part.push(document);
    room -= length;
  }
  return parts;
}
