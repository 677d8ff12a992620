import type { FastifyReply, FastifyRequest } from 'fastify';

import { messageOf } from '../../locales/messages.js';
import type { Platform } from '../platform.js';
import type { Refusal } from '../refusal.js';
import { errorPage } from './pages.js';
import { Visit } from './visit.js';

/** Tells whoever sits before the browser what went wrong, and leads them back. */
export function showRefusal(
  { status, fault }: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Platform,
): FastifyReply {
  const visit = new Visit(request, reply, platform);
  const page = errorPage(visit.frame, fault.code, messageOf(fault, visit.ctx.locale), request.id);
  return visit.show(page, status);
}
