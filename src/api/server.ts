import { MethodNotAllowedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { newId } from '../core/ids.js';
import { localeFromHeader } from '../locales/messages.js';
import { AppModule } from './app.module.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import { GRAPHQL_PATH } from './graphql.options.js';
import { addHealthRoutes, type ServerState } from './health.js';
import { answerFrameworkError, HttpErrorFilter } from './http-error.filter.js';
import { assertLocal } from './local-only.js';
import { NestLog } from './nest-log.js';
import type { Platform } from './platform.js';
import { requestScope } from './request-scope.js';

/** Seconds after which a connection that does not get on is cut. */
const REQUEST_TIMEOUT_S = 30;
const HEADERS_TIMEOUT_S = 15;

export interface ServerOptions {
  /** Milliseconds after which a request that is still being worked on is answered 503. */
  readonly operationMs?: number;
  /** Kept up to date by whoever runs the server. */
  readonly state?: ServerState;
}

/** Builds the HTTP server; `listen` is up to the caller. */
export async function createServer(
  platform: Platform,
  {
    operationMs = GRAPHQL_LIMITS.seconds * 1_000,
    state = { isStopping: false, isCaughtUp: true },
  }: ServerOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: GRAPHQL_LIMITS.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_S * 1_000,
    handlerTimeout: operationMs,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_TIMEOUT_S * 1_000, connectionsCheckingInterval: 1_000 },
    genReqId: () => newId(),
    requestIdHeader: false,
    frameworkErrors: answerFrameworkError,
    trustProxy: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(platform), adapter, {
    logger: new NestLog(platform.log),
    abortOnError: false,
  });
  app.useGlobalFilters(new HttpErrorFilter(platform.log));
  const http = adapter.getInstance();
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    const locale = localeFromHeader(request.headers['accept-language']);
    requestScope.run({ id: request.id, locale }, done);
  });
  http.addHook('onRequest', (request, _reply, done) => {
    assertLocal(request);
    done();
  });
  http.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'POST' || pathOf(request.url) !== GRAPHQL_PATH) {
      done();
      return;
    }
    // What can be asked by GET can be asked by any link or image of any page.
    reply.header('allow', 'POST');
    done(new MethodNotAllowedException());
  });
  http.addHook('onResponse', (request, reply, done) => {
    platform.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: pathOf(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
  addHealthRoutes(http, platform, state);
  await app.init();
  return app;
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;
