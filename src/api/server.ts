import type { RequestListener } from 'node:http';
import { MethodNotAllowedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { newId } from '../core/ids.js';
import { Authenticator } from '../features/identity/authenticator.service.js';
import { localeFromHeader } from '../locales/messages.js';
import { refuseOpenOperations } from './access-check.js';
import { admit, POINTS, type Authenticate } from './admission.js';
import { AppModule } from './app.module.js';
import { limitBodies } from './body-limit.js';
import { addAttachments } from './attachment.routes.js';
import { addSlackExports } from './slack-export.routes.js';
import { callerOf } from './caller.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import { CLIENT_ROOT } from './door/client.routes.js';
import { addDoor } from './door/door.js';
import { addFeeds } from './feed.routes.js';
import { addHealthRoutes, type ServerState } from './health.js';
import { answerError, HttpErrorFilter } from './http-error.filter.js';
import { httpServer, PATIENCE, refuseBroken, type Patience } from './http-server.js';
import { addLive, type LiveLimits } from './live.routes.js';
import { PRESSURE, shedLoad, type Pressure } from './load-shedding.js';
import { NestLog } from './nest-log.js';
import type { Platform } from './platform.js';
import { logRequests } from './request-log.js';
import { NOBODY, requestScope } from './request-scope.js';
import { addressOf, GRAPHQL_PATH, isGraphql, pathOf } from './route.js';
import { refuseOtherSites } from './same-origin.js';
import { addPublicEditions } from './public-edition.routes.js';
import { securityHeaders } from './security-headers.js';
import { addTrackerHook } from './tracker-hook.routes.js';

export interface ServerOptions {
  /** Milliseconds after which a request that is still being worked on is answered 503. */
  readonly operationMs?: number;
  readonly patience?: Partial<Patience>;
  readonly pressure?: Partial<Pressure>;
  /** Points in a minute at GraphQL for all who have not signed in and share an address. */
  readonly pointsPerAddress?: number;
  /** Kept up to date by whoever runs the server. */
  readonly state?: ServerState;
  /** Finds out who a request comes from. Default: by its session or its token. */
  readonly authenticate?: Authenticate;
  readonly live?: Partial<LiveLimits>;
  /** The folder of the built web client. */
  readonly clientRoot?: string;
}

/** Builds the HTTP server; `listen` is up to the caller. */
export async function createServer(
  platform: Platform,
  {
    operationMs = GRAPHQL_LIMITS.seconds * 1_000,
    patience = {},
    pressure = {},
    pointsPerAddress = POINTS.perAddress,
    state = { isStopping: false, isCaughtUp: true },
    authenticate,
    live = {},
    clientRoot = CLIENT_ROOT,
  }: ServerOptions = {},
): Promise<NestFastifyApplication> {
  const { publicUrl, trustedProxies, pointsPerMinute } = platform.config;
  const headers = securityHeaders(publicUrl?.startsWith('https:') ?? false);
  const adapter = new FastifyAdapter({
    bodyLimit: GRAPHQL_LIMITS.bodyBytes,
    handlerTimeout: operationMs,
    forceCloseConnections: 'idle',
    serverFactory: (handle: RequestListener) =>
      httpServer(handle, headers, { ...PATIENCE, ...patience }),
    clientErrorHandler: (error, socket) => {
      refuseBroken(error, socket, headers);
    },
    genReqId: () => newId(),
    requestIdHeader: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      // No hook has run yet.
      void reply.header('x-request-id', request.id);
      answerError(error, request, reply, platform);
    },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(platform), adapter, {
    logger: new NestLog(platform.log),
    abortOnError: false,
  });
  refuseOpenOperations(app);
  const authenticator = app.get(Authenticator, { strict: false });
  app.useGlobalFilters(new HttpErrorFilter(platform));
  const http = adapter.getInstance();
  http.addHook('onListen', (done) => {
    platform.publicUrl.listensAt(http.listeningOrigin);
    done();
  });
  openScope(http);
  logRequests(http, platform.log);
  await shedLoad(http, { ...PRESSURE, ...pressure });
  refuseOtherSites(http, publicUrl);
  const allowance = { perPerson: pointsPerMinute, perAddress: pointsPerAddress };
  admit(
    http,
    authenticate ?? ((request) => callerOf(request, authenticator, platform)),
    allowance,
    platform,
  );
  onlyPostToGraphql(http);
  limitBodies(http);
  addHealthRoutes(http, platform, state);
  addDoor(http, app, platform, clientRoot);
  addAttachments(http, app, platform);
  addSlackExports(http, app, platform);
  addFeeds(http, app, platform);
  addPublicEditions(http, app, platform);
  addTrackerHook(http, app, platform);
  const recognize =
    authenticate ?? ((request) => callerOf(request, authenticator, platform, false));
  addLive(http, app, platform, { recognize, ...live });
  await app.init();
  return app;
}

/** Gives each request an id of our own, and the language its caller is answered in. */
function openScope(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const locale = localeFromHeader(request.headers['accept-language']);
    const address = addressOf(request);
    requestScope.run({ id: request.id, locale, address, caller: NOBODY }, done);
  });
  http.addHook('onSend', (_request, reply, _payload, done) => {
    if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer');
    done();
  });
}

/** What can be asked by GET can be asked by any link or image of any page. */
function onlyPostToGraphql(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'POST' || !(isGraphql(request) || pathOf(request) === GRAPHQL_PATH)) {
      done();
      return;
    }
    reply.header('allow', 'POST');
    done(new MethodNotAllowedException());
  });
}
