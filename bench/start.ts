import { setTimeout as sleep } from 'node:timers/promises';

import { median, type Figure } from './figures.js';
import { ask, residentMb, startServer } from './server.js';

const STARTS = 5;

/** Cold starts on a library that is there already, and the memory of the one process. */
export async function measureStart(dataDir: string): Promise<Figure[]> {
  const starts: number[] = [];
  const memory: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const server = await startServer(dataDir);
    starts.push(server.startMs);
    await ask(server, '{ search(query: "pool") { totalCount nodes { postmortem { title } } } }');
    await sleep(500);
    memory.push(residentMb(server.child.pid));
    await server.stop();
  }
  return [
    {
      name: 'cold start to the first GraphQL answer, median of 5',
      value: median(starts) / 1_000,
      unit: 's',
      target: { at: 'most', value: 2 },
    },
    {
      name: 'resident memory after a search, median of 5',
      value: median(memory),
      unit: 'MB',
      target: { at: 'most', value: 200 },
    },
  ];
}
