import { percentile, type Figure } from './figures.js';
import { QUERIES } from './generate.js';
import { ask, type ServerAddress } from './server.js';

const SEARCH = `query ($query: String!) {
  search(query: $query, first: 20) {
    totalCount didYouMean facets { field values { value count } }
    nodes { score postmortem { key title status } highlights { field fragments { text matched } } }
  } }`;
const ROUNDS = 12;
const FRESHNESS_TRIES = 10;

/** Complete search requests over HTTP, one after another, keep-alive: facets, count, highlights, 20 hits. */
export async function measureSearch(server: ServerAddress): Promise<Figure[]> {
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const query of QUERIES) {
      const began = performance.now();
      await ask(server, SEARCH, { query });
      // The first round warms up.
      if (round > 0) samples.push(performance.now() - began);
    }
  }
  return [
    { name: 'search over HTTP, 10,000 cases, p50', value: percentile(samples, 0.5), unit: 'ms' },
    {
      name: 'search over HTTP, 10,000 cases, p95',
      value: percentile(samples, 0.95),
      unit: 'ms',
      target: { at: 'most', value: 40 },
    },
    { name: 'search over HTTP, 10,000 cases, p99', value: percentile(samples, 0.99), unit: 'ms' },
  ];
}

/** From an acknowledged edit to the first search that finds it. */
export async function measureFreshness(server: ServerAddress): Promise<Figure[]> {
  const { postmortems } = await ask<{ postmortems: { nodes: { id: string }[] } }>(
    server,
    `{ postmortems(first: ${FRESHNESS_TRIES}) { nodes { id } } }`,
  );
  const samples: number[] = [];
  for (const [at, { id }] of postmortems.nodes.entries()) {
    const word = `freshword${at}x${Date.now().toString(36)}`;
    await ask(
      server,
      `mutation ($id: ID!, $summary: Markdown!) {
        postmortemUpdate(id: $id, input: { summary: $summary }) { userErrors { message } } }`,
      { id, summary: word },
    );
    const began = performance.now();
    while (!(await finds(server, word))) {
      if (performance.now() - began > 10_000) throw new Error('an edit was not found within 10 s');
    }
    samples.push(performance.now() - began);
  }
  return [
    {
      name: 'an edit is found after, worst of 10',
      value: Math.max(...samples),
      unit: 'ms',
      target: { at: 'most', value: 1_000 },
    },
  ];
}

async function finds(server: ServerAddress, word: string): Promise<boolean> {
  const { search } = await ask<{ search: { totalCount: number } }>(
    server,
    'query ($word: String!) { search(query: $word) { totalCount } }',
    { word },
  );
  return search.totalCount > 0;
}

/** The external ids of the first ten hits, best first. */
export async function externalIdsOf(server: ServerAddress, query: string): Promise<string[]> {
  const { search } = await ask<{
    search: { nodes: { postmortem: { source: { externalId: string | null } | null } }[] };
  }>(
    server,
    `query ($query: String!) {
      search(query: $query, first: 10) { nodes { postmortem { source { externalId } } } } }`,
    { query },
  );
  return search.nodes.map(({ postmortem }) => postmortem.source?.externalId ?? '');
}
