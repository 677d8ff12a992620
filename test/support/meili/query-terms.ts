/** How Meilisearch reads a query: words, "phrases", -words, and a last word that may go on. */
export interface QueryTerms {
  readonly terms: readonly Term[];
  readonly negated: readonly (readonly string[])[];
}

export interface Term {
  /** One for a word, more for a phrase. */
  readonly words: readonly string[];
  readonly quoted: boolean;
  readonly prefix: boolean;
}

/** Meilisearch reads so many words and phrases of a query and no more. */
const MOST_TERMS = 10;

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

export function readQuery(query: string): QueryTerms {
  const terms: Term[] = [];
  const negated: string[][] = [];
  const part = /(?<minus>(?<=^|\s)-)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[\p{L}\p{N}\p{M}]+))/gu;
  for (const match of query.matchAll(part)) {
    if (terms.length >= MOST_TERMS) break;
    const { minus, phrase, word } = match.groups ?? {};
    const words = wordsOf(phrase ?? word ?? '');
    if (words.length === 0) continue;
    const isLast = match.index + match[0].length === query.length;
    if (minus !== undefined) negated.push(words);
    else {
      const quoted = phrase !== undefined;
      terms.push({ words, quoted, prefix: !quoted && isLast });
    }
  }
  return { terms, negated };
}
