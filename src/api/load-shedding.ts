import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

import { FupanError } from '../core/errors.js';
import { isHealth } from './route.js';

/** From where on requests are turned away, so that those under way can be finished. */
export interface Pressure {
  /** Mean delay of the event loop. */
  readonly delayMs: number;
  /** Share of the heap that V8 may fill. */
  readonly heapShare: number;
  /** Over how long it is measured. A pause of that length, as at the start, is no overload yet. */
  readonly sampleMs: number;
}

export const PRESSURE: Pressure = { delayMs: 3_000, heapShare: 0.85, sampleMs: 5_000 };

/** Seconds after which somebody who was turned away may try again. */
const RETRY_AFTER_S = 10;

/** Answers 503 under overload, except to whoever asks after the health of the server. */
export async function shedLoad(http: FastifyInstance, pressure: Pressure): Promise<void> {
  await http.register(underPressure, {
    maxEventLoopDelay: pressure.delayMs,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * pressure.heapShare,
    sampleInterval: pressure.sampleMs,
    pressureHandler: async (request, reply) => {
      if (isHealth(request)) return;
      reply.header('retry-after', RETRY_AFTER_S);
      throw new FupanError('BUSY', 'overloaded', { seconds: RETRY_AFTER_S });
    },
  });
}
