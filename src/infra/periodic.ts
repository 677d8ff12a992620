import type { Logger } from '../core/logger.js';

/** Does something at once and then again and again; a failure is logged, and tried again the next time. */
export class Periodic {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();

  /** @param what said in the log when it fails */
  constructor(
    private readonly everyMs: number,
    private readonly task: () => Promise<unknown>,
    private readonly log: Logger,
    private readonly what: string,
  ) {}

  start(): void {
    const run = (): void => {
      this.#running = this.task().catch((error: unknown) => {
        this.log.error({ err: error }, this.what);
      });
    };
    this.#timer = setInterval(run, this.everyMs);
    this.#timer.unref();
    run();
  }

  /** Comes back once what has begun is over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
