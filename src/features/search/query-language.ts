import type {
  FieldFilter,
  FilterField,
  ParsedQuery,
  QueryUnit,
  SearchFilter,
} from '../../infra/search/search-index.js';
import { fieldValues, periodStart, queryField, type QueryField } from './query-fields.js';

/** A stretch of a query and how it was understood, for a screen that shows it as a chip. */
export interface QueryToken {
  readonly kind: 'word' | 'phrase' | 'filter';
  /** Offset in the query in UTF-16 code units, the sign before it included. */
  readonly start: number;
  /** Offset of the first code unit after it. */
  readonly end: number;
  readonly negated: boolean;
  /** Of a filter: the field it is about. */
  readonly field?: QueryField;
  /** Without signs and quotation marks; of a filter the value as typed. */
  readonly value: string;
}

/** A query as it was understood, with what stands where. */
export interface UnderstoodQuery extends ParsedQuery {
  readonly tokens: readonly QueryToken[];
}

/** Longer queries are cut: a whole log was pasted. In UTF-16 code units. */
const LONGEST_QUERY = 10_000;

/**
 * Reads what was typed into the search box: words in any order, "exact phrase", -without,
 * field:value, a word cut short at the end or by a star. Full-width signs count as their half-width
 * ones. Never fails: what it cannot read as a field or sign is a word.
 */
export function parseQuery(typed: string): UnderstoodQuery {
  const text = typed.slice(0, LONGEST_QUERY).replaceAll('\0', ' ');
  const tokens: QueryToken[] = [];
  const units: QueryUnit[] = [];
  for (const { start, end } of chunks(text)) {
    const token = readFilter(text, start, end) ?? readText(text, start, end);
    tokens.push(token);
    if (token.kind !== 'filter') units.push(unitOf(text, token));
  }
  return { text, units, tokens, ...filters(tokens) };
}

const QUOTES = '"“”„〝〞＂「」『』';
const HYPHENS = '-－−';
const COLONS = ':：';

/** Stretches without a space outside of quotation marks; quotation marks open at the start of a word or value. */
function chunks(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    if (isAny(HYPHENS, text, at)) at += 1;
    while (at < text.length && !isSpace(text, at)) {
      const opens = at === start + signLength(text, start) || isAny(COLONS, text, at - 1);
      const close = opens && isAny(QUOTES, text, at) ? closingQuote(text, at) : -1;
      if (close < 0) {
        at += 1;
        continue;
      }
      at = close + 1;
      // "two phrases""in a row" are two.
      break;
    }
    found.push({ start, end: at });
  }
  return found;
}

function signLength(text: string, start: number): number {
  return isAny(HYPHENS, text, start) ? 1 : 0;
}

function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) if (isAny(QUOTES, text, at)) return at;
  return -1;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

function isAny(signs: string, text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== '' && signs.includes(char);
}

function readFilter(text: string, start: number, end: number): QueryToken | undefined {
  const sign = signLength(text, start);
  const chunk = text.slice(start + sign, end);
  const [, name = '', rest = ''] = /^([^:：]{1,20})[:：](.+)$/su.exec(chunk) ?? [];
  const field = queryField(name);
  const value = unquote(rest) ?? rest;
  if (field === undefined || !isValue(field, value)) return undefined;
  return { kind: 'filter', start, end, negated: sign > 0, field, value };
}

function isValue(field: QueryField, value: string): boolean {
  const known =
    field === 'after' || field === 'before' ? periodStart(value) : fieldValues(field, value);
  return known !== undefined;
}

function readText(text: string, start: number, end: number): QueryToken {
  const sign = signLength(text, start);
  const quoted = unquote(text.slice(start + sign, end));
  if (quoted !== undefined) {
    return { kind: 'phrase', start, end, negated: sign > 0, value: quoted };
  }
  const rest = text.slice(start + sign, end);
  // `--force`, `-1` and a lone hyphen are words of error messages, not exclusions.
  const negated = sign > 0 && /^\p{L}/u.test(rest);
  return { kind: 'word', start, end, negated, value: negated ? rest : text.slice(start, end) };
}

/** What stands inside of quotation marks, or undefined if there are none around it. */
function unquote(text: string): string | undefined {
  const isQuoted =
    text.length >= 2 && isAny(QUOTES, text, 0) && isAny(QUOTES, text, text.length - 1);
  return isQuoted ? text.slice(1, -1) : undefined;
}

function unitOf(text: string, token: QueryToken): QueryUnit {
  const { kind, value, negated, end } = token;
  const isWord = kind === 'word';
  // The query ends inside this word: it may still be being typed.
  const prefix = isWord && !negated && (end === text.length || value.endsWith('*'));
  const start = isWord ? end - value.length : end - value.length - 1;
  return { kind: isWord ? 'word' : 'phrase', text: value, start, negated, prefix };
}

function filters(tokens: readonly QueryToken[]): { filter: SearchFilter; exclude: FieldFilter } {
  const filter: Partial<Record<FilterField, string[]>> = {};
  const exclude: Partial<Record<FilterField, string[]>> = {};
  let occurredAfter = -Infinity;
  let occurredBefore = Infinity;
  for (const { field, value, negated } of tokens) {
    if (field === undefined) continue;
    if (field === 'after' || field === 'before') {
      const instant = periodStart(value) ?? Number.NaN;
      // Not before 2024 is after it began.
      if ((field === 'after') !== negated) occurredAfter = Math.max(occurredAfter, instant);
      else occurredBefore = Math.min(occurredBefore, instant);
      continue;
    }
    const target = negated ? exclude : filter;
    target[field] = [...(target[field] ?? []), ...(fieldValues(field, value) ?? [])];
  }
  const period = {
    ...(occurredAfter > -Infinity ? { occurredAfter } : {}),
    ...(occurredBefore < Infinity ? { occurredBefore } : {}),
  };
  return { filter: { ...filter, ...period }, exclude };
}
