import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

import { PUBLIC_PATH } from '../features/public-edition/public-edition-pages.service.js';
import { TRACKER_HOOK_PATH } from '../features/tracker/tracker-connection.service.js';

/** Where GraphQL is served. */
export const GRAPHQL_PATH = '/graphql';

/** Where the files of the web client are. */
export const ASSETS_PATH = '/assets/';

/** Where the files of cases are taken and served. */
export const ATTACHMENTS_PATH = '/attachments';

/** Where an export of Slack is read. */
export const SLACK_EXPORT_PATH = '/slack-export';

/** Below it, who looks at something is told that it has changed. */
export const LIVE_PATH = '/live';

/** Below it are feeds and calendars. */
export const FEEDS_PATH = '/feeds';

const HEALTH_PATHS: readonly unknown[] = ['/healthz', '/readyz'];

type Request = Pick<FastifyRequest, 'routeOptions'>;

/**
 * True for a request to GraphQL. What counts is the route that was found: its address can be
 * written in many ways, such as `/%67raphql`.
 */
export const isGraphql = ({ routeOptions }: Request): boolean => routeOptions.url === GRAPHQL_PATH;

/** True for the routes that ask for no sign-in, touch nobody's data and always answer. */
export const isHealth = ({ routeOptions }: Request): boolean =>
  HEALTH_PATHS.includes(routeOptions.url);

/** True for the files of the web client, which are the same for everybody. */
export const isAsset = ({ routeOptions }: Request): boolean =>
  routeOptions.url === `${ASSETS_PATH}*`;

/** True for the files of cases. */
export const isAttachment = ({ routeOptions }: Request): boolean =>
  routeOptions.url?.startsWith(ATTACHMENTS_PATH) ?? false;

/** True for feeds and calendars. */
export const isFeed = ({ routeOptions }: Request): boolean =>
  routeOptions.url?.startsWith(`${FEEDS_PATH}/`) ?? false;

/** What stands behind the first question mark of an address. */
export const queryOf = ({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams =>
  new URLSearchParams(url.split('?').slice(1).join('?'));

/** True for what trackers tell. */
export const isTrackerHook = ({ routeOptions }: Request): boolean =>
  routeOptions.url?.startsWith(TRACKER_HOOK_PATH) ?? false;

/** True for what everybody may read, whoever they are. */
export const isPublicEdition = ({ routeOptions }: Request): boolean =>
  routeOptions.url?.startsWith(`${PUBLIC_PATH}/`) ?? false;

/** The address of a request without its query, which can hold a secret. */
export const pathOf = ({ url }: Pick<FastifyRequest, 'url'>): string => url.split('?', 1)[0] ?? url;

/**
 * The network address a request came from, as far as it can be believed: what trusted proxies say,
 * or else the other end of the connection.
 */
export function addressOf({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const address = isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip;
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** True for a browser that is to show somebody a page, rather than a program that reads JSON. */
export const wantsPage = (
  request: Pick<FastifyRequest, 'url' | 'headers' | 'routeOptions'>,
): boolean =>
  !isGraphql(request) &&
  !isTrackerHook(request) &&
  pathOf(request) !== GRAPHQL_PATH &&
  !isHealth(request) &&
  !isAsset(request) &&
  (request.headers.accept ?? '').includes('text/html');
