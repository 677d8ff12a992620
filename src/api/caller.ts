import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ANONYMOUS } from '../core/actor.js';
import { type Authenticator } from '../features/identity/authenticator.service.js';
import type { Browser } from '../infra/graphql/request.js';
import type { Platform } from './platform.js';
import type { Caller } from './request-scope.js';
import { addressOf, isFeed, queryOf } from './route.js';

/** By the prefix a browser takes the cookie from nobody but this very host, over https. */
const cookieName = ({ publicUrl }: Platform): string =>
  publicUrl.isHttps ? '__Host-fupan' : 'fupan';

/**
 * Finds out who a request is from, by its token or its cookie.
 * @param isUse whether a session counts as used by it, and so goes on for longer
 * @throws UnauthenticatedError for a token that is not valid
 */
export function callerOf(
  request: FastifyRequest,
  authenticator: Authenticator,
  platform: Platform,
  isUse = true,
): Promise<Caller> {
  const { authorization, cookie } = request.headers;
  const ctx = {
    actor: ANONYMOUS,
    origin: { address: addressOf(request) },
    locale: 'en',
    requestId: request.id,
    clock: platform.clock,
    db: platform.database.read,
  } as const;
  // Programs that read feeds know nothing but the address, and a browser's session is not for them.
  if (isFeed(request)) {
    return authenticator.authenticate(ctx, { feed: queryOf(request).get('token') ?? '' });
  }
  const proof = {
    // Another scheme is no token of ours and no session either.
    bearer: authorization?.replace(/^Bearer +/i, ''),
    cookie: cookie === undefined ? undefined : parse(cookie)[cookieName(platform)],
  };
  return authenticator.authenticate(ctx, proof, isUse);
}

/** The browser behind a request: its session is a cookie that no script can read. */
export function browserOf(
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): Browser {
  const set = (value: string, expires: Date): void => {
    const cookie = serialize(cookieName(platform), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: platform.publicUrl.isHttps,
      expires,
    });
    void reply.header('set-cookie', cookie);
  };
  return {
    userAgent: request.headers['user-agent'] ?? null,
    begin: set,
    end: () => {
      set('', new Date(0));
    },
  };
}
