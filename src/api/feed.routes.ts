import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { personIdOf } from '../core/actor.js';
import type { Ctx } from '../core/ctx.js';
import { FupanError } from '../core/errors.js';
import { DigestFeeds } from '../features/feed/digest-feed.service.js';
import { DueCalendars } from '../features/feed/due-calendar.service.js';
import { personById } from '../features/people/people.loaders.js';
import { hasTag } from './etag.js';
import { answerError } from './http-error.filter.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';
import { FEEDS_PATH } from './route.js';

const ATOM = 'application/atom+xml; charset=utf-8';
const CALENDAR = 'text/calendar; charset=utf-8';

/** Writes a document for the caller; null for what there is not, or what they may not read. */
type Write = (ctx: Ctx, team: string) => Promise<string | null>;

/**
 * Serves feeds and calendars to whoever has the address with its token, as the person may read
 * them at that moment; nothing restricted goes into one. An address that is not good, for whatever
 * reason, is one that is not there.
 */
export function addFeeds(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
): void {
  const digests = app.get(DigestFeeds, { strict: false });
  const calendars = app.get(DueCalendars, { strict: false });

  const serve =
    (type: string, write: Write) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { team = '' } = request.params as { team?: string };
      const ctx = await readersCtx(requestCtx(platform));
      const document = ctx && (await write(ctx, team));
      if (document === null) throw new FupanError('NOT_FOUND', 'NOT_FOUND', { what: 'page' });
      const tag = `"${createHash('sha256').update(document).digest('base64url')}"`;
      void reply.headers({
        'cache-control': 'private, no-cache',
        'content-security-policy': "default-src 'none'; sandbox",
        etag: tag,
      });
      if (hasTag(request, tag)) return reply.status(304).send();
      return reply.type(type).send(document);
    };

  void root.register((http, _options, ready) => {
    // Never a page: it would show the address, and with it the token.
    http.setErrorHandler((error, request, reply) =>
      answerError(error, request, reply, platform, false),
    );
    http.addHook('onSend', (_request, reply, _payload, done) => {
      void reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
      done();
    });
    const add = (path: string, type: string, write: Write): void => {
      http.get(`${FEEDS_PATH}${path}`, serve(type, write));
    };
    add('/digest.atom', ATOM, (ctx) => digests.ofCaller(ctx));
    add('/digest/:team.atom', ATOM, (ctx, team) => digests.ofTeam(ctx, team));
    add('/organization/digest.atom', ATOM, (ctx) => digests.ofOrganization(ctx));
    add('/due.ics', CALENDAR, (ctx) => calendars.ofCaller(ctx));
    add('/due/:team.ics', CALENDAR, (ctx, team) => calendars.ofTeam(ctx, team));
    ready();
  });
}

/** As mail to them would be written; null for nobody. */
async function readersCtx(ctx: Ctx): Promise<Ctx | null> {
  const personId = personIdOf(ctx.actor);
  const person = personId === null ? null : await personById(ctx).load(personId);
  return person && { ...ctx, locale: person.locale ?? 'en' };
}
