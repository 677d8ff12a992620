import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';

/** A text that a document must hold, wherever it stands within a longer one. */
export interface Phrase {
  readonly kind: 'phrase';
  /** Folded, not stemmed; one at least. They stand one after another. */
  readonly tokens: readonly string[];
  /** The last token may go on. */
  readonly prefix: boolean;
}

/** What a full-text index is asked for. Each engine writes it in its own language. */
export type Match =
  Phrase | { readonly kind: 'every' | 'some'; readonly parts: readonly [Match, Match, ...Match[]] };

/** The text; with `prefix` its last word may go on. Undefined if it holds no letter or digit. */
export function phrase(text: string, prefix = false): Phrase | undefined {
  const { tokens, open } = tokenSequence(fold(text));
  return tokens.length === 0 ? undefined : { kind: 'phrase', tokens, prefix: prefix || open };
}

/** Matches what matches every one of them; undefined if there are none. */
export function every(parts: readonly (Match | undefined)[]): Match | undefined {
  return join('every', parts);
}

/** Matches what matches one of them at least; undefined if there are none. */
export function some(parts: readonly (Match | undefined)[]): Match | undefined {
  return join('some', parts);
}

/** The texts that it is made of, each once. */
export function phrasesOf(match: Match): Phrase[] {
  const all = match.kind === 'phrase' ? [match] : match.parts.flatMap(phrasesOf);
  return distinct(all);
}

/** The same for two that ask for the same in the same order: the words of an index are stems. */
export function keyOf(match: Match): string {
  if (match.kind === 'phrase') {
    return `"${match.tokens.map(stem).join(' ')}"${match.prefix ? '*' : ''}`;
  }
  return `(${match.parts.map(keyOf).join(match.kind === 'every' ? ' & ' : ' | ')})`;
}

function join(kind: 'every' | 'some', parts: readonly (Match | undefined)[]): Match | undefined {
  const [first, second, ...others] = distinct(parts.filter((part) => part !== undefined));
  if (first === undefined || second === undefined) return first;
  return { kind, parts: [first, second, ...others] };
}

function distinct<Kind extends Match>(matches: readonly Kind[]): Kind[] {
  return [...new Map(matches.map((match) => [keyOf(match), match])).values()];
}
