import type { FastifyReply, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';
import { messageOf } from '../locales/messages.js';
import type { Platform } from './platform.js';
import { refusalOf } from './refusal.js';
import { requestCtx } from './request-ctx.js';

/** Answers a route that takes a file with why it was refused. */
export function answerFlat(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): FastifyReply {
  const { status, fault } = refusalOf(error, request);
  if (status >= 500 && !(error instanceof FupanError)) {
    platform.log.error({ err: error, requestId: request.id }, 'a request failed');
  }
  const { locale } = requestCtx(platform);
  const message = messageOf(fault, locale);
  return reply.status(status).send({ code: fault.code, message, requestId: request.id });
}
