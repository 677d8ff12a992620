import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { FilterError, type Attributes } from './meili/filter-expression.js';
import { Refusal, StoredIndex, type SearchQuery, type Settings } from './meili/stored-index.js';

/** How the server behaves: well, not at all, slowly, or badly. */
export type Behaviour = 'well' | 'down' | 'slow' | 'errors' | 'another program';

interface TaskRecord {
  readonly uid: number;
  readonly indexUid: string | null;
  readonly type: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: { message: string; code: string; type: string; link: string } | null;
  readonly enqueuedAt: string;
  readonly work: () => void;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** A request as it came, for tests that look at what is asked. */
export interface Request extends Asked {
  readonly search: readonly (SearchQuery & { readonly indexUid: string })[];
}

const SLOW_MS = 10_000;

/**
 * A server on this machine that answers like Meilisearch, as far as fupan uses it, and can be made
 * to fail in the ways in which a server does.
 */
export class MeiliStandIn {
  behaviour: Behaviour = 'well';
  /** What the next tasks fail with. */
  failTasks: string | undefined;
  /** How long a task takes. */
  taskMs = 0;
  /** So many requests are done, and their answers lost. */
  losesAnswers = 0;
  readonly requests: Request[] = [];
  private readonly indexes = new Map<string, StoredIndex>();
  private readonly tasks: TaskRecord[] = [];
  private working: Promise<void> = Promise.resolve();
  private readonly server = createServer((request, response) => {
    void this.receive(request, response);
  });

  private constructor(public key: string) {}

  static async start(key = 'the-key-of-the-stand-in'): Promise<MeiliStandIn> {
    const standIn = new MeiliStandIn(key);
    await new Promise<void>((resolve) => {
      standIn.server.listen(0, '127.0.0.1', resolve);
    });
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Loses everything, as with its disk. */
  wipe(): void {
    this.indexes.clear();
  }

  /** The names of all indexes. */
  names(): string[] {
    return [...this.indexes.keys()].sort();
  }

  /** Changes what it holds behind the back of fupan. */
  tamper(uid: string, work: (index: StoredIndex) => void): void {
    const index = this.indexes.get(uid);
    if (index === undefined) throw new Error(`No index is called ${uid}`);
    work(index);
  }

  /** Makes an index as another process would have. */
  plant(uid: string, updatedAt: Date): void {
    const index = new StoredIndex('key');
    index.updatedAt = updatedAt.toISOString();
    this.indexes.set(uid, index);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.working;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    if (this.behaviour === 'down') {
      request.socket.destroy();
      return;
    }
    if (this.behaviour === 'slow') await pause(SLOW_MS, undefined, { ref: false });
    if (this.behaviour === 'another program') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works!</html>');
      return;
    }
    const { status, body } = this.answer(request, Buffer.concat(chunks).toString());
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private answer(request: IncomingMessage, text: string): { status: number; body: unknown } {
    try {
      if (this.behaviour === 'errors') throw new Refusal(500, 'internal');
      const { authorization } = request.headers;
      if (authorization === undefined) throw new Refusal(401, 'missing_authorization_header');
      if (authorization !== `Bearer ${this.key}`) throw new Refusal(403, 'invalid_api_key');
      const url = new URL(request.url ?? '/', 'http://stand-in');
      const asked = {
        method: request.method ?? 'GET',
        path: url.pathname.slice(1),
        query: url.searchParams,
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
      const body = this.route(asked);
      return { status: asked.method === 'GET' || isSearch(asked) ? 200 : 202, body };
    } catch (error) {
      const refusal =
        error instanceof FilterError
          ? new Refusal(400, 'invalid_search_filter', error.message)
          : error instanceof Refusal
            ? error
            : new Refusal(500, 'internal', String(error));
      return { status: refusal.status, body: errorOf(refusal) };
    }
  }

  private route(asked: Asked): unknown {
    const { method, path, query, body } = asked;
    const [, uid = '', rest = ''] = /^indexes\/([\w-]+)\/?(.*)$/.exec(path) ?? [];
    const given = body as Record<string, unknown>;
    switch (`${method} ${uid === '' ? path : `indexes/:uid${rest === '' ? '' : `/${rest}`}`}`) {
      case 'GET health':
        return { status: 'available' };
      case 'GET indexes':
        return this.page(
          [...this.indexes].map(([name, index]) => described(name, index)),
          query,
        );
      case 'POST indexes':
        return this.enqueue('indexCreation', String(given['uid']), () => {
          this.create(String(given['uid']), String(given['primaryKey']));
        });
      case 'GET indexes/:uid':
        return described(uid, this.index(uid));
      case 'DELETE indexes/:uid':
        return this.enqueue('indexDeletion', uid, () => {
          this.index(uid);
          this.indexes.delete(uid);
        });
      case 'GET indexes/:uid/stats':
        return {
          numberOfDocuments: this.index(uid).size,
          isIndexing: false,
          fieldDistribution: {},
        };
      case 'GET indexes/:uid/settings':
        return this.index(uid).settings;
      case 'PATCH indexes/:uid/settings':
        return this.enqueue('settingsUpdate', uid, () => {
          this.made(uid).change(given);
        });
      case 'PUT indexes/:uid/settings/synonyms':
        return this.enqueue('settingsUpdate', uid, () => {
          this.made(uid).change({ synonyms: given as Settings['synonyms'] });
        });
      case 'POST indexes/:uid/documents':
        return this.enqueue('documentAdditionOrUpdate', uid, () => {
          this.made(uid, query.get('primaryKey') ?? 'id').put(body as Attributes[]);
        });
      case 'POST indexes/:uid/documents/delete-batch':
        return this.enqueue('documentDeletion', uid, () => {
          this.index(uid).delete(body as string[]);
        });
      case 'GET indexes/:uid/documents':
        return this.documents(this.index(uid), query);
      case 'POST swap-indexes':
        return this.enqueue('indexSwap', null, () => {
          for (const { indexes } of body as { indexes: [string, string] }[]) this.swap(indexes);
        });
      case 'POST multi-search':
        return { results: this.multiSearch(asked) };
      default:
        return this.task(path);
    }
  }

  private multiSearch(asked: Asked): unknown[] {
    const { queries } = asked.body as { queries: (SearchQuery & { indexUid: string })[] };
    this.requests.push({ ...asked, search: queries });
    return queries.map((one) => ({
      indexUid: one.indexUid,
      ...this.index(one.indexUid).search(one),
    }));
  }

  private documents(index: StoredIndex, query: URLSearchParams): unknown {
    const fields = query.get('fields')?.split(',') ?? ['*'];
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 20)];
    return { results: index.list(fields, offset, limit), offset, limit, total: index.size };
  }

  private page(all: readonly unknown[], query: URLSearchParams): unknown {
    const limit = Number(query.get('limit') ?? 20);
    return { results: all.slice(0, limit), offset: 0, limit, total: all.length };
  }

  private task(path: string): unknown {
    const task = this.tasks[Number(/^tasks\/(\d+)$/.exec(path)?.[1] ?? -1)];
    if (task === undefined) throw new Refusal(404, 'not_found', `no route or task ${path}`);
    const { work: _, ...shown } = task;
    return shown;
  }

  private index(uid: string): StoredIndex {
    const index = this.indexes.get(uid);
    if (index === undefined) throw new Refusal(404, 'index_not_found');
    return index;
  }

  /** Writing into an index that is not there makes it. */
  private made(uid: string, primaryKey = 'key'): StoredIndex {
    if (!this.indexes.has(uid)) this.create(uid, primaryKey);
    return this.index(uid);
  }

  private create(uid: string, primaryKey: string): void {
    if (this.indexes.has(uid)) throw new Refusal(409, 'index_already_exists');
    this.indexes.set(uid, new StoredIndex(primaryKey));
  }

  private swap([a, b]: [string, string]): void {
    const [first, second] = [this.index(a), this.index(b)];
    this.indexes.set(a, second).set(b, first);
  }

  /** Tasks are done one after another, in the order in which they came. */
  private enqueue(type: string, indexUid: string | null, work: () => void): unknown {
    const task: TaskRecord = {
      ...{ uid: this.tasks.length, indexUid, type, status: 'enqueued', error: null, work },
      enqueuedAt: new Date().toISOString(),
    };
    this.tasks.push(task);
    this.working = this.working.then(() => this.perform(task));
    const { uid: taskUid, status, enqueuedAt } = task;
    return { taskUid, indexUid, status, type, enqueuedAt };
  }

  private async perform(task: TaskRecord): Promise<void> {
    task.status = 'processing';
    if (this.taskMs > 0) await pause(this.taskMs, undefined, { ref: false });
    try {
      if (this.failTasks !== undefined) throw new Refusal(400, this.failTasks);
      task.work();
      task.status = 'succeeded';
    } catch (error) {
      task.error = errorOf(
        error instanceof Refusal ? error : new Refusal(500, 'internal', String(error)),
      );
      task.status = 'failed';
    }
  }
}

function isSearch({ path }: Asked): boolean {
  return path.endsWith('search');
}

function described(uid: string, { primaryKey, createdAt, updatedAt }: StoredIndex): unknown {
  return { uid, primaryKey, createdAt, updatedAt };
}

function errorOf({ message, code }: Refusal): NonNullable<TaskRecord['error']> {
  const link = `https://docs.meilisearch.com/errors#${code}`;
  return { message, code, type: 'invalid_request', link };
}
