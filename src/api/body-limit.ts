import { pipeline, Transform } from 'node:stream';
import type { FastifyInstance } from 'fastify';

import { roleAllows } from '../core/actor.js';
import { FupanError } from '../core/errors.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import { requestScope } from './request-scope.js';
import { GRAPHQL_PATH, isGraphql } from './route.js';

/** Bytes that an administrator may send to GraphQL: one file to import at its largest, as JSON. */
const ADMIN_BODY_BYTES = 12 * 1024 * 1024;

/**
 * Lets administrators send more to GraphQL than everybody else. Fastify knows one limit for a
 * route, so that it gets theirs, and the others are stopped here: at once where the request says
 * how large it is, or else when it has grown too large.
 */
export function limitBodies(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    if (route.url === GRAPHQL_PATH) route.bodyLimit = ADMIN_BODY_BYTES;
  });
  http.addHook('preParsing', (request, _reply, payload, done) => {
    const { actor } = requestScope.getStore()?.caller ?? {};
    if (!isGraphql(request) || (actor && roleAllows(actor, 'administer'))) {
      done(null, payload);
      return;
    }
    if (Number(request.headers['content-length']) > GRAPHQL_LIMITS.bodyBytes) {
      done(tooLarge(GRAPHQL_LIMITS.bodyBytes));
      return;
    }
    // The parser of the body hears of what goes wrong from the stream itself.
    done(
      null,
      pipeline(payload, counted(GRAPHQL_LIMITS.bodyBytes), () => undefined),
    );
  });
}

/** Passes at most so many bytes on. */
function counted(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > most) done(tooLarge(most));
      else done(null, chunk);
    },
  });
}

const tooLarge = (max: number): FupanError => new FupanError('TOO_LARGE', 'TOO_LARGE', { max });
