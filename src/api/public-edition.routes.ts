import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { editionStyle } from '../features/public-edition/edition-page.js';
import {
  PUBLIC_PATH,
  PublicEditionPages,
  type PublicDocument,
} from '../features/public-edition/public-edition-pages.service.js';
import { hasTag } from './etag.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';

/** Seconds for which anybody on the way may keep a page: what is withdrawn is soon gone everywhere. */
const KEPT_S = 60;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** What a page may do: show itself, in its own style. */
const policyFor = (language: Language): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${sha256(editionStyle(language))}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the versions of public editions that are out, to everybody who has the link. Who asks
 * makes no difference; what is not there, was withdrawn or is switched off looks the same.
 */
export function addPublicEditions(
  http: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
): void {
  const pages = app.get(PublicEditionPages, { strict: false });

  const serve =
    (type: string, bodyOf: (document: PublicDocument) => string) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token = '' } = request.params as { token?: string };
      const document = await pages.find(requestCtx(platform), token);
      if (document === null) throw new FupanError('NOT_FOUND', 'NOT_FOUND', { what: 'page' });
      const body = bodyOf(document);
      const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      void reply.headers({
        'cache-control': `public, max-age=${KEPT_S}, must-revalidate`,
        'content-language': document.language,
        'content-security-policy': policyFor(document.language),
        etag: tag,
        'referrer-policy': 'no-referrer',
        ...(document.isListed ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
      });
      if (hasTag(request, tag)) return reply.status(304).send();
      return reply.type(type).send(body);
    };

  http.get(
    `${PUBLIC_PATH}/:token`,
    serve('text/html; charset=utf-8', ({ html }) => html),
  );
  http.get(
    `${PUBLIC_PATH}/:token.md`,
    serve('text/markdown; charset=utf-8', ({ markdown }) => markdown),
  );
}
