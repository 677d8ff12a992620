import type { Match } from '../finding/match.js';

/**
 * For FTS5's MATCH. Words of a user go inside quotation marks, so that nothing they type is read as
 * syntax.
 */
export function fts5Expression(match: Match): string {
  if (match.kind === 'phrase') {
    const quoted = `"${match.tokens.join(' ').replaceAll(/["\0]/gu, ' ')}"`;
    return match.prefix ? `${quoted} *` : quoted;
  }
  const operator = match.kind === 'every' ? ' AND ' : ' OR ';
  return `(${match.parts.map(fts5Expression).join(operator)})`;
}
