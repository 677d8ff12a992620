import { setTimeout as sleep } from 'node:timers/promises';

import { serveTasks } from '../companion.js';
import type { ServerAddress } from '../server.js';
import { Client, type Timed } from './request.js';

/** A process of its own asks, so that it does not slow down what it measures. */
export interface LoadTask {
  readonly server: ServerAddress;
  /** Asked in turn, over and over. */
  readonly queries: readonly string[];
  readonly seconds: number;
  /**
   * `closed`: so many connections, each asks again as soon as it has its answer. `paced`: so many
   * searches a second, whatever becomes of those before. `probe`: something trivial so many times a
   * second.
   */
  readonly kind: 'closed' | 'paced' | 'probe';
  /** Connections, or requests a second. */
  readonly amount: number;
}

export interface LoadResult {
  /** Milliseconds of each request that was answered with 200. */
  readonly samples: number[];
  readonly seconds: number;
  /** Answered with something else than 200. */
  readonly refused: number;
}

/** More at a time only wait in line. */
const MOST_SOCKETS = 64;

serveTasks(async (task: LoadTask): Promise<LoadResult> => {
  const { kind, amount, queries, seconds, server } = task;
  const client = new Client(server, kind === 'closed' ? amount : MOST_SOCKETS);
  const samples: number[] = [];
  let refused = 0;
  let asked = 0;
  const once = async (): Promise<void> => {
    const query = queries[asked++ % queries.length] ?? '';
    const answer: Timed = await (kind === 'probe' ? client.get('/healthz') : client.search(query));
    if (answer.status === 200) samples.push(answer.ms);
    else refused += 1;
  };
  const began = performance.now();
  const end = began + seconds * 1_000;
  if (kind === 'closed') {
    const connection = async (): Promise<void> => {
      while (performance.now() < end) await once();
    };
    await Promise.all(Array.from({ length: amount }, connection));
  } else {
    const open: Promise<void>[] = [];
    for (let at = 0; ; at++) {
      const due = began + (at * 1_000) / amount;
      if (due >= end) break;
      await sleep(Math.max(0, due - performance.now()));
      open.push(once());
    }
    await Promise.all(open);
  }
  const taken = (performance.now() - began) / 1_000;
  client.close();
  return { samples, seconds: taken, refused };
});
