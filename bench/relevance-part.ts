import { constants, cpSync, readFileSync } from 'node:fs';

import type { Figure } from './figures.js';
import { keptLibrary } from './library.js';
import { measureRelevance, type RelevanceQuery, type RelevanceReport } from './relevance.js';
import { ask, runCli, startServer, type ServerAddress } from './server.js';

/** What the answers may be hidden among, and what is asked of the search then. */
interface Setting {
  readonly title: string;
  readonly mrr: number;
  readonly recall?: number;
  readonly crossRecall?: number;
}

const ALONE: Setting = { title: '', mrr: 0.97, recall: 0.97, crossRecall: 1 };

export interface RelevanceBench {
  /** A list of queries with their answers. */
  readonly file: string;
  /** Where the answers are, and what else is there. */
  readonly folders: readonly string[];
  /** So many generated cases among which the answers are hidden in a second round; undefined for none. */
  readonly distractors: number | undefined;
  /** A data folder for each round. */
  readonly folder: (name: string) => string;
}

/** How good the first ten hits are, over HTTP, in the library of the given folders and in a much larger one. */
export async function relevanceFigures(bench: RelevanceBench): Promise<Figure[]> {
  const queries = JSON.parse(readFileSync(bench.file, 'utf8')) as RelevanceQuery[];
  const alone = bench.folder('relevance');
  await runCli(alone, ['import', ...bench.folders]);
  const figures = await measured(alone, queries, ALONE);
  if (bench.distractors === undefined) return figures;
  const among = bench.folder('relevance-among');
  const { dataDir } = await keptLibrary(bench.distractors);
  cpSync(dataDir, among, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await runCli(among, ['import', ...bench.folders]);
  const hidden = { title: `, among ${bench.distractors} others`, mrr: 0.9 };
  return [...figures, ...(await measured(among, queries, hidden))];
}

async function measured(
  dataDir: string,
  queries: readonly RelevanceQuery[],
  setting: Setting,
): Promise<Figure[]> {
  const server = await startServer(dataDir);
  const deadEnds: string[] = [];
  const report = await measureRelevance(async (query) => {
    const { ids, didYouMean } = await firstTen(server, query);
    if (ids.length === 0 && didYouMean === null) deadEnds.push(query);
    return ids;
  }, queries).finally(() => server.stop());
  for (const { query, rank } of report.missed) {
    process.stderr.write(
      `  first right hit${setting.title} at ${rank === 0 ? 'none of ten' : rank}: ${query}\n`,
    );
  }
  return [
    ...scoreFigures(report, setting),
    {
      name: `empty pages without a way on${setting.title}`,
      value: (100 * deadEnds.length) / queries.length,
      unit: '%',
    },
  ];
}

function scoreFigures(report: RelevanceReport, setting: Setting): Figure[] {
  const { title, mrr, recall, crossRecall } = setting;
  const { all, byLanguage, byType } = report;
  const groups = [...Object.entries(byLanguage), ...Object.entries(byType)];
  return [
    {
      name: `MRR@10 over ${all.queries} queries${title}`,
      value: all.mrr,
      unit: '',
      target: { at: 'least', value: mrr },
    },
    {
      name: `recall@10${title}`,
      value: all.recall,
      unit: '',
      ...(recall !== undefined && { target: { at: 'least', value: recall } }),
    },
    ...groups.flatMap(([name, score]): Figure[] => {
      const target = name === 'zh-cross' ? crossRecall : undefined;
      return [
        { name: `${name}: MRR@10${title}`, value: score.mrr, unit: '' },
        {
          name: `${name}: recall@10${title}`,
          value: score.recall,
          unit: '',
          ...(target !== undefined && { target: { at: 'least', value: target } }),
        },
      ];
    }),
  ];
}

/** The external ids of the first ten hits, best first, and the correction. */
async function firstTen(
  server: ServerAddress,
  query: string,
): Promise<{ ids: string[]; didYouMean: string | null }> {
  const { search } = await ask<{
    search: {
      didYouMean: string | null;
      nodes: { postmortem: { source: { externalId: string | null } | null } }[];
    };
  }>(
    server,
    `query ($query: String!) {
      search(query: $query, first: 10) {
        didYouMean nodes { postmortem { source { externalId } } } } }`,
    { query },
  );
  const ids = search.nodes.map(({ postmortem }) => postmortem.source?.externalId ?? '');
  return { ids, didYouMean: search.didYouMean };
}
