import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ForbiddenError, FupanError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { localeFromHeader, messageOf } from '../locales/messages.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';

/** Turns what goes wrong outside of GraphQL into the same JSON shape, with a code and the request id. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const status = statusOf(error);
    if (status >= 500) this.log.error({ err: error, requestId: request.id }, 'a request failed');
    return answer(error, status, request, http.getResponse<FastifyReply>());
  }
}

/** For what Fastify itself turns away, such as a path that cannot be decoded. */
export function answerFrameworkError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  answer(error, statusOf(error), request, reply);
}

function answer(
  error: unknown,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = faultOf(error, status);
  const locale = localeFromHeader(request.headers['accept-language']);
  return reply.status(status).send({
    errors: [
      {
        message: messageOf(fault, locale),
        extensions: { code: fault.code, requestId: request.id },
      },
    ],
  });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof FupanError) return error.code === 'BUSY' ? 503 : 400;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}

function faultOf(error: unknown, status: number): FupanError {
  if (error instanceof FupanError) return error;
  if (status === 404) return new FupanError('NOT_FOUND', 'NOT_FOUND', { what: 'page' });
  if (status === 413) {
    return new FupanError('TOO_LARGE', 'TOO_LARGE', { max: GRAPHQL_LIMITS.bodyBytes });
  }
  if (status === 405) return new FupanError('VALIDATION', 'onlyPost');
  if (status === 403) return new ForbiddenError();
  if (status < 500) return new FupanError('VALIDATION', 'unreadableRequest');
  if (status === 503) return new FupanError('TIMEOUT', 'TIMEOUT');
  return new FupanError('INTERNAL', 'INTERNAL');
}
