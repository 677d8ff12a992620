import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';
import { localeFromHeader } from '../locales/messages.js';
import { showRefusal } from './door/refusal-page.js';
import type { Platform } from './platform.js';
import { errorBody, refusalOf } from './refusal.js';
import { wantsPage } from './route.js';

/** Answers what goes wrong outside of GraphQL. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly platform: Platform) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw error;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return answerError(error, http.getRequest<FastifyRequest>(), reply, this.platform);
  }
}

/**
 * Answers a page to somebody, and to a program JSON in the shape of a refusal by GraphQL; either
 * with the request id, and nothing of the inside.
 */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
  isPage = wantsPage(request),
): FastifyReply {
  const refusal = refusalOf(error, request);
  const { status, fault } = refusal;
  if (status >= 500 && !(error instanceof FupanError)) {
    platform.log.error({ err: error, requestId: request.id }, 'a request failed');
  }
  // Nobody will wait for the rest of what comes too slowly.
  if (status === 408) void reply.header('connection', 'close');
  if (isPage) return showRefusal(refusal, request, reply, platform);
  const locale = localeFromHeader(request.headers['accept-language']);
  return reply.status(status).send(errorBody(fault, locale, request.id));
}
