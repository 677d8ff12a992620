import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';
import { localeFromHeader } from '../locales/messages.js';
import { showRefusal } from './door/refusal-page.js';
import type { Platform } from './platform.js';
import { errorBody, refusalOf, type Refusal } from './refusal.js';
import { wantsPage } from './route.js';

/**
 * Answers what goes wrong outside of GraphQL: a browser gets a page, a program JSON of the same
 * shape as that of GraphQL, either with the request id.
 */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly platform: Platform) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalOf(error, request);
    if (refusal.status >= 500 && !(error instanceof FupanError)) {
      this.platform.log.error({ err: error, requestId: request.id }, 'a request failed');
    }
    return answer(refusal, request, http.getResponse<FastifyReply>(), this.platform);
  }
}

/** For what Fastify itself turns away, such as a path that cannot be decoded. */
export function answerFrameworkError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): void {
  void reply.header('x-request-id', request.id);
  answer(refusalOf(error, request), request, reply, platform);
}

function answer(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): FastifyReply {
  const { status, fault } = refusal;
  // Nobody will wait for the rest of what comes too slowly.
  if (status === 408) void reply.header('connection', 'close');
  if (wantsPage(request)) return showRefusal(refusal, request, reply, platform);
  const locale = localeFromHeader(request.headers['accept-language']);
  return reply.status(status).send(errorBody(fault, locale, request.id));
}
