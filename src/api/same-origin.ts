import type { FastifyInstance, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';

/** Methods that change nothing. */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what a page of another site makes somebody's browser send. Browsers say so themselves in
 * `Sec-Fetch-Site`; the old ones, and all of them over plain http, in `Origin`. A program that is no
 * browser sends neither, and has no cookie that could be misused.
 * @param publicOrigin what people type into their browser, where it is configured
 */
export function refuseOtherSites(http: FastifyInstance, publicOrigin: string | null): void {
  http.addHook('onRequest', (request, _reply, done) => {
    const isFine = SAFE.includes(request.method) || isFromHere(request, publicOrigin);
    done(isFine ? undefined : new FupanError('FORBIDDEN', 'crossSite'));
  });
}

function isFromHere(request: FastifyRequest, publicOrigin: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  // `none` is somebody who typed the address.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const own = `${request.protocol}://${request.host}`;
  return origin === publicOrigin || origin.toLowerCase() === own.toLowerCase();
}
