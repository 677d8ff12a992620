import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Outcome = { readonly answer: unknown } | { readonly fault: string };

/** A process beside the bench that does one task after another, so that nothing else is slowed by it. */
export class Companion<Task, Answer> {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  /** @param module of this folder, which calls `serveTasks` */
  constructor(module: string, options: { heapMb?: number } = {}) {
    const { heapMb } = options;
    this.#child = fork(fileURLToPath(new URL(module, import.meta.url)), {
      serialization: 'advanced',
      execArgv: [
        '--enable-source-maps',
        ...(heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`]),
      ],
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** One at a time. */
  async ask(task: Task): Promise<Answer> {
    const outcome = new Promise<Outcome>((resolve) => this.#child.once('message', resolve));
    this.#child.send({ task });
    const ended = this.#ended.then((code): Outcome => ({
      fault: `the process ended with ${String(code)}`,
    }));
    const result = await Promise.race([outcome, ended]);
    if ('fault' in result) throw new Error(result.fault);
    return result.answer as Answer;
  }

  async stop(): Promise<void> {
    this.#child.kill();
    await this.#ended;
  }
}

/** In the other process: does what it is asked. */
export function serveTasks(work: (task: never) => unknown): void {
  process.on('message', (message: { task: never }) => {
    void attempt(work, message.task).then((outcome) => process.send?.(outcome));
  });
}

async function attempt(work: (task: never) => unknown, task: never): Promise<Outcome> {
  try {
    return { answer: await work(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
