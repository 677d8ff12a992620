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

function join(
  parts: readonly (MatchExpression | undefined)[],
  operator: string,
): MatchExpression | undefined {
  const distinct = [...new Set(parts.filter((part) => part !== undefined))];
  if (distinct.length <= 1) return distinct[0];
  return `(${distinct.join(operator)})` as MatchExpression;
}
