import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { RateLimitedError } from '../core/errors.js';
import {
  balanceHeaders,
  RateLimit,
  type Allowance,
  type Balance,
  type Counting,
} from './rate-limit.js';
import { requestScope, type Caller } from './request-scope.js';
import {
  isAsset,
  isAttachment,
  isFeed,
  isGraphql,
  isHealth,
  isPublicEdition,
  isTrackerHook,
} from './route.js';

/** What the work of the server is reckoned at. */
export const POINTS = {
  /** Any request; a query costs the objects that it may bring besides. */
  request: 1,
  /** A mutation, besides. */
  mutation: 10,
  /** A document that is refused, besides: it was read and held against the schema all the same. */
  refused: 20,
  /** What an address may spend in a minute at GraphQL where nobody has signed in. */
  perAddress: 3_000,
  /** Requests in a minute besides GraphQL, by a person, or by an address. */
  pages: 300,
  /** Feeds and calendars in a minute, by a person, or by an address: each is worked out anew. */
  feeds: 30,
  /** Deliveries of trackers in a minute, by an address: those of a large organization share a few. */
  hooks: 1_200,
} as const;

/** Finds out who a request comes from. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

/**
 * Asks who a request comes from, and takes its first point from them. Somebody whose token is not
 * valid pays as an address, and whoever has nothing left is turned away before their body is read.
 * @param allowance what may be spent at GraphQL and for the files of cases
 */
export function admit(
  http: FastifyInstance,
  authenticate: Authenticate,
  allowance: Allowance,
  counting: Counting,
): void {
  const limit = (name: string, each: Allowance): RateLimit => new RateLimit(name, each, counting);
  const same = (points: number): Allowance => ({ perPerson: points, perAddress: points });
  const work = limit('work', allowance);
  const pages = limit('pages', same(POINTS.pages));
  const feeds = limit('feeds', same(POINTS.feeds));
  const hooks = limit('hooks', same(POINTS.hooks));
  const limitOf = (request: FastifyRequest): RateLimit => {
    if (isFeed(request)) return feeds;
    if (isTrackerHook(request)) return hooks;
    return isGraphql(request) || isAttachment(request) ? work : pages;
  };
  http.addHook('onRequest', async (request, reply) => {
    const scope = requestScope.getStore();
    if (!scope || isHealth(request) || isAsset(request)) return;
    const limit = limitOf(request);
    scope.spend = (points) => limit.spend(scope.caller.actor, scope.address, points);
    try {
      // A tracker is nobody: it signs what it sends. And whoever reads what is public makes no difference.
      if (!isTrackerHook(request) && !isPublicEdition(request))
        scope.caller = await authenticate(request);
    } finally {
      settle(await scope.spend(POINTS.request), reply);
    }
  });
}

/**
 * Takes points besides from whoever the request at hand comes from.
 * @throws RateLimitedError if there was not enough
 */
export async function spend(reply: FastifyReply, points: number): Promise<void> {
  const balance = await requestScope.getStore()?.spend?.(points);
  if (balance) settle(balance, reply);
}

/** @throws RateLimitedError if there was not enough */
function settle(balance: Balance, reply: FastifyReply): void {
  reply.headers(balanceHeaders(balance));
  if (balance.isOverdrawn) throw new RateLimitedError(balance.resetS);
}
