import { constants, cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { loadConfig } from '../../src/core/config.js';
import { MEMBER } from '../corpus/corpus.js';
import type { Figure } from '../figures.js';
import { keptLibrary, type KeptLibrary } from '../library.js';
import { bareIndex, holdersIn } from '../rivals/bare-index.js';
import { startRivals } from '../rivals/rivals.js';
import { residentMb, runCli, startServer, type ServerAddress } from '../server.js';
import { figure, isHonest, latencyFigures, rivalFigures } from './figures.js';
import { floorFigures } from './floor.js';
import { measureFreshness } from './freshness.js';
import { askInTurn } from './latency.js';
import { prefixFigures } from './prefixes.js';
import { benchQueries, type BenchQuery } from './queries.js';
import { Client } from './request.js';
import { targetsFor, type SearchTargets } from './targets.js';
import { delayFigures, throughputFigures } from './throughput.js';

/** Rounds that make good figures. In a library for trying the bench there are fewer, so that it ends soon. */
const ROUNDS = 8;
const TRIAL = { cases: 5_000, rounds: 2 };
/** With rivals that are far off, or far ahead. */
const RIVAL_ROUNDS = 2;
/** Beginnings of words that are tried, for each round. */
const BEGINNINGS = 75;

export interface SearchBench {
  /** How many generated cases the library has. */
  readonly cases: number;
  /** How often each query is asked; all else is measured for longer or shorter with it. */
  readonly rounds: number | undefined;
  /** MiniSearch is asked too, however large the library is. */
  readonly minisearch: boolean;
  /** For the copy of the library that is worked on. */
  readonly dataDir: string;
  /** What else is measured on the running server. */
  readonly further: (server: ServerAddress) => Promise<Figure[]>;
}

/** Everything about search in a library of generated cases, asked as a member who may not read all of them. */
export async function measureSearch(bench: SearchBench): Promise<Figure[]> {
  const { cases, dataDir } = bench;
  const rounds = bench.rounds ?? (cases <= TRIAL.cases ? TRIAL.rounds : ROUNDS);
  const library = await keptLibrary(cases);
  const targets = targetsFor(cases);
  const bare = bareIndex(library);
  const { holders, close } = holdersIn(bare);
  const queries = benchQueries(cases, holders);
  cpSync(library.dataDir, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const server = await startServer(dataDir, {
    email: MEMBER.email ?? '',
    scopes: 'read,write,restricted',
  });
  let figures: Figure[];
  try {
    step('complete requests');
    const asked = await askInTurn(server, queries, [], rounds);
    for (const { query } of asked.filter((one) => isHonest(one) && one.totalCount === 0)) {
      process.stderr.write(`  finds nothing: ${query.query}\n`);
    }
    figures = [
      ...latencyFigures(asked, targets),
      ...(await underLoad(server, queries, rounds, targets)),
      figure('resident memory after that', residentMb(server.child.pid), 'MB', targets.residentMb),
      ...(await prefixFigures(server, { holders, most: BEGINNINGS * rounds }, targets)),
      ...(await measureFreshness(server, targets)),
      ...(await bench.further(server)),
      ...(await besideRivals(bench, library, server, queries, rounds)),
    ];
  } finally {
    close();
    await server.stop();
  }
  step('complete requests in the process and bare FTS5, in turn');
  const place = { dataDir, token: server.token };
  figures.push(...(await floorFigures({ library: place, bare, queries, rounds }, targets)));
  return [...figures, ...(await rebuildFigures(dataDir, targets))];
}

async function underLoad(
  server: ServerAddress,
  queries: readonly BenchQuery[],
  rounds: number,
  targets: SearchTargets,
): Promise<Figure[]> {
  const load = {
    server: { url: server.url, token: server.token },
    queries: queries.filter((query) => isHonest({ query })).map(({ query }) => query),
    seconds: rounds < ROUNDS ? 3 : 10,
    threads: loadConfig(process.env).searchThreads,
  };
  step('event-loop delay');
  const delay = await delayFigures(load, targets);
  step('throughput');
  const throughput = await throughputFigures(load, targets);
  await recovered(server);
  return [...delay, ...throughput];
}

/** Until the server turns nobody away any more. */
async function recovered(server: ServerAddress): Promise<void> {
  const client = new Client(server, 1);
  while ((await client.search('recovered')).status !== 200) await sleep(500);
  client.close();
}

async function besideRivals(
  { minisearch }: SearchBench,
  library: KeptLibrary,
  server: ServerAddress,
  queries: readonly BenchQuery[],
  rounds: number,
): Promise<Figure[]> {
  step('rivals are getting ready');
  const rivals = await startRivals(library, { minisearch });
  try {
    step(`complete requests and ${rivals.map(({ name }) => name).join('; ')}, in turn`);
    return rivalFigures(
      await askInTurn(server, queries, rivals, Math.min(rounds, RIVAL_ROUNDS)),
      rivals,
    );
  } finally {
    for (const rival of rivals) await rival.stop();
  }
}

function step(what: string): void {
  process.stderr.write(`  ${what} …\n`);
}

/** The command that makes the index anew, and what it leaves on the disk. */
async function rebuildFigures(dataDir: string, targets: SearchTargets): Promise<Figure[]> {
  step('the index is made anew');
  const { ms } = JSON.parse(await runCli(dataDir, ['reindex', '--json'])) as { ms: number };
  const folder = join(dataDir, 'search');
  const bytes = readdirSync(folder).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
  return [
    figure('the index made anew', ms / 1_000, 's', targets.rebuildS),
    figure('the index on disk', bytes / 1e6, 'MB'),
  ];
}
