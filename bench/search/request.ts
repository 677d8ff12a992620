import { Agent, request } from 'node:http';

import type { ServerAddress } from '../server.js';

/** What a screen of results asks for: 20 hits with highlights, the count, all facets, a correction. */
export const SEARCH = `query ($query: String!) {
  search(query: $query, first: 20) {
    totalCount didYouMean relaxed tookMs facets { field values { value count } }
    nodes { score postmortem { key title status } highlights { field fragments { text matched } } }
  } }`;

/** What of the answer is looked at. */
export interface SearchAnswer {
  readonly totalCount: number;
  readonly didYouMean: string | null;
  readonly tookMs: number;
}

/** How long a request took until the last byte of its answer, and the answer. */
export interface Timed {
  readonly ms: number;
  readonly status: number;
  readonly body: string;
}

/** Asks over connections that are kept open. Without what `fetch` does besides, which costs the client a millisecond. */
export class Client {
  readonly #agent: Agent;

  constructor(
    private readonly server: ServerAddress,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  search(query: string): Promise<Timed> {
    return this.#send('/graphql', JSON.stringify({ query: SEARCH, variables: { query } }));
  }

  get(path: string): Promise<Timed> {
    return this.#send(path);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(path: string, body?: string): Promise<Timed> {
    const { url, token } = this.server;
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(
        new URL(path, url),
        {
          agent: this.#agent,
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const ms = performance.now() - began;
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ ms, status: answer.statusCode ?? 0, body: text });
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }
}

/** @throws Error if the server refused */
export function answerOf({ status, body }: Timed): SearchAnswer {
  const { data } = JSON.parse(body) as { data?: { search: SearchAnswer } | null };
  if (status !== 200 || !data) throw new Error(`refused: ${status} ${body.slice(0, 500)}`);
  return data.search;
}
