import { parentPort } from 'node:worker_threads';

import { codeOf } from '../../core/error-code.js';
import type { Answer, Call, Tasks } from './thread.js';

/** Answers the calls of the thread that has started this one. They begin in the order in which they come. */
export function serve<Service extends Tasks<Service>>(service: Service): void {
  const tasks = new Map<string, (...args: never[]) => unknown>(Object.entries(service));
  parentPort?.on('message', ({ number, name, args }: Call) => {
    void answer(number, async () => tasks.get(name)?.(...(args as never[])));
  });
}

async function answer(number: number, task: () => Promise<unknown>): Promise<void> {
  parentPort?.postMessage(await outcome(number, task));
}

async function outcome(number: number, task: () => Promise<unknown>): Promise<Answer> {
  try {
    return { number, value: await task() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { number, fault: { message, code: codeOf(error) } };
  }
}
