import { PassThrough } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { hasScope, personIdOf } from '../core/actor.js';
import type { Ctx } from '../core/ctx.js';
import {
  FupanError,
  NotFoundError,
  RateLimitedError,
  UnauthenticatedError,
} from '../core/errors.js';
import { newId } from '../core/ids.js';
import { ReviewLive } from '../features/review-meeting/review-live.service.js';
import type { Authenticate } from './admission.js';
import { answerError } from './http-error.filter.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';
import { LIVE_PATH } from './route.js';

/** Connections that stay open. */
export interface LiveLimits {
  /** Of one person, with all their windows. */
  readonly perPerson: number;
  /** Of everybody, in one process. */
  readonly together: number;
  /** How often each is proved to be there, and whoever has it asked again who they are. */
  readonly beatMs: number;
}

export const LIVE: LiveLimits = { perPerson: 12, together: 1_000, beatMs: 15_000 };

interface LiveOptions extends Partial<LiveLimits> {
  /** Finds out who has a connection, without the session counting as used. */
  readonly recognize: Authenticate;
}

/** After so long a browser that was cut off comes back. */
const RETRY_MS = 2_000;
const RETRY_AFTER_S = 10;
/** Bytes that somebody may leave unread. */
const MOST_UNREAD = 16_384;
/** As long as Node can wait: a connection ends for other reasons. */
const NO_TIMEOUT_MS = 2_147_483_647;
/** What a caller sends may be anything; nothing else is an id. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Tells who has a review meeting open that it has changed, as server-sent events: when, and nothing
 * of what. They ask for that as they always do, and get what they may see.
 */
export function addLive(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
  { recognize, ...limits }: LiveOptions,
): void {
  const { perPerson, together, beatMs } = { ...LIVE, ...limits };
  const live = app.get(ReviewLive, { strict: false });
  const open = new Map<PassThrough, string | null>();

  const requireRoom = (personId: string | null, reply: FastifyReply): void => {
    const own = [...open.values()].filter((id) => personId !== null && id === personId);
    const isFull = open.size >= together;
    if (!isFull && own.length < perPerson) return;
    void reply.header('retry-after', String(RETRY_AFTER_S));
    throw isFull
      ? new FupanError('BUSY', 'overloaded', { seconds: RETRY_AFTER_S })
      : new RateLimitedError(RETRY_AFTER_S);
  };

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ctx = requestCtx(platform);
    requireReader(ctx);
    const { id } = request.params as { id: string };
    if (!ID.test(id)) throw new NotFoundError('review meeting', ['id']);
    const personId = personIdOf(ctx.actor);
    requireRoom(personId, reply);
    const stream = new PassThrough();
    open.set(stream, personId);
    const write = (text: string): void => {
      if (stream.writableEnded || stream.destroyed) return;
      if (stream.writableLength > MOST_UNREAD) stream.destroy();
      else stream.write(text);
    };
    try {
      const following = await live.follow(ctx, id, sinceOf(request), {
        caller: () => callerNow(ctx, request, recognize),
        tell: (mark) => {
          write(eventOf(mark, platform.clock.now()));
        },
        end: () => stream.end(),
      });
      const beat = setInterval(() => {
        write(':\n\n');
        following.check().catch((error: unknown) => {
          platform.log.error({ err: error, requestId: request.id }, 'who follows is not known');
          stream.destroy();
        });
      }, beatMs);
      const leave = (): void => {
        clearInterval(beat);
        following.stop();
        open.delete(stream);
      };
      stream.once('close', leave);
      reply.raw.once('close', () => stream.destroy());
      if (reply.raw.destroyed) stream.destroy();
      const { mark, isBehind } = following;
      write(`retry: ${RETRY_MS}\n`);
      write(isBehind ? eventOf(mark, platform.clock.now()) : `id: ${mark}\n\n`);
    } catch (error) {
      open.delete(stream);
      throw error;
    }
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // What stands in front of the server is not to gather it.
      'x-accel-buffering': 'no',
    });
    return reply.send(stream);
  };

  root.addHook('preClose', (done) => {
    for (const stream of open.keys()) stream.end();
    done();
  });
  void root.register((http, _options, ready) => {
    http.setErrorHandler((error, request, reply) =>
      answerError(error, request, reply, platform, false),
    );
    http.get(
      `${LIVE_PATH}/review-meetings/:id`,
      { handlerTimeout: NO_TIMEOUT_MS, exposeHeadRoute: false },
      serve,
    );
    ready();
  });
}

function requireReader({ actor }: Ctx): void {
  if (actor.kind === 'anonymous') throw new UnauthenticatedError();
  if (!hasScope(actor, 'read')) {
    throw new FupanError('FORBIDDEN', 'scopeMissing', { scope: 'read' });
  }
}

/** As who the same request would come at this moment; null for nobody, and for somebody else. */
async function callerNow(
  ctx: Ctx,
  request: FastifyRequest,
  recognize: Authenticate,
): Promise<Ctx | null> {
  try {
    const { actor, origin } = await recognize(request);
    const isSame = personIdOf(actor) === personIdOf(ctx.actor);
    if (!isSame || !hasScope(actor, 'read')) return null;
    return { ...ctx, actor, origin, requestId: newId() };
  } catch (error) {
    if (error instanceof UnauthenticatedError) return null;
    throw error;
  }
}

function sinceOf({ headers }: FastifyRequest): string | undefined {
  const since = headers['last-event-id'];
  return Array.isArray(since) ? since[0] : since;
}

const eventOf = (mark: string, at: Date): string =>
  `id: ${mark}\ndata: ${JSON.stringify({ at: at.toISOString() })}\n\n`;
