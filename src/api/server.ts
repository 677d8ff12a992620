import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { newId } from '../core/ids.js';
import { localeFromHeader } from '../locales/messages.js';
import { AppModule } from './app.module.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import { HttpErrorFilter } from './http-error.filter.js';
import { NestLog } from './nest-log.js';
import type { Platform } from './platform.js';
import { requestScope } from './request-scope.js';

/** Seconds after which a connection that does not get on is cut. */
const REQUEST_TIMEOUT_S = 30;
const HEADERS_TIMEOUT_S = 15;

/** Builds the HTTP server; `listen` is up to the caller. */
export async function createServer(platform: Platform): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: GRAPHQL_LIMITS.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_S * 1_000,
    handlerTimeout: REQUEST_TIMEOUT_S * 1_000,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_TIMEOUT_S * 1_000, connectionsCheckingInterval: 1_000 },
    genReqId: () => newId(),
    requestIdHeader: false,
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
  http.addHook('onResponse', (request, reply, done) => {
    platform.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
  await app.init();
  return app;
}
