import { Companion } from '../companion.js';
import type { KeptLibrary } from '../library.js';
import type { BenchQuery, QueryType } from '../search/queries.js';
import type { BareTask, RivalAnswer } from './bare-fts.js';
import { caseFiles, grep } from './grep.js';
import { startMeili } from './meili.js';
import type { MiniTask } from './mini-search.js';
import { startPostgres, type PostgresConfiguration } from './postgres.js';

/** Somebody else who is asked the same, in turn with us. */
export interface Rival {
  readonly name: string;
  /** It takes seconds: it is asked fewer queries, and each once. */
  readonly isSlow: boolean;
  /** Of making what it searches in; NaN for what is kept from run to run. */
  readonly buildMs: number;
  /** Undefined for what it cannot be asked. */
  ask(query: BenchQuery): Promise<RivalAnswer> | undefined;
  stop(): Promise<void>;
}

/** More than this is too much for MiniSearch, which keeps everything in memory. */
const MINI_CASES = 10_000;
const MINI_HEAP_MB = 8_192;
/** `grep` knows one text, not several. */
const GREPPED: readonly QueryType[] = [
  'rare word',
  'identifier',
  'common word',
  'zh, 2 characters',
];

/** The floor: FTS5 by itself on the same words, in a process of its own. */
export async function startBare(path: string): Promise<Rival> {
  const child = new Companion<BareTask, RivalAnswer>('./rivals/bare-fts.js');
  await child.ask({ open: path });
  return {
    name: 'bare FTS5',
    isSlow: false,
    buildMs: Number.NaN,
    ask: ({ texts }) => child.ask({ texts }),
    stop: () => child.stop(),
  };
}

/** Everybody who can be had on this machine; who cannot is left out with a sentence. */
export async function startRivals(
  library: KeptLibrary,
  options: { readonly minisearch: boolean },
): Promise<Rival[]> {
  const { cases } = library;
  const rivals: Rival[] = [];
  const take = async (name: string, start: () => Promise<Rival[]>): Promise<void> => {
    try {
      rivals.push(...(await start()));
    } catch (error) {
      leaveOut(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  if (cases <= MINI_CASES || options.minisearch) {
    await take('MiniSearch', async () => [
      await startMini(cases, 'default'),
      await startMini(cases, 'ours'),
    ]);
  } else leaveOut(`MiniSearch, which takes gigabytes for ${cases} cases; --minisearch asks it too`);
  await take('PostgreSQL', () => postgresRivals(cases));
  await take('grep', async () => [grepRival(library)]);
  const { FUPAN_BENCH_MEILI_URL: meili, FUPAN_BENCH_MEILI_KEY: key } = process.env;
  if (meili) await take('Meilisearch', async () => [await meiliRival(meili, key, cases)]);
  else leaveOut('Meilisearch; FUPAN_BENCH_MEILI_URL names one');
  return rivals;
}

function leaveOut(what: string): void {
  process.stderr.write(`  left out: ${what}\n`);
}

async function startMini(cases: number, tokenizer: 'default' | 'ours'): Promise<Rival> {
  const child = new Companion<MiniTask, RivalAnswer>('./rivals/mini-search.js', {
    heapMb: MINI_HEAP_MB,
  });
  try {
    const { ms } = await child.ask({ cases, tokenizer });
    return {
      name: tokenizer === 'ours' ? 'MiniSearch, our tokenizer' : 'MiniSearch, defaults',
      isSlow: false,
      buildMs: ms,
      ask: ({ query }) => child.ask({ query }),
      stop: () => child.stop(),
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function postgresRivals(cases: number): Promise<Rival[]> {
  const server = await startPostgres(cases);
  let asking = 2;
  const rival = (configuration: PostgresConfiguration): Rival => ({
    name: `PostgreSQL, ${configuration}`,
    isSlow: false,
    buildMs: server.buildMs,
    ask: ({ texts }) => server.ask(configuration, texts),
    // Both are one server.
    stop: async () => {
      asking -= 1;
      if (asking === 0) await server.stop();
    },
  });
  return [rival('english'), rival('simple')];
}

function grepRival(library: KeptLibrary): Rival {
  const folder = caseFiles(library);
  return {
    name: 'grep -rl',
    isSlow: true,
    buildMs: Number.NaN,
    ask: ({ type, query }) => (GREPPED.includes(type) ? grep(folder, query) : undefined),
    stop: () => Promise.resolve(),
  };
}

async function meiliRival(url: string, key: string | undefined, cases: number): Promise<Rival> {
  const server = await startMeili(url, key, cases);
  return {
    name: 'Meilisearch',
    isSlow: false,
    buildMs: server.buildMs,
    ask: ({ query }) => server.ask(query),
    stop: () => server.stop(),
  };
}
