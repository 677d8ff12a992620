import type { Logger } from '../../core/logger.js';
import { KeptHtml } from './kept-html.js';
import { renderedMarkdown } from './markdown.js';
import { RenderingThread, type ThreadLimits } from './rendering-thread.js';
import type { RenderingTask } from './rendering-worker.js';
import { Turns, type TurnLimits } from './turns.js';

export interface RenderingLimits extends ThreadLimits {
  /** Threads for texts; each serves one person at a time. */
  readonly threads: number;
  /** Characters of a text that may be rendered on the main thread; the worst takes 15 ms. */
  readonly atOnce: number;
  /** Milliseconds of rendering in one turn of the event loop; the threads have the rest. */
  readonly atOnceMs: number;
  /** Milliseconds after which whoever asked waits no longer: an operation may take 10 s. */
  readonly patienceMs: number;
  readonly waiting: TurnLimits;
}

export const RENDERING: RenderingLimits = {
  threads: 2,
  textMs: 6_000,
  heapMb: 384,
  atOnce: 8_000,
  atOnceMs: 25,
  patienceMs: 7_000,
  waiting: { perPerson: 10_000_000, together: 40_000_000 },
};

/**
 * Makes HTML of the texts of cases. Short ones are done at once; the others, and what is asked for
 * in masses, are done on threads of their own, where people take turns. What was rendered lately is
 * kept, and so is for a while that a text could not be rendered.
 */
export class MarkdownRenderer {
  readonly #limits: RenderingLimits;
  readonly #kept = new KeptHtml();
  readonly #jobs = new Map<string, Job>();
  readonly #turns: Turns<Job>;
  readonly #served = new Set<string>();
  readonly #free: RenderingThread[];
  readonly #threads: readonly RenderingThread[];
  #spentMs = 0;
  #isStopped = false;

  constructor(
    private readonly log: Logger,
    limits: Partial<RenderingLimits> = {},
  ) {
    this.#limits = { ...RENDERING, ...limits };
    this.#turns = new Turns(this.#limits.waiting);
    this.#free = Array.from(
      { length: this.#limits.threads },
      () => new RenderingThread(this.#limits),
    );
    this.#threads = [...this.#free];
  }

  /**
   * The HTML of a text; null if it cannot be had in time, and the text is to be shown as it is.
   * @param place tells the texts of one page apart, see `renderedMarkdown`
   * @param asker who waits, and takes turns with others
   */
  html(text: string, place: string, asker: string): Promise<string | null> {
    const task = { text, place };
    const key = this.#kept.keyOf(text, place);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return Promise.resolve(kept);
    if (text.length <= this.#limits.atOnce && this.#spentMs < this.#limits.atOnceMs) {
      return Promise.resolve(this.#atOnce(key, task));
    }
    const job = this.#jobFor(key, task, asker);
    this.#work();
    return job?.answer ?? Promise.resolve(null);
  }

  /** Ends the threads, and answers whoever waits. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const job of this.#jobs.values()) job.settle(null);
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  #atOnce(key: string, { text, place }: RenderingTask): string {
    if (this.#spentMs === 0) {
      setImmediate(() => {
        this.#spentMs = 0;
      });
    }
    const began = performance.now();
    const html = renderedMarkdown(text, place);
    this.#spentMs += performance.now() - began;
    this.#kept.set(key, html);
    return html;
  }

  /** What several ask for is done once. Undefined if too much waits already. */
  #jobFor(key: string, task: RenderingTask, asker: string): Job | undefined {
    const known = this.#jobs.get(key);
    if (known?.isRunning) return known;
    const job = known ?? new Job(key, task);
    if (this.#isStopped || !this.#turns.add(job, asker)) return undefined;
    if (!known) {
      this.#jobs.set(key, job);
      job.patience = setTimeout(() => {
        job.settle(null);
        if (job.isRunning) return;
        this.#turns.remove(job);
        this.#jobs.delete(key);
      }, this.#limits.patienceMs);
    }
    return job;
  }

  /** Gives the free threads something to do. */
  #work(): void {
    while (!this.#isStopped) {
      const thread = this.#free.at(-1);
      const next = thread && this.#turns.next(this.#served);
      if (!next) return;
      this.#free.pop();
      void this.#render(next.item, next.person, thread);
    }
  }

  async #render(job: Job, person: string, thread: RenderingThread): Promise<void> {
    const { key, task } = job;
    job.isRunning = true;
    this.#served.add(person);
    let html: string | null = null;
    try {
      html = await thread.html(task);
    } catch (error) {
      if (!this.#isStopped) {
        const characters = task.text.length;
        this.log.warn({ err: error, characters }, 'a text could not be rendered');
      }
    }
    // It is kept for the next one even if nobody has waited for it.
    this.#kept.set(key, html);
    this.#jobs.delete(key);
    job.settle(html);
    this.#served.delete(person);
    this.#free.push(thread);
    this.#work();
  }
}

/** A text that waits for a thread or is on one. */
class Job {
  readonly answer: Promise<string | null>;
  /** Characters, and what it takes besides. */
  readonly size: number;
  isRunning = false;
  patience: NodeJS.Timeout | undefined;
  #resolve: (html: string | null) => void = () => undefined;

  constructor(
    readonly key: string,
    readonly task: RenderingTask,
  ) {
    this.size = task.text.length + 200;
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Answers whoever waits; only the first answer counts. */
  settle(html: string | null): void {
    clearTimeout(this.patience);
    this.#resolve(html);
  }
}
