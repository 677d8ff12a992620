import { hasBadToken, hasScope, isNobody } from './authorization-matrix.js';
import type { CallerName } from './world.js';

/** The HTTP status that somebody gets who has not signed in, and who has; who comes with a bad token gets 401. */
interface RouteRule {
  readonly nobody: number;
  readonly signedIn: number;
  /** By a token that does not allow to administer, where that is another. */
  readonly token?: number;
  /** The route does not ask who comes. */
  readonly asksNobody?: true;
}

/** For everybody the same. */
const open = (status: number): RouteRule => ({ nobody: status, signedIn: status });
/** Asked again and again by machines, so that nobody is looked up. */
const health = (status: number): RouteRule => ({ ...open(status), asksNobody: true });
/** Whatever headers come with it. */
const feed: RouteRule = { ...open(404), asksNobody: true };
const home: RouteRule = { nobody: 303, signedIn: 200 };
const signIn: RouteRule = { nobody: 200, signedIn: 303 };

/**
 * The routes of the server: without a query, and posts with a form that holds nothing of use. What
 * they answer tells nothing of the library but at `/graphql`, which is for the other tables.
 */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
  'GET /': home,
  'HEAD /': home,
  // Every address of the web client, for a browser; programs find nothing there. What is printed of
  // the routes leaves `/assets/*` out beside it; `web-client.test.ts` sees to that one.
  'GET /*': open(404),
  'HEAD /*': open(404),
  // Which of them is whose, says the test of attachments.
  'POST /attachments': { nobody: 401, signedIn: 400 },
  'POST /slack-export': { nobody: 401, signedIn: 404 },
  // So Fastify prints `/attachments/:id/*`.
  'GET /attachments*': open(404),
  'HEAD /attachments*': open(404),
  // Who is told of what, says `review-live.test.ts`.
  'GET /live/review-meetings/:id': { nobody: 401, signedIn: 404 },
  // Only what a tracker has signed is heard; so Fastify prints `/hooks/tracker/:id`.
  'POST /hooks/tracker/:id': { ...open(401), asksNobody: true },
  // Links in mails are good without signing in; nothing but a signed one tells or does anything.
  'GET /answer': open(404),
  'HEAD /answer': open(404),
  'POST /answer': open(404),
  'GET /unsubscribe': open(404),
  'HEAD /unsubscribe': open(404),
  'POST /unsubscribe': open(404),
  // Nothing but the token in its address opens a feed; `feed.test.ts` sees to whom it opens.
  ...Object.fromEntries(
    [
      '/feeds/digest.atom',
      '/feeds/digest/:team.atom',
      '/feeds/organization/digest.atom',
      '/feeds/due.ics',
      '/feeds/due/:team.ics',
    ].flatMap((path) => [
      [`GET ${path}`, feed],
      [`HEAD ${path}`, feed],
    ]),
  ),
  // Only the token in its address opens a page, whoever asks; `public-edition.test.ts` sees to that.
  'GET /public/:token': { ...open(404), asksNobody: true },
  'HEAD /public/:token': { ...open(404), asksNobody: true },
  'GET /public/:token.md': { ...open(404), asksNobody: true },
  'HEAD /public/:token.md': { ...open(404), asksNobody: true },
  'GET /door.css': open(200),
  'HEAD /door.css': open(200),
  'GET /healthz': health(200),
  'HEAD /healthz': health(200),
  'GET /readyz': health(200),
  'HEAD /readyz': health(200),
  'GET /graphql': open(405),
  'HEAD /graphql': open(405),
  'OPTIONS /graphql': open(405),
  'POST /graphql': open(400),
  'GET /language': open(303),
  'HEAD /language': open(303),
  'GET /sign-in': signIn,
  'HEAD /sign-in': signIn,
  'POST /sign-in': open(401),
  'POST /sign-out': open(303),
  'GET /setup': open(404),
  'POST /setup': open(404),
  'GET /invitation': open(404),
  'POST /invitation': open(404),
};

export function statusAt(route: string, caller: CallerName): number | undefined {
  const rule = ROUTES[route];
  if (!rule) return undefined;
  if (hasBadToken(caller) && !rule.asksNobody) return 401;
  if (isNobody(caller)) return rule.nobody;
  return hasScope(caller, 'admin') ? rule.signedIn : (rule.token ?? rule.signedIn);
}

const LINE = /^((?:│ {3}| {4})*)[└├]── (\S*)(?: \(([A-Z, ]+)\))?/;

/** The routes that Fastify has printed, as `GET /path`. */
export function routesIn(printed: string): string[] {
  const parents: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', name, methods = ''] = LINE.exec(line) ?? [];
    if (name === undefined) return [];
    const depth = indent.length / 4;
    const path = (parents[depth - 1] ?? '') + name;
    parents.splice(depth, parents.length, path);
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${path}`);
  });
}
