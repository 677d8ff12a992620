import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { codeOf } from '../core/error-code.js';
import { ForbiddenError, FupanError } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { messageOf } from '../locales/messages.js';
import { HTTP_STATUS } from './http-status.js';

/** The JSON of every refusal outside of GraphQL, in the shape of a refusal by GraphQL. */
export function errorBody(fault: FupanError, locale: Language, requestId: string): object {
  const message = messageOf(fault, locale);
  return { errors: [{ message, extensions: { code: fault.code, requestId } }] };
}

/** A refusal as HTTP has it. */
export interface Refusal {
  readonly status: number;
  readonly fault: FupanError;
}

/** What goes wrong, in terms of HTTP; nothing of the inside. */
export function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof FupanError) return { status: HTTP_STATUS[error.code], fault: error };
  const status = statusOf(error, request);
  if (codeOf(error) === 'FST_ERR_BAD_URL') {
    return { status, fault: new FupanError('VALIDATION', 'unreadableAddress') };
  }
  return { status, fault: faultOf(status, request) };
}

function statusOf(error: unknown, { raw }: FastifyRequest): number {
  if (error instanceof HttpException) return error.getStatus();
  // The time was up before all of the request was there.
  if (codeOf(error) === 'FST_ERR_HANDLER_TIMEOUT' && !raw.complete) return 408;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}

function faultOf(status: number, { routeOptions }: FastifyRequest): FupanError {
  switch (status) {
    case 403:
      return new ForbiddenError();
    case 404:
      return new FupanError('NOT_FOUND', 'NOT_FOUND', { what: 'page' });
    case 405:
      return new FupanError('VALIDATION', 'onlyPost');
    case 408:
      return new FupanError('TIMEOUT', 'requestTooSlow');
    case 413:
      return new FupanError('TOO_LARGE', 'TOO_LARGE', { max: routeOptions.bodyLimit });
    case 503:
      return new FupanError('TIMEOUT', 'TIMEOUT');
    default:
      return status < 500
        ? new FupanError('VALIDATION', 'unreadableRequest')
        : new FupanError('INTERNAL', 'INTERNAL');
  }
}
