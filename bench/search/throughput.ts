import { Companion } from '../companion.js';
import { percentile, type Figure } from '../figures.js';
import type { ServerAddress } from '../server.js';
import { figure } from './figures.js';
import type { LoadResult, LoadTask } from './load.js';
import type { SearchTargets } from './targets.js';

const MANY = 10;
const SEARCHES_A_SECOND = 50;
const PROBES_A_SECOND = 100;

interface Load {
  readonly server: ServerAddress;
  readonly queries: readonly string[];
  /** Of each measurement. */
  readonly seconds: number;
  /** Searches that the server does at the same time. */
  readonly threads: number;
}

/** Searches a second, asked from a process of its own over one connection, one for each search thread, and ten. */
export async function throughputFigures(load: Load, targets: SearchTargets): Promise<Figure[]> {
  const { server, queries, seconds, threads } = load;
  const figures: Figure[] = [];
  const client = new Companion<LoadTask, LoadResult>('./search/load.js');
  try {
    for (const connections of new Set([1, threads, MANY])) {
      const task = { server, queries, seconds, kind: 'closed', amount: connections } as const;
      const result = await client.ask(task);
      const name = `searches a second, ${connections} connection${connections === 1 ? '' : 's'}`;
      const target = connections === MANY ? targets.perSecond : undefined;
      figures.push(
        figure(name, result.samples.length / result.seconds, '/s', target),
        figure(`${name}: p95`, percentile(result.samples, 0.95), 'ms'),
        ...refusals(name, result),
      );
    }
  } finally {
    await client.stop();
  }
  return figures;
}

/**
 * How long others wait while the server searches 50 times a second: a third process asks for
 * `/healthz`, which does nothing, a hundred times a second. What that takes at its 99th percentile,
 * less what it takes on the idle server at the median, is the delay of the event loop, along with
 * what the two other processes take from it of a small machine.
 */
export async function delayFigures(load: Load, targets: SearchTargets): Promise<Figure[]> {
  const { server, queries, seconds } = load;
  const probing = new Companion<LoadTask, LoadResult>('./search/load.js');
  const searching = new Companion<LoadTask, LoadResult>('./search/load.js');
  const probe = { server, queries: [], seconds, kind: 'probe', amount: PROBES_A_SECOND } as const;
  const search = { ...probe, queries, kind: 'paced', amount: SEARCHES_A_SECOND } as const;
  try {
    // The first one warms up.
    await probing.ask({ ...probe, seconds: 1 });
    const idle = await probing.ask(probe);
    const [busy, searched] = await Promise.all([probing.ask(probe), searching.ask(search)]);
    const usual = percentile(idle.samples, 0.5);
    return [
      figure(
        `event-loop delay at ${SEARCHES_A_SECOND} searches/s, p99`,
        percentile(busy.samples, 0.99) - usual,
        'ms',
        targets.loopDelay,
      ),
      figure('the same on the idle server, p99', percentile(idle.samples, 0.99) - usual, 'ms'),
      figure(
        `search at ${SEARCHES_A_SECOND} searches/s, p95`,
        percentile(searched.samples, 0.95),
        'ms',
      ),
      ...refusals(`search at ${SEARCHES_A_SECOND} searches/s`, searched),
    ];
  } finally {
    await Promise.all([probing.stop(), searching.stop()]);
  }
}

/** What the server turned away because it was too much; nothing where it served all. */
function refusals(name: string, { refused, samples }: LoadResult): Figure[] {
  if (refused === 0) return [];
  const target = { at: 'most', value: 0 } as const;
  return [figure(`${name}: refused`, (100 * refused) / (refused + samples.length), '%', target)];
}
