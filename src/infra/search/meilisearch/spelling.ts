import { editDistance } from '../../../core/text/edit-distance.js';
import type { QueryWord } from '../finding/query-words.js';
import type { Found, Questions } from './questions.js';
import { SPELLING } from './stored-document.js';

/** More words of one query are not looked up. */
const MOST_CORRECTED = 6;
/** Documents in which Meilisearch may find the word that was meant. */
const LOOKED_AT = 20;
/** From this length on two mistakes are forgiven, below it one. */
const LONG_WORD = 8;

/** What unknown words were meant to be, by where they begin: words of documents that the viewer may see. */
export async function corrections(
  words: readonly QueryWord[],
  questions: Questions,
): Promise<Map<number, string>> {
  const looked = words.slice(0, MOST_CORRECTED);
  const found = await questions.ask(
    looked.map(({ text }) => ({
      // The space tells that the word does not go on.
      ...{ q: `${text} `, in: 'spelling' as const, page: { number: 1, size: LOOKED_AT } },
    })),
  );
  const meant = looked.flatMap(({ start, text }, at): [number, string][] => {
    const [best] = ranked(text, wordsFound(found[at]));
    return best === undefined ? [] : [[start, best]];
  });
  return new Map(meant);
}

/** The query as typed, with the corrected words in their places. */
export function corrected(
  query: string,
  words: readonly QueryWord[],
  meant: ReadonlyMap<number, string>,
): string | undefined {
  if (meant.size === 0) return undefined;
  let text = '';
  let done = 0;
  for (const { start, end } of [...words].sort((a, b) => a.start - b.start)) {
    const correction = meant.get(start);
    if (correction === undefined) continue;
    text += query.slice(done, start) + correction;
    done = end;
  }
  return text + query.slice(done);
}

/** Every word that Meilisearch took for the one asked for, and in how many documents. */
function wordsFound(found: Found | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const hit of found?.hits ?? []) {
    // It counts in bytes.
    const text = Buffer.from(hit[SPELLING] ?? '', 'utf8');
    const places = hit._matchesPosition?.[SPELLING] ?? [];
    const words = places.map(({ start, length }) => text.toString('utf8', start, start + length));
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function ranked(word: string, candidates: ReadonlyMap<string, number>): string[] {
  const most = word.length < LONG_WORD ? 1 : 2;
  const costs = new Map<string, number>();
  for (const [candidate, documents] of candidates) {
    const distance = editDistance(word, candidate);
    if (distance === 0 || distance > most) continue;
    const sameStart = candidate.startsWith(word.charAt(0)) ? 3 : 0;
    costs.set(candidate, 10 * distance - Math.log(1 + documents) - sameStart);
  }
  return [...costs].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
}
