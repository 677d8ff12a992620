import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { measureAbuse } from './abuse.js';
import { CHROMIUM, NO_CHROMIUM } from './chromium.js';
import { generateActionHistories, measureDigest } from './digest.js';
import { measureDurability } from './durability.js';
import { reached, table, type Figure } from './figures.js';
import { generateCases, generateManyActions } from './generate.js';
import { measureImport } from './import.js';
import { measureLanguage } from './language.js';
import { measureRendering } from './rendering.js';
import { relevanceFigures } from './relevance-part.js';
import { measureSearch } from './search/measure.js';
import { peakOf, runCli, startServer, type ServerAddress } from './server.js';
import { measureStart } from './start.js';
import { measureFreezes, measureTyping, measureWeb } from './web.js';

const DEMO = fileURLToPath(new URL('../../templates/demo', import.meta.url));
/** Cases that are generated for the search, and for the answers of queries to be hidden among. */
const LIBRARY = 10_000;
const DISTRACTORS = 100_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** A folder of case files to import; without one, generated files. Or a number: so many are generated. */
    cases: { type: 'string', multiple: true, default: [] },
    /** Queries with their answers over the folders given. */
    relevance: { type: 'string' },
    /** The answers are looked for once more among many generated cases. */
    distractors: { type: 'boolean', default: false },
    /** MiniSearch is compared with in a large library too. */
    minisearch: { type: 'boolean', default: false },
    /** How often each query is asked by the search part. */
    rounds: { type: 'string' },
    kills: { type: 'string', default: '20' },
  },
});

const isNumber = (given: string): boolean => /^\d+$/u.test(given);
const folders = options.cases.filter((given) => !isNumber(given));
const size = options.cases.filter(isNumber).map(Number).at(-1);

const work = mkdtempSync(join(tmpdir(), 'fupan-bench-'));
const folder = (name: string): string => join(work, name);

/** The parts of the bench; name some on the command line to run only those. */
const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  import: async () => measureImport(await importFolder()),
  relevance,
  search,
  memory,
  start,
  abuse,
  rendering,
  digest,
  language: () => Promise.resolve(measureLanguage(folders[0] ?? DEMO)),
  web,
  durability: () => measureDurability(folder('durability'), Number(options.kills)),
};

async function importFolder(): Promise<string> {
  const [first] = folders;
  if (first !== undefined) return first;
  await generateCases(folder('239'), 239);
  return folder('239');
}

async function relevance(): Promise<Figure[]> {
  if (options.relevance === undefined || folders.length === 0) return [];
  return relevanceFigures({
    file: options.relevance,
    folders,
    distractors: options.distractors ? (size ?? DISTRACTORS) : undefined,
    folder,
  });
}

function search(): Promise<Figure[]> {
  const cases = size ?? LIBRARY;
  return measureSearch({
    cases,
    rounds: options.rounds === undefined ? undefined : Number(options.rounds),
    minisearch: options.minisearch,
    dataDir: folder('library'),
    further: (server) => ifChromium(() => measureTyping(server, cases)),
  });
}

/** The peak of an import must not grow with the folder. */
async function memory(): Promise<Figure[]> {
  const [small, large] = [1_000, 8_000];
  const peaks: number[] = [];
  for (const count of [small, large]) {
    await generateCases(folder(`memory-${count}`), count);
    peaks.push(await peakOf(folder(`memory-data-${count}`), ['import', folder(`memory-${count}`)]));
  }
  const [ofSmall = Number.NaN, ofLarge = Number.NaN] = peaks;
  return [
    { name: `peak memory of importing ${small} files`, value: ofSmall, unit: 'MB' },
    { name: `peak memory of importing ${large} files`, value: ofLarge, unit: 'MB' },
    {
      name: 'ratio, eight times the files',
      value: ofLarge / ofSmall,
      unit: '×',
      target: { at: 'most', value: 1.5 },
    },
  ];
}

async function start(): Promise<Figure[]> {
  const dataDir = folder('demo');
  await runCli(dataDir, ['import', DEMO, '--json']);
  return measureStart(dataDir);
}

async function web(): Promise<Figure[]> {
  const dataDir = folder('web');
  await runCli(dataDir, ['import', DEMO, '--json']);
  const figures = await served(dataDir, measureWeb);
  await generateManyActions(folder('many'), 10_000);
  await runCli(dataDir, ['import', folder('many'), '--json']);
  return [...figures, ...(await served(dataDir, measureFreezes))];
}

async function served(
  dataDir: string,
  measure: (server: ServerAddress) => Promise<Figure[]>,
): Promise<Figure[]> {
  const server = await startServer(dataDir);
  try {
    return await ifChromium(() => measure(server));
  } finally {
    await server.stop();
  }
}

/** What needs a browser is left out where there is none, with a word. */
async function ifChromium(measure: () => Promise<Figure[]>): Promise<Figure[]> {
  if (CHROMIUM !== null) return measure();
  process.stderr.write(`  left out: ${NO_CHROMIUM}\n`);
  return [];
}

async function abuse(): Promise<Figure[]> {
  const server = await startServer(folder('abuse'));
  try {
    return await measureAbuse(server);
  } finally {
    await server.stop();
  }
}

async function digest(): Promise<Figure[]> {
  await generateActionHistories(folder('histories'));
  const dataDir = folder('digest');
  await runCli(dataDir, ['import', folder('histories'), '--json']);
  const server = await startServer(dataDir);
  try {
    return await measureDigest(server);
  } finally {
    await server.stop();
  }
}

async function rendering(): Promise<Figure[]> {
  const server = await startServer(folder('rendering'));
  try {
    return await measureRendering(server);
  } finally {
    await server.stop();
  }
}

try {
  const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals;
  const figures: Figure[] = [];
  for (const name of wanted) {
    const measure = PARTS[name];
    if (!measure)
      throw new Error(`there is no part ${name}; there are ${Object.keys(PARTS).join(', ')}`);
    process.stderr.write(`${name} …\n`);
    figures.push(...(await measure()));
  }
  process.stdout.write(`${table(figures)}\n\n`);
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  process.stdout.write(`${JSON.stringify({ machine, figures })}\n`);
  process.exitCode = figures.every(reached) ? 0 : 1;
} finally {
  for (const name of readdirSync(work)) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}
