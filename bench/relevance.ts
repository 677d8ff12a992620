/** A query and the external ids of the cases that answer it. */
export interface RelevanceQuery {
  readonly id: string;
  readonly lang: string;
  readonly type: string;
  readonly query: string;
  readonly relevant: readonly string[];
}

/** How good the first ten hits are, as means over the queries, each from 0 to 1. */
export interface RelevanceScore {
  readonly queries: number;
  /** 1 over the rank of the first right hit. */
  readonly mrr: number;
  /** Share of the right cases (of ten, where there are more) that are among the hits. */
  readonly recall: number;
}

export interface RelevanceReport {
  readonly all: RelevanceScore;
  readonly byLanguage: Readonly<Record<string, RelevanceScore>>;
  readonly byType: Readonly<Record<string, RelevanceScore>>;
  /** Queries whose first hit is not a right one. */
  readonly missed: readonly {
    readonly id: string;
    readonly query: string;
    readonly rank: number;
  }[];
}

const DEPTH = 10;

interface Judged {
  readonly query: RelevanceQuery;
  /** Of the first right hit, from 1; 0 if there is none. */
  readonly rank: number;
  readonly recall: number;
}

/** MRR@10 and Recall@10 of a search that answers a query with external ids, best first. */
export async function measureRelevance(
  search: (query: string) => Promise<readonly string[]>,
  queries: readonly RelevanceQuery[],
): Promise<RelevanceReport> {
  const judged: Judged[] = [];
  for (const query of queries) {
    const hits = (await search(query.query)).slice(0, DEPTH);
    const right = query.relevant.filter((id) => hits.includes(id)).length;
    judged.push({
      query,
      rank: hits.findIndex((id) => query.relevant.includes(id)) + 1,
      recall: right / Math.min(DEPTH, query.relevant.length),
    });
  }
  return {
    all: scoreOf(judged),
    byLanguage: grouped(judged, ({ query }) => query.lang),
    byType: grouped(judged, ({ query }) => query.type),
    missed: judged
      .filter(({ rank }) => rank !== 1)
      .map(({ query, rank }) => ({ id: query.id, query: query.query, rank })),
  };
}

function grouped(judged: readonly Judged[], nameOf: (one: Judged) => string) {
  const names = [...new Set(judged.map(nameOf))].sort();
  return Object.fromEntries(
    names.map((name) => [name, scoreOf(judged.filter((one) => nameOf(one) === name))]),
  );
}

function scoreOf(judged: readonly Judged[]): RelevanceScore {
  return {
    queries: judged.length,
    mrr: mean(judged.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))),
    recall: mean(judged.map(({ recall }) => recall)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
