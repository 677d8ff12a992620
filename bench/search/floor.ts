import { Companion } from '../companion.js';
import { median, percentile, type Figure } from '../figures.js';
import type { RivalAnswer } from '../rivals/bare-fts.js';
import { startBare } from '../rivals/rivals.js';
import { figure, isHonest } from './figures.js';
import type { InProcessTask } from './in-process.js';
import { QUERY_TYPES, type BenchQuery, type QueryType } from './queries.js';
import type { SearchTargets } from './targets.js';

/** One query, in milliseconds: the median of all rounds of a complete request, and of bare FTS5. */
interface Compared {
  readonly type: QueryType;
  readonly ours: number;
  readonly floor: number;
}

export interface FloorBench {
  /** A library that no server has open, and a token for it. */
  readonly library: { readonly dataDir: string; readonly token: string };
  /** Where the index of bare FTS5 is. */
  readonly bare: string;
  readonly queries: readonly BenchQuery[];
  readonly rounds: number;
}

/**
 * How a complete request, without HTTP and GraphQL, stands to bare FTS5, which only finds and ranks:
 * each query is asked of both in turn, in processes of their own.
 */
export async function floorFigures(bench: FloorBench, targets: SearchTargets): Promise<Figure[]> {
  const compared = await compare(bench);
  const ratioOf = (some: readonly Compared[]): number =>
    median(some.map(({ ours, floor }) => ours / floor));
  const sum = (side: 'ours' | 'floor'): number =>
    compared.reduce((total, one) => total + one[side], 0);
  const ours = compared.map((one) => one.ours);
  return [
    figure('complete request in the process, p50 of the queries', percentile(ours, 0.5), 'ms'),
    figure('complete request in the process, p95 of the queries', percentile(ours, 0.95), 'ms'),
    figure(
      'complete request in the process / bare FTS5, median over the queries',
      ratioOf(compared),
      '×',
      targets.timesBare,
    ),
    figure('the same, all queries together', sum('ours') / sum('floor'), '×'),
    ...QUERY_TYPES.flatMap((type) => {
      const some = compared.filter((one) => one.type === type);
      return some.length === 0 ? [] : [figure(`${type} / bare FTS5`, ratioOf(some), '×')];
    }),
  ];
}

async function compare({ library, bare, queries, rounds }: FloorBench): Promise<Compared[]> {
  const ours = new Companion<InProcessTask, RivalAnswer>('./search/in-process.js');
  const floor = await startBare(bare);
  const honest = queries.filter((query) => isHonest({ query }));
  const samples = honest.map(() => ({ ours: [] as number[], floor: [] as number[] }));
  try {
    await ours.ask(library);
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const [at, query] of honest.entries()) {
        const mine = await ours.ask({ query: query.query });
        const theirs = await floor.ask(query);
        if (round === 0) continue;
        samples[at]?.ours.push(mine.ms);
        // Nothing of it can be asked of bare FTS5.
        if (theirs && theirs.ms > 0) samples[at]?.floor.push(theirs.ms);
      }
    }
  } finally {
    await Promise.all([ours.stop(), floor.stop()]);
  }
  return honest.flatMap(({ type }, at) => {
    const taken = samples[at];
    if (!taken || taken.floor.length === 0) return [];
    return [{ type, ours: median(taken.ours), floor: median(taken.floor) }];
  });
}
