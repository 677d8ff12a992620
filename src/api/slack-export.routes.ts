import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { hasScope } from '../core/actor.js';
import { FupanError, NotFoundError, UnauthenticatedError } from '../core/errors.js';
import {
  SLACK_EXPORT_BYTES,
  SlackExports,
  slackExportTooLarge,
} from '../features/slack-export/slack-export.service.js';
import { spend } from './admission.js';
import { answerFlat } from './answer-flat.js';
import { bytesOf, takeBodiesAsTheyAre } from './body-bytes.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';
import { queryOf, SLACK_EXPORT_PATH } from './route.js';

/** A slow line needs its time; the server cuts off what takes longer. */
const PATIENCE_MS = 60_000;
/** Exports that are held in memory at a time. */
const AT_ONCE = 2;
const RETRY_AFTER_S = 10;
/** Bytes that a point pays for. */
const BYTES_PER_POINT = 65_536;
/** What a caller sends may be anything; nothing else is an id. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Reads an export of Slack that is sent as it is: without a channel its channels, with one and a
 * range of time what was written there. It is read in memory and never kept.
 */
export function addSlackExports(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
): void {
  const exports = app.get(SlackExports, { strict: false });
  let arriving = 0;

  const read = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ctx = requestCtx(platform);
    if (ctx.actor.kind === 'anonymous') throw new UnauthenticatedError();
    const query = queryOf(request);
    const postmortemId = query.get('postmortem') ?? '';
    if (!ID.test(postmortemId)) throw new NotFoundError('postmortem', ['postmortem']);
    if (!hasScope(ctx.actor, 'write')) {
      throw new FupanError('FORBIDDEN', 'scopeMissing', { scope: 'write' });
    }
    const told = Number(request.headers['content-length'] ?? SLACK_EXPORT_BYTES);
    if (told > SLACK_EXPORT_BYTES) throw slackExportTooLarge();
    await exports.requireWriter(ctx, postmortemId);
    await spend(reply, Math.ceil(told / BYTES_PER_POINT));
    if (arriving >= AT_ONCE) {
      void reply.header('retry-after', String(RETRY_AFTER_S));
      throw new FupanError('BUSY', 'overloaded', { seconds: RETRY_AFTER_S });
    }
    arriving += 1;
    try {
      const content = await bytesOf(request, SLACK_EXPORT_BYTES, slackExportTooLarge);
      const channel = query.get('channel');
      if (channel === null) return await reply.send({ channels: await exports.channels(content) });
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
      return await reply.send({ lines: await exports.lines(content, { channel, from, to }) });
    } finally {
      arriving -= 1;
    }
  };

  void root.register((http, _options, ready) => {
    takeBodiesAsTheyAre(http);
    http.setErrorHandler((error, request, reply) => answerFlat(error, request, reply, platform));
    http.post(SLACK_EXPORT_PATH, { handlerTimeout: PATIENCE_MS }, read);
    ready();
  });
}
