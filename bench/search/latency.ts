import type { Rival } from '../rivals/rivals.js';
import type { ServerAddress } from '../server.js';
import type { BenchQuery } from './queries.js';
import { answerOf, Client } from './request.js';

/** Of a rival that takes seconds, one query in so many is asked, once. */
const FEW = 4;

/** How one query went, round after round. */
export interface Asked {
  readonly query: BenchQuery;
  /** Milliseconds of complete requests to us. */
  readonly ours: number[];
  /** Of those, what the server says that the search itself took. */
  readonly inside: number[];
  readonly totalCount: number;
  readonly didYouMean: string | null;
  readonly rivals: Map<string, { readonly ms: number[]; readonly hits: number }>;
}

/** Asks us and each rival every query in turn, so that whatever else the machine does strikes all of them. */
export async function askInTurn(
  server: ServerAddress,
  queries: readonly BenchQuery[],
  rivals: readonly Rival[],
  rounds: number,
): Promise<Asked[]> {
  const client = new Client(server, 1);
  const asked: Asked[] = [];
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const [at, query] of queries.entries()) {
        const timed = await client.search(query.query);
        const answer = answerOf(timed);
        if (round === 0) {
          const { totalCount, didYouMean } = answer;
          asked.push({ query, ours: [], inside: [], totalCount, didYouMean, rivals: new Map() });
        } else {
          asked[at]?.ours.push(timed.ms);
          asked[at]?.inside.push(answer.tookMs);
        }
        for (const rival of rivals.filter((one) => isAsked(one, round, at))) {
          await note(rival, query, round, asked[at]);
        }
      }
    }
  } finally {
    client.close();
  }
  return asked;
}

function isAsked({ isSlow }: Rival, round: number, at: number): boolean {
  return !isSlow || (round === 1 && at % FEW === 0);
}

async function note(
  rival: Rival,
  query: BenchQuery,
  round: number,
  asked: Asked | undefined,
): Promise<void> {
  const answer = await rival.ask(query);
  if (answer === undefined || round === 0 || asked === undefined) return;
  const known = asked.rivals.get(rival.name);
  if (known) known.ms.push(answer.ms);
  else asked.rivals.set(rival.name, { ms: [answer.ms], hits: answer.hits });
}
