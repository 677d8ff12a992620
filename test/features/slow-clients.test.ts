import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';

import { createServer, type ServerOptions } from '../../src/api/server.js';
import { startApp, type TestApp } from '../support/app.js';
import { codeIn, headersIn, post, send } from '../support/raw-http.js';

/** So short that each limit is met in a test; nothing here measures how long it took. */
const PATIENCE = { headersMs: 400, requestMs: 800, stalledMs: 1_600, checkMs: 50 };

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ as: 'door', server: { patience: PATIENCE, pointsPerAddress: 1e9 } });
});
afterAll(async () => {
  await app.close();
});

/** A client that goes on with one more byte now and then, until the server hangs up. */
class SlowClient {
  readonly #socket: Socket;
  #answer = '';
  /** All that the server said before it hung up. */
  readonly cut: Promise<string>;

  constructor(url: string, beginning: string, drip: string | null) {
    const { hostname, port } = new URL(url);
    this.#socket = connect(Number(port), hostname);
    const timer = setInterval(() => {
      if (drip !== null && this.#socket.writable) this.#socket.write(drip);
    }, 20);
    this.#socket.setEncoding('latin1').on('data', (chunk) => (this.#answer += String(chunk)));
    // Writing to a socket that the other side has closed is what this client does for a living.
    this.#socket.on('error', () => undefined);
    this.cut = new Promise((resolve) => {
      this.#socket.on('close', () => {
        clearInterval(timer);
        resolve(this.#answer);
      });
    });
    this.#socket.write(beginning);
  }
}

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

/** Asks as often as it can until the others are gone; answers the statuses it got. */
async function healthyUntil(gone: Promise<unknown>): Promise<Set<number>> {
  const statuses = new Set<number>();
  const end = gone.then(() => 'over');
  do statuses.add((await post(app, '{ __typename }')).status);
  while ((await Promise.race([end, Promise.resolve('not yet')])) === 'not yet');
  return statuses;
}

/** Answers what the server said to those who heard it before the line was cut. */
async function cutWhileOthersAreServed(
  beginning: string,
  drip: string | null,
): Promise<readonly string[]> {
  const clients = Array.from({ length: 50 }, () => new SlowClient(app.url, beginning, drip));
  const answers = Promise.all(clients.map(({ cut }) => cut));
  expect(await healthyUntil(answers)).toEqual(new Set([200]));
  return (await answers).filter((answer) => answer !== '');
}

describe('a slow client is cut, and the others are served meanwhile', () => {
  it.each([
    ['one whose head never ends', HEAD, 'X-More: 1\r\n'],
    ['one whose body never ends', `${HEAD}Content-Length: 100000\r\n\r\n{"query":"`, 'x'],
    ['one that begins and says no more', 'POST /gra', null],
    ['one that says nothing at all', '', null],
  ])('%s', async (_what, beginning, drip) => {
    const heard = await cutWhileOthersAreServed(beginning, drip);
    expect(heard).not.toHaveLength(0);
    for (const answer of heard) {
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
      expect(codeIn({ body: answer.split('\r\n\r\n')[1] ?? '' })).toBe('TIMEOUT');
      expect(headersIn(answer)['x-content-type-options']).toBe('nosniff');
    }
  });
});

async function withServer(
  options: ServerOptions,
  routes: (http: FastifyInstance) => void,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const server = await createServer(app.platform, options);
  routes(server.getHttpAdapter().getInstance());
  await server.listen(0, '127.0.0.1');
  try {
    await work(await server.getUrl());
  } finally {
    server.getHttpServer().closeAllConnections();
    await server.close();
  }
}

describe('a slow client', () => {
  it('whose body is not there when the time of its request is up is told that it was late', async () => {
    await withServer(
      { operationMs: 100 },
      () => undefined,
      async (url) => {
        const head = `${HEAD}Content-Length: 100000\r\n\r\n{"query":"`;
        const answer = await new SlowClient(url, head, 'x').cut;
        expect(answer).toMatch(/^HTTP\/1.1 408 /);
        expect(headersIn(answer)['connection']).toBe('close');
      },
    );
  });

  it('that does not read its answer is cut', async () => {
    let cut: Promise<unknown> | undefined;
    await withServer(
      { patience: { ...PATIENCE, stalledMs: 200 } },
      (http) => {
        http.get('/large', (_request, reply) => {
          cut = new Promise((resolve) => reply.raw.once('close', resolve));
          return Buffer.alloc(64 * 1024 * 1024);
        });
      },
      async (url) => {
        const { hostname, port } = new URL(url);
        const socket = connect(Number(port), hostname).on('error', () => undefined);
        socket.pause();
        socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
        while (!cut) await new Promise(setImmediate);
        await cut;
        socket.destroy();
      },
    );
  });
});

describe('a server under pressure', () => {
  it('turns requests away with 503, in words, but answers for its health', async () => {
    await withServer(
      // A hundredth of the heap is always in use.
      { pressure: { heapShare: 0.001, sampleMs: 10 } },
      () => undefined,
      async (url) => {
        let answer = await send({ url }, '/nowhere');
        while (answer.status !== 503) answer = await send({ url }, '/nowhere');
        expect(codeIn(answer)).toBe('BUSY');
        expect(answer.headers['retry-after']).toBe('10');
        const refused = await post({ url }, '{ __typename }', { 'accept-language': 'zh-CN' });
        expect([refused.status, refused.body]).toEqual([503, expect.stringContaining('服务器')]);
        expect((await send({ url }, '/healthz')).status).toBe(200);
        expect((await send({ url }, '/readyz')).body).toContain('"checks"');
      },
    );
  });
});
