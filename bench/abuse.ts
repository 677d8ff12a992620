import { ATTACKS } from './attacks.js';
import { median, type Figure } from './figures.js';
import type { ServerAddress } from './server.js';

const ROUNDS = 5;

/** How long the attacks take to be refused, and how long others have to wait meanwhile. */
export async function measureAbuse(server: ServerAddress): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [who, headers] of [
    ['nobody', {}],
    ['an administrator', { authorization: `Bearer ${server.token}` }],
  ] as const) {
    const refusals: number[] = [];
    const waits: number[] = [];
    for (const { name, body } of ATTACKS) {
      const rounds: { refusalMs: number; waitMs: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push(await attack(server.url, body, headers));
      }
      const refusalMs = median(rounds.map((round) => round.refusalMs));
      const waitMs = median(rounds.map((round) => round.waitMs));
      process.stderr.write(
        `  ${refusalMs.toFixed(0).padStart(4)} ms, others ${waitMs.toFixed(0).padStart(4)} ms: ${name}, by ${who}\n`,
      );
      refusals.push(refusalMs);
      waits.push(waitMs);
    }
    figures.push(
      {
        name: `slowest refusal of ${ATTACKS.length} attacks by ${who}, medians of ${ROUNDS}`,
        value: Math.max(...refusals),
        unit: 'ms',
        target: { at: 'most', value: 100 },
      },
      {
        name: 'longest wait of somebody else meanwhile',
        value: Math.max(...waits),
        unit: 'ms',
        target: { at: 'most', value: 100 },
      },
    );
  }
  return figures;
}

async function attack(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ refusalMs: number; waitMs: number }> {
  const began = performance.now();
  const state = { isRefused: false };
  const refusal = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
    .then(async (response) => {
      await response.arrayBuffer();
      if (response.status < 400 || response.status >= 500) {
        throw new Error(`an attack was answered ${response.status}`);
      }
      return performance.now() - began;
    })
    .finally(() => {
      state.isRefused = true;
    });
  let waitMs = 0;
  do {
    const asked = performance.now();
    await (await fetch(`${url}/healthz`)).arrayBuffer();
    waitMs = Math.max(waitMs, performance.now() - asked);
  } while (!state.isRefused);
  return { refusalMs: await refusal, waitMs };
}
