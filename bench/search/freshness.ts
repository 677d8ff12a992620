import type { Figure } from '../figures.js';
import { ask, type ServerAddress } from '../server.js';
import { figure } from './figures.js';
import type { SearchTargets } from './targets.js';

const TRIES = 10;

/** From an acknowledged edit to the first search that finds it. */
export async function measureFreshness(
  server: ServerAddress,
  targets: SearchTargets,
): Promise<Figure[]> {
  const { postmortems } = await ask<{ postmortems: { nodes: { id: string }[] } }>(
    server,
    `{ postmortems(first: ${TRIES}) { nodes { id } } }`,
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
    figure('an edit is found after, worst of 10', Math.max(...samples), 'ms', targets.visibleMs),
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
