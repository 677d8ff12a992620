import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { RenderingTask } from './rendering-worker.js';

const ENTRY = new URL('./rendering-worker.js', import.meta.url);
/** Milliseconds that a thread may take to load the renderer. */
const START_MS = 10_000;
/** Milliseconds without a text after which a thread gives its memory back. */
const IDLE_MS = 60_000;

export interface ThreadLimits {
  /** Milliseconds that one text may take. */
  readonly textMs: number;
  /** MB that the heap of one thread may hold; what a text of the greatest length needs. */
  readonly heapMb: number;
}

interface Running {
  readonly worker: Worker;
  /** Aborted when the thread has ended, for whatever reason. */
  readonly ended: AbortSignal;
}

/**
 * Renders one text at a time beside the main thread. It starts with the first text, ends when there
 * has been none for a while, and starts anew after a text that it could not bear.
 */
export class RenderingThread {
  #running: Running | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: ThreadLimits) {}

  /** @throws Error if the text takes too long or too much memory, or the thread ends meanwhile */
  async html(task: RenderingTask): Promise<string> {
    clearTimeout(this.#idle);
    try {
      const { worker, ended } = (this.#running ??= await this.#start());
      const answer = once(worker, 'message', { signal: within(this.limits.textMs, ended) });
      worker.postMessage(task);
      const [html] = (await answer) as [string];
      this.#idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
      return html;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Ends the thread, in the middle of a text too. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = undefined;
    await running?.worker.terminate();
  }

  async #start(): Promise<Running> {
    const { heapMb } = this.limits;
    const worker = new Worker(ENTRY, {
      // It needs no settings, and no secrets.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    // Whoever waits for an answer hears of it too; without a listener it would end the process.
    worker.on('error', () => undefined);
    worker.unref();
    const end = new AbortController();
    worker.once('exit', () => {
      end.abort();
      if (this.#running?.worker === worker) this.#running = undefined;
    });
    const running = { worker, ended: end.signal };
    this.#running = running;
    await once(worker, 'message', { signal: within(START_MS, end.signal) });
    return running;
  }
}

function within(ms: number, ended: AbortSignal): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(ms), ended]);
}
