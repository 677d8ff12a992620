import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { FLOW_S, isBrowserId } from '../../features/identity/oidc-flows.js';
import { OidcRefusedError } from '../../features/identity/oidc.errors.js';
import { OidcService } from '../../features/identity/oidc.service.js';
import { newSecret } from '../../features/identity/secret.js';
import type { Platform } from '../platform.js';
import type { Door } from './door.js';
import { localPath } from './local-path.js';
import { Visit } from './visit.js';

const CALLBACK_PATH = '/auth/oidc/callback';

/** Four answers of the provider have to fit in. */
const PATIENCE_MS = 45_000;

/** Signing in through OpenID Connect, if there is a provider: out to it and back again. */
export function addOidc({ http, platform, service }: Door): void {
  if (platform.config.signIn.oidc === null) return;
  const oidc = service(OidcService);
  const callback = (): URL => new URL(CALLBACK_PATH, platform.publicUrl.origin);
  // No HEAD beside GET: what looks at links in passing must not use one up.
  const options = { exposeHeadRoute: false, handlerTimeout: PATIENCE_MS };

  http.get('/auth/oidc/start', options, async (request, reply) => {
    const visit = new Visit(request, reply, platform);
    const next = localPath(visit.asked('next')) ?? '/';
    const browser = browserIdOf(request, platform) ?? newSecret();
    const url = await caught(oidc.start(visit.ctx, browser, callback().href, next));
    if (url instanceof OidcRefusedError) return visit.goTo(refusedPath(url, next));
    keepBrowserId(reply, platform, browser);
    return visit.goTo(url.href);
  });

  http.get(CALLBACK_PATH, options, async (request, reply) => {
    const visit = new Visit(request, reply, platform);
    const url = callback();
    // Only the query: whoever sends a whole address in the request line chooses the host in it.
    url.search = request.url.split('?').slice(1).join('?');
    const browser = browserIdOf(request, platform);
    const back = { browser, callback: url, userAgent: visit.userAgent };
    const done = await caught(oidc.finish(visit.ctx, back));
    if (done instanceof OidcRefusedError) return visit.goTo(refusedPath(done));
    return visit.letIn(done.session, done.next);
  });
}

/** What came of it, or why it was refused. */
async function caught<Result>(work: Promise<Result>): Promise<Result | OidcRefusedError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OidcRefusedError) return error;
    throw error;
  }
}

/** Where whoever is refused can try again, with a word for why. */
function refusedPath({ refusal }: OidcRefusedError, next = '/'): string {
  const query = new URLSearchParams({ refused: refusal, ...(next !== '/' && { next }) });
  return `/sign-in?${query.toString()}`;
}

const cookieName = ({ publicUrl }: Platform): string =>
  publicUrl.isHttps ? '__Host-fupan-oidc' : 'fupan-oidc';

/** By what a browser is known while somebody signs in; null if it has nothing of ours. */
function browserIdOf({ headers }: FastifyRequest, platform: Platform): string | null {
  const id = parse(headers.cookie ?? '')[cookieName(platform)];
  return isBrowserId(id) ? id : null;
}

function keepBrowserId(reply: FastifyReply, platform: Platform, id: string): void {
  const cookie = serialize(cookieName(platform), id, {
    path: '/',
    httpOnly: true,
    // The provider sends the browser back from another site.
    sameSite: 'lax',
    secure: platform.publicUrl.isHttps,
    maxAge: FLOW_S,
  });
  void reply.header('set-cookie', cookie);
}
