import { every, some, type Match } from '../finding/match.js';

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

/**
 * The same for what everybody may see, where the words that an unfinished one begins are known: to
 * have FTS5 look for all of them takes several times as long.
 */
export function openFts5Expression(match: Match): string {
  return fts5Expression(withoutCovered(match));
}

function withoutCovered(match: Match): Match {
  if (match.kind === 'phrase') return match;
  const parts = match.parts.filter((part) => !('isCovered' in part)).map(withoutCovered);
  return match.kind === 'every' ? (every(parts) ?? match) : (some(parts) ?? match);
}
