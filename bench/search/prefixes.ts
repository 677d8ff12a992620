import { PRODUCTS } from '../corpus/names.js';
import { ADJECTIVES, ADVERBS, NOUNS, VERBS } from '../corpus/words-en.js';
import type { Figure } from '../figures.js';
import type { ServerAddress } from '../server.js';
import { figure, share } from './figures.js';
import { answerOf, Client } from './request.js';
import type { SearchTargets } from './targets.js';

const SHORTEST = 3;
/** So many cases hold the word, or those that do may all be ones that the member may not read. */
const LEAST_HOLDERS = 5;

interface Vocabulary {
  /** How many cases hold a text. */
  readonly holders: (text: string) => number;
  /** Beginnings that are tried. */
  readonly most: number;
}

/** How often the beginning of a word, as it is while somebody types, finds nothing although the word would. */
export async function prefixFigures(
  server: ServerAddress,
  { holders, most }: Vocabulary,
  targets: SearchTargets,
): Promise<Figure[]> {
  const words = [...new Set([...NOUNS, ...VERBS, ...ADJECTIVES, ...ADVERBS, ...PRODUCTS])].filter(
    (word) => /^[a-z]+$/iu.test(word) && holders(word) >= LEAST_HOLDERS,
  );
  const beginnings = [
    ...new Set(
      words.flatMap((word) =>
        Array.from({ length: Math.max(0, word.length - SHORTEST) }, (_, at) =>
          word.slice(0, SHORTEST + at).toLowerCase(),
        ),
      ),
    ),
  ];
  const step = Math.max(1, Math.floor(beginnings.length / most));
  const tried = beginnings.filter((_, at) => at % step === 0);
  const client = new Client(server, 1);
  const empty: string[] = [];
  try {
    for (const beginning of tried) {
      if (answerOf(await client.search(beginning)).totalCount === 0) empty.push(beginning);
    }
  } finally {
    client.close();
  }
  if (empty.length > 0)
    process.stderr.write(`  beginnings that find nothing: ${empty.join(' ')}\n`);
  return [
    figure(
      `beginnings of words, 3 letters and more, that find nothing (of ${tried.length})`,
      share(tried, (beginning) => empty.includes(beginning)),
      '%',
      targets.emptyPrefixes,
    ),
  ];
}
