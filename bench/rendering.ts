import { median, type Figure } from './figures.js';
import { ask, type ServerAddress } from './server.js';

const ROUNDS = 3;
const ORDINARY_ROUNDS = 50;

const HOSTILE = '|a|\n|-|\n'.repeat(125_000);
const ORDINARY = 'The *quick* brown fox, `code`, [a link](https://a.example) and PM-12.\n\n'.repeat(
  80,
);

/** How long the dearest text takes, how long others wait meanwhile, and what an ordinary text costs. */
export async function measureRendering(server: ServerAddress): Promise<Figure[]> {
  const rounds: { renderMs: number; waitMs: number }[] = [];
  // Each text is another one: what was rendered lately is kept.
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await hostile(server, `${HOSTILE.slice(0, -8)}|${round}|`));
  }
  const ordinary: number[] = [];
  for (let round = 0; round < ORDINARY_ROUNDS; round++) {
    const began = performance.now();
    await preview(server, `${round} ${ORDINARY}`);
    ordinary.push(performance.now() - began);
  }
  return [
    {
      name: 'preview of a hostile text of 1,000,000 characters',
      value: median(rounds.map(({ renderMs }) => renderMs)),
      unit: 'ms',
    },
    {
      name: 'longest wait of somebody else meanwhile',
      value: median(rounds.map(({ waitMs }) => waitMs)),
      unit: 'ms',
      target: { at: 'most', value: 250 },
    },
    {
      name: `preview of an ordinary text of ${ORDINARY.length} characters`,
      value: median(ordinary),
      unit: 'ms',
    },
  ];
}

function preview(server: ServerAddress, text: string): Promise<unknown> {
  return ask(server, 'query ($text: Markdown!) { markdownRender(text: $text) }', { text });
}

async function hostile(
  server: ServerAddress,
  text: string,
): Promise<{ renderMs: number; waitMs: number }> {
  const began = performance.now();
  const state = { isDone: false };
  const rendered = preview(server, text).finally(() => {
    state.isDone = true;
  });
  let waitMs = 0;
  do {
    const asked = performance.now();
    await (await fetch(`${server.url}/healthz`)).arrayBuffer();
    waitMs = Math.max(waitMs, performance.now() - asked);
  } while (!state.isDone);
  await rendered;
  return { renderMs: performance.now() - began, waitMs };
}
