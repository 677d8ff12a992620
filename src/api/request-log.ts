import type { FastifyInstance } from 'fastify';

import type { Logger } from '../core/logger.js';
import { addressOf, pathOf } from './route.js';

/** Code units of a path that reach the log. */
const LONGEST_PATH = 200;

/**
 * Logs each request in one line: no header, no query and no body, because all of them can hold a
 * secret, and of the path what is printable.
 */
export function logRequests(http: FastifyInstance, log: Logger): void {
  http.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        address: addressOf(request),
        method: request.method,
        path: printable(pathOf(request)),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}

const printable = (path: string): string =>
  path.slice(0, LONGEST_PATH).replace(/[^\x21-\x7e]/g, '?');
