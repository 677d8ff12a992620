import { Worker } from 'node:worker_threads';

/** What a thread can be asked to do. Arguments and answers are copied from one thread to the other. */
export type Tasks<Service> = {
  readonly [Name in keyof Service]: (...args: never[]) => unknown;
};

/** How threads are started. */
export interface ThreadOptions {
  /** What the module finds as `workerData`. */
  readonly data?: unknown;
  /** It has ended, for whatever reason; it is told before those who wait for an answer. */
  readonly onEnd?: () => void;
}

/** What is asked of a thread. */
export interface Call {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What came of a call. */
export type Answer = { readonly number: number } & (
  { readonly value: unknown } | { readonly fault: Fault }
);

/** An error, as far as it can be told to another thread. */
export interface Fault {
  readonly message: string;
  readonly code: string;
}

/** What a thread could not do. */
export class ThreadTaskError extends Error {
  constructor(
    message: string,
    /** As the error had it that was thrown there; empty where it had none. */
    readonly code: string,
  ) {
    super(message);
    this.name = 'ThreadTaskError';
  }
}

/** The thread has ended before it answered; whether it has done what was asked is unknown. */
export class ThreadEndedError extends Error {
  constructor(cause: unknown) {
    super('the thread has ended before it answered', { cause });
    this.name = 'ThreadEndedError';
  }
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that answers calls, each in its turn unless it lets others pass; see `serve`. */
export class Thread<Service extends Tasks<Service>> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #hasEnded = false;
  #fault: unknown;

  /** @param entry the module that it runs */
  constructor(entry: URL, { data, onEnd }: ThreadOptions = {}) {
    this.#worker = new Worker(entry, {
      // It needs no settings, and no secrets.
      env: {},
      // Left to itself each would keep up to three times as much room for objects that are soon gone.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
      workerData: data,
    });
    this.#worker.on('message', (answer: Answer) => {
      this.#settle(answer);
    });
    // Whoever waits for an answer hears of its end; without a listener it would end the process.
    this.#worker.on('error', (error) => {
      this.#fault = error;
    });
    this.#worker.once('exit', () => {
      this.#hasEnded = true;
      onEnd?.();
      for (const { reject } of this.#waiting.values()) reject(new ThreadEndedError(this.#fault));
      this.#waiting.clear();
    });
    // It keeps no process alive that has nothing else to do; who waits for an answer does.
    this.#worker.unref();
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** How many calls are not answered yet. */
  get load(): number {
    return this.#waiting.size;
  }

  /**
   * @throws ThreadTaskError what was thrown there
   * @throws ThreadEndedError
   */
  call<Name extends keyof Service & string>(
    name: Name,
    ...args: Parameters<Service[Name]>
  ): Promise<Awaited<ReturnType<Service[Name]>>> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) {
        reject(new ThreadEndedError(this.#fault));
        return;
      }
      this.#calls += 1;
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(this.#calls, { resolve, reject });
      this.#worker.postMessage({ number: this.#calls, name, args } satisfies Call);
    });
  }

  /** Ends it, in the middle of a call too. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('fault' in answer) {
      waiting?.reject(new ThreadTaskError(answer.fault.message, answer.fault.code));
    } else {
      waiting?.resolve(answer.value as never);
    }
  }
}
