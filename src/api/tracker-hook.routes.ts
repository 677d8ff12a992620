import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { FupanError } from '../core/errors.js';
import { TRACKER_HOOK_PATH } from '../features/tracker/tracker-connection.service.js';
import { TrackerHook, type Reception } from '../features/tracker/tracker-hook.service.js';
import { bytesOf, takeBodiesAsTheyAre } from './body-bytes.js';
import { answerError } from './http-error.filter.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';

/** Bytes of one delivery: an issue with the longest text that GitLab takes, before and after an edit. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Deliveries that are held in memory at a time while they arrive. */
const AT_ONCE = 16;
const RETRY_AFTER_S = 10;

const REFUSALS: Readonly<Record<Exclude<Reception, 'TAKEN'>, () => FupanError>> = {
  REFUSED: () => new FupanError('UNAUTHENTICATED', 'hookRefused'),
  UNREADABLE: () => new FupanError('VALIDATION', 'unreadableRequest'),
};

/** Where trackers tell what becomes of their issues. Whatever came of it, they hear that it was taken. */
export function addTrackerHook(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
): void {
  const hook = app.get(TrackerHook, { strict: false });
  let arriving = 0;

  const receive = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
    if (arriving >= AT_ONCE) {
      void reply.header('retry-after', String(RETRY_AFTER_S));
      throw new FupanError('BUSY', 'overloaded', { seconds: RETRY_AFTER_S });
    }
    arriving += 1;
    const body = await bytesOf(request, MOST_BYTES, tooLarge).finally(() => {
      arriving -= 1;
    });
    const header = (name: string): string => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : '';
    };
    const { id } = request.params as { id: string };
    const reception = await hook.receive(requestCtx(platform), id, { header, body });
    if (reception !== 'TAKEN') throw REFUSALS[reception]();
    return reply.status(202).send();
  };

  // A scope of its own: what is signed is the body as it came.
  void root.register((http, _options, ready) => {
    takeBodiesAsTheyAre(http);
    http.setErrorHandler((error, request, reply) => answerError(error, request, reply, platform));
    http.post(`${TRACKER_HOOK_PATH}/:id`, receive);
    ready();
  });
}

const tooLarge = (): FupanError => new FupanError('TOO_LARGE', 'TOO_LARGE', { max: MOST_BYTES });
