import { request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { TestApp } from './app.js';

/** An event as it came. */
export interface LiveEvent {
  readonly id: string;
  readonly data: string;
  /** Milliseconds since the connection was asked for. */
  readonly afterMs: number;
}

/** Somebody who listens to server-sent events, as a browser would. */
export class LiveListener {
  readonly events: LiveEvent[] = [];
  /** All that came, as it came. */
  received = '';
  status = 0;
  headers: IncomingHttpHeaders = {};
  /** What a browser would come back with. */
  lastId = '';
  isClosed = false;
  readonly #began = performance.now();
  readonly #request: ClientRequest;
  #unread = '';

  private constructor(
    { url }: Pick<TestApp, 'url'>,
    path: string,
    headers: Readonly<Record<string, string>>,
    ready: () => void,
  ) {
    this.#request = request(url + path, { headers, agent: false }, (response) => {
      this.status = response.statusCode ?? 0;
      this.headers = response.headers;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        this.#take(text);
        ready();
      });
      const end = (): void => {
        this.isClosed = true;
        ready();
      };
      response.on('end', end);
      response.on('error', end);
    });
    this.#request.on('error', () => {
      this.isClosed = true;
      ready();
    });
    this.#request.end();
  }

  /** Comes back once the first bytes are there. */
  static open(
    app: Pick<TestApp, 'url'>,
    meetingId: string,
    headers: Readonly<Record<string, string>>,
    since?: string,
  ): Promise<LiveListener> {
    const all = since === undefined ? headers : { ...headers, 'last-event-id': since };
    return new Promise((resolve) => {
      const listener: LiveListener = new LiveListener(
        app,
        `/live/review-meetings/${meetingId}`,
        all,
        () => {
          resolve(listener);
        },
      );
    });
  }

  close(): void {
    this.#request.destroy();
  }

  /** Whether something holds within so many milliseconds. */
  async within(ms: number, holds: (listener: this) => boolean): Promise<boolean> {
    const end = performance.now() + ms;
    while (!holds(this)) {
      if (performance.now() > end) return false;
      await sleep(10);
    }
    return true;
  }

  #take(text: string): void {
    this.received += text;
    const blocks = (this.#unread + text).split('\n\n');
    this.#unread = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => {
          const [name = '', ...rest] = line.split(': ');
          return [name, rest.join(': ')] as const;
        }),
      );
      const id = fields.get('id');
      if (id !== undefined) this.lastId = id;
      const data = fields.get('data');
      if (data === undefined) continue;
      this.events.push({ id: id ?? '', data, afterMs: performance.now() - this.#began });
    }
  }
}
