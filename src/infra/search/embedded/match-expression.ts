import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';

/**
 * An expression for FTS5's MATCH. Made only here: words of a user go inside quotation marks, so
 * that nothing they type is read as syntax.
 */
export type MatchExpression = string & { readonly brand: 'MatchExpression' };

/**
 * The text, wherever it stands within a longer one; with `prefix` its last word may go on.
 * Undefined if it holds no letter or digit.
 */
export function phrase(text: string, prefix = false): MatchExpression | undefined {
  const { tokens, open } = tokenSequence(fold(text));
  if (tokens.length === 0) return undefined;
  const quoted = `"${tokens.join(' ').replaceAll(/["\0]/gu, ' ')}"`;
  return (prefix || open ? `${quoted} *` : quoted) as MatchExpression;
}

/** Matches what matches every one of them; undefined if there are none. */
export function every(parts: readonly (MatchExpression | undefined)[]) {
  return join(parts, ' AND ');
}

/** Matches what matches one of them at least; undefined if there are none. */
export function some(parts: readonly (MatchExpression | undefined)[]) {
  return join(parts, ' OR ');
}

/** One text of an expression. */
export interface Phrase {
  readonly match: MatchExpression;
  /** Folded, not stemmed. */
  readonly tokens: readonly string[];
  /** The last token may go on. */
  readonly prefix: boolean;
}

/** The texts that an expression is made of, each once. */
export function phrasesOf(match: MatchExpression): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const [whole, words = '', star] of match.matchAll(/"([^"]*)"( \*)?/gu)) {
    const tokens = words.split(' ').filter((token) => token !== '');
    found.set(whole, { match: whole as MatchExpression, tokens, prefix: star !== undefined });
  }
  return [...found.values()];
}

function join(
  parts: readonly (MatchExpression | undefined)[],
  operator: string,
): MatchExpression | undefined {
  const distinct = [...new Set(parts.filter((part) => part !== undefined))];
  if (distinct.length <= 1) return distinct[0];
  return `(${distinct.join(operator)})` as MatchExpression;
}
