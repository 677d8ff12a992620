import { setTimeout as sleep } from 'node:timers/promises';

import type { Figure } from './figures.js';
import { ask, runCli, startServer, type ServerAddress, type ServerProcess } from './server.js';

const WRITERS = 4;

interface Acknowledged {
  readonly id: string;
  readonly title: string;
}

/**
 * Kills the server with SIGKILL again and again while it is written to, and looks afterwards:
 * every case whose creation was acknowledged must be there, whole, and the database sound.
 */
export async function measureDurability(dataDir: string, kills: number): Promise<Figure[]> {
  const acknowledged: Acknowledged[] = [];
  const recoveries: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServer(dataDir);
    recoveries.push(server.startMs);
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      writeUntilKilled(server, `kill ${kill} writer ${writer}`, acknowledged),
    );
    await sleep(20 + Math.random() * 400);
    await server.stop('SIGKILL');
    await Promise.all(writers);
  }
  const server = await startServer(dataDir);
  const { lost, torn } = await compare(server, acknowledged);
  await server.stop();
  const verified = JSON.parse(await runCli(dataDir, ['verify', '--json'])) as { ok: boolean };
  return [
    { name: `writes acknowledged over ${kills} kills`, value: acknowledged.length, unit: 'cases' },
    { name: 'acknowledged and lost', value: lost, unit: 'cases', target: { at: 'most', value: 0 } },
    { name: 'half written', value: torn, unit: 'cases', target: { at: 'most', value: 0 } },
    {
      name: 'verify finds the library sound',
      value: verified.ok ? 1 : 0,
      unit: '(1 = yes)',
      target: { at: 'least', value: 1 },
    },
    { name: 'start after a kill, worst', value: Math.max(...recoveries), unit: 'ms' },
  ];
}

const CREATE = `mutation ($title: String!) {
  postmortemCreate(input: { title: $title, language: EN, tags: ["one", "two"],
    sections: [{ heading: "A", body: "a" }, { heading: "B", body: "b" }] }) {
    postmortem { id } userErrors { message } } }`;

async function writeUntilKilled(
  server: ServerProcess,
  name: string,
  acknowledged: Acknowledged[],
): Promise<void> {
  for (let count = 0; ; count++) {
    const title = `${name} write ${count}`;
    try {
      const { postmortemCreate } = await ask<{
        postmortemCreate: { postmortem: { id: string } | null };
      }>(server, CREATE, { title });
      if (postmortemCreate.postmortem) {
        acknowledged.push({ id: postmortemCreate.postmortem.id, title });
      }
    } catch {
      // The server is dead, or refuses: nothing was promised.
      return;
    }
  }
}

/** Counts what was acknowledged and is gone, and cases without one of their parts. */
async function compare(
  server: ServerAddress,
  acknowledged: readonly Acknowledged[],
): Promise<{ lost: number; torn: number }> {
  const stored = new Map<string, string>();
  let torn = 0;
  for (let after: string | null = null; ;) {
    const page: Page = await ask<Page>(server, PAGE, { after });
    for (const { id, title, tags, sections, revision } of page.postmortems.nodes) {
      stored.set(id, title);
      if (tags.length !== 2 || sections.length !== 2 || revision !== 1) torn += 1;
    }
    if (!page.postmortems.pageInfo.hasNextPage) break;
    after = page.postmortems.pageInfo.endCursor;
  }
  const lost = acknowledged.filter(({ id, title }) => stored.get(id) !== title).length;
  return { lost, torn };
}

interface Page {
  readonly postmortems: {
    readonly nodes: {
      id: string;
      title: string;
      tags: string[];
      sections: { heading: string }[];
      revision: number;
    }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const PAGE = `query ($after: String) { postmortems(first: 100, after: $after) {
  nodes { id title tags sections { heading } revision }
  pageInfo { hasNextPage endCursor } } }`;
