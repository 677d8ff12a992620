import { parseQuery } from '../../src/features/search/query-language.js';
import { isStopWord, queryWords } from '../../src/infra/search/finding/query-words.js';
import { fold } from '../../src/core/text/fold.js';
import { tokenSequence } from '../../src/core/text/segment.js';

/** Tokens that have to follow one another; one alone is a word. */
export interface AskedText {
  readonly text: string;
  readonly tokens: readonly string[];
  /** The last token may go on. */
  readonly prefix: boolean;
}

/**
 * The words of a query as any engine can be asked for them: cut as our index cuts them, without
 * fields, without what is left out, and without stop words, as they are left out of ours.
 * @param typing the last word is unfinished
 */
export function askedTexts(query: string, typing: boolean): AskedText[] {
  const words = queryWords(parseQuery(query).units);
  const telling = words.filter(({ kind, text }) => kind !== 'word' || !isStopWord(text));
  const asked = telling.length > 0 ? telling : words;
  return asked.flatMap(({ text, prefix }) => {
    const { tokens, open } = tokenSequence(fold(text));
    if (tokens.length === 0) return [];
    return [{ text, tokens, prefix: open || (typing && prefix) }];
  });
}
