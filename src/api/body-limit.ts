import { pipeline, Transform } from 'node:stream';
import type { FastifyInstance } from 'fastify';

import { roleAllows, type Actor } from '../core/actor.js';
import { FupanError } from '../core/errors.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import { requestScope } from './request-scope.js';
import { GRAPHQL_PATH, isGraphql } from './route.js';

/** Bytes that may be sent to GraphQL by who may write: a section at its largest, in Chinese. */
const WRITER_BODY_BYTES = 4 * 1024 * 1024;
/** By an administrator: one file to import at its largest, as JSON. */
const ADMIN_BODY_BYTES = 12 * 1024 * 1024;

/**
 * Lets writers send more to GraphQL than everybody else, and administrators more than them. Fastify
 * knows one limit for a route, so that it gets theirs, and the others are stopped here: at once
 * where the request says how large it is, or else when it has grown too large.
 */
export function limitBodies(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    if (route.url === GRAPHQL_PATH) route.bodyLimit = ADMIN_BODY_BYTES;
  });
  http.addHook('preParsing', (request, _reply, payload, done) => {
    const { actor } = requestScope.getStore()?.caller ?? {};
    const most = mostFor(actor);
    if (!isGraphql(request) || most === ADMIN_BODY_BYTES) {
      done(null, payload);
      return;
    }
    if (Number(request.headers['content-length']) > most) {
      done(tooLarge(most));
      return;
    }
    // The parser of the body hears of what goes wrong from the stream itself.
    done(
      null,
      pipeline(payload, counted(most), () => undefined),
    );
  });
}

function mostFor(actor: Actor | undefined): number {
  if (actor && roleAllows(actor, 'administer')) return ADMIN_BODY_BYTES;
  return actor && roleAllows(actor, 'edit') ? WRITER_BODY_BYTES : GRAPHQL_LIMITS.bodyBytes;
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
