import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { codeOf } from '../core/error-code.js';
import { FupanError } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { errorBody } from './refusal.js';

/** Milliseconds after which a connection that does not get on is cut. */
export interface Patience {
  /** From the first byte of a request to the end of its headers. */
  readonly headersMs: number;
  /** From the first byte of a request to its last. */
  readonly requestMs: number;
  /** Without a byte in either direction, as when somebody does not read the answer. */
  readonly stalledMs: number;
  /** How often the first two are looked after. */
  readonly checkMs: number;
}

export const PATIENCE: Patience = {
  headersMs: 15_000,
  requestMs: 30_000,
  stalledMs: 60_000,
  checkMs: 1_000,
};

/**
 * The server below Fastify. The headers are set here, before anybody can answer: Fastify answers a
 * path that cannot be decoded, and every request while it closes, without running a hook.
 */
export function httpServer(
  handle: RequestListener,
  headers: Readonly<Record<string, string>>,
  { headersMs, requestMs, stalledMs, checkMs }: Patience,
): Server {
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      // Longer than proxies and clients keep theirs, so that none is closed just as it is used again.
      keepAliveTimeout: 72_000,
    },
    (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      handle(request, response);
    },
  );
  server.setTimeout(stalledMs);
  return server;
}

/**
 * Answers what is no HTTP, too long a head or too slow, and cuts the connection. There is no
 * request yet whose language could be asked for.
 */
export function refuseBroken(
  error: Error,
  socket: Socket,
  headers: Readonly<Record<string, string>>,
): void {
  const code = codeOf(error);
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, fault] =
    code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ['408 Request Timeout', new FupanError('TIMEOUT', 'requestTooSlow')]
      : code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', new FupanError('TOO_LARGE', 'headersTooLarge')]
        : ['400 Bad Request', new FupanError('VALIDATION', 'unreadableRequest')];
  const id = newId();
  const body = JSON.stringify(errorBody(fault, 'en', id));
  const head = {
    ...headers,
    'x-request-id': id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}
