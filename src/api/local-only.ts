import { ForbiddenException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Names under which a program or a person on this machine calls the server. */
const LOCAL_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Turns away what a page of another site sends through somebody's browser. Loopback alone does not
 * keep it out: a site can let its own name point to 127.0.0.1 and so be of the "same origin".
 * @throws ForbiddenException
 */
export function assertLocal({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const { host, origin } = headers;
  const foreign =
    !LOCAL_NAMES.test(host ?? '') ||
    headers['sec-fetch-site'] === 'cross-site' ||
    (origin !== undefined && !LOCAL_NAMES.test(origin.replace(/^https?:\/\//, '')));
  if (foreign) throw new ForbiddenException();
}
