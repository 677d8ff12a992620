import { isCjk } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import type { Synonyms } from '../../../core/text/synonyms.js';
import { isStopWord, queryWords, type QueryWord } from '../finding/query-words.js';
import { runParts } from '../finding/run-parts.js';
import type { MatchedTerm, ParsedQuery } from '../search-index.js';
import { synonymWord } from './settings.js';
import { searchedTokens, token } from './stored-document.js';

/** Something that can be looked for by itself. */
export interface Unit {
  /** As Meilisearch is asked for it. */
  readonly q: string;
  /** Its last word may go on, so that nothing may follow. */
  readonly open?: boolean;
  readonly terms: readonly MatchedTerm[];
}

/** The question for one thing alone. The space tells that the last word does not go on. */
export function questionOf({ q, open }: Pick<Unit, 'q' | 'open'>): string {
  return open === true ? q : `${q} `;
}

/** One thing that a query asks for. */
export interface Concept extends Unit {
  /** Even a search that is content with some of the words requires it: a quoted phrase. */
  readonly required: boolean;
  /** What to look for where too little holds everything. */
  readonly loose: readonly Unit[];
  /** The words that begin like it, where it is still being typed. */
  readonly beginning: Beginning | undefined;
  /** The word as typed, if it may be misspelt. */
  readonly spelt: QueryWord | undefined;
}

/** Words that go on: asked for last, as Meilisearch lets only the last word of a query go on. */
export interface Beginning extends Unit {
  readonly open: true;
  /** What the concept itself matches, which is asked for apart. */
  readonly without: string;
}

export interface QueryPlan {
  readonly concepts: readonly Concept[];
  /** What must not occur. */
  readonly negated: string;
}

/** Shorter beginnings match half of the index. */
const SHORTEST_PREFIX = 3;
const CORRECTABLE = /^\p{L}{4,32}$/u;

/** What a query asks for; with `corrections` misspelt words are taken for others. */
export function planQuery(
  query: ParsedQuery,
  synonyms: Synonyms,
  corrections: ReadonlyMap<QueryWord['start'], string> = new Map(),
): QueryPlan {
  const words = queryWords(query.units);
  const told = words.filter((word) => !isFiller(word));
  // A query of nothing but filler is about just that: "to be or not to be".
  const concepts = conceptsOf(words, synonyms, corrections, told.length > 0);
  const negated = query.units.filter((unit) => unit.negated).map(({ text }) => minus(text));
  return { concepts, negated: negated.filter((each) => each !== '').join(' ') };
}

function conceptsOf(
  words: readonly QueryWord[],
  synonyms: Synonyms,
  corrections: ReadonlyMap<number, string>,
  skipsFiller: boolean,
): Concept[] {
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const span = spanAt(words, at, synonyms);
    const word = words[at];
    at += span?.length ?? 1;
    // Only here is filler left out, since it can be part of a term: out of memory.
    if (word === undefined || (span === undefined && skipsFiller && isFiller(word))) continue;
    const concept =
      span !== undefined
        ? groupConcept(span, synonyms)
        : word.kind === 'phrase'
          ? phraseConcept(word)
          : word.kind === 'run'
            ? runConcept(word, synonyms)
            : latinConcept(word, corrections.get(word.start));
    if (concept !== undefined) concepts.push(concept);
  }
  return [...new Map(concepts.map((concept) => [concept.q, concept])).values()];
}

/** The longest row of words from this place on that the glossary knows. */
function spanAt(
  words: readonly QueryWord[],
  at: number,
  synonyms: Synonyms,
): readonly QueryWord[] | undefined {
  for (let length = synonyms.longestWords; length >= 1; length -= 1) {
    const span = words.slice(at, at + length);
    const isLatin = span.every(({ kind }) => kind === 'word' || kind === 'name');
    if (span.length < length || !isLatin || span.every(isFiller)) continue;
    if (synonyms.of(keyOfSpan(span)) !== undefined) return span;
  }
  return undefined;
}

function keyOfSpan(span: readonly QueryWord[]): string {
  return span.flatMap(({ words }) => words.map(stem)).join(' ');
}

/** Words of the glossary: Meilisearch takes them for all that mean the same. */
function groupConcept(span: readonly QueryWord[], synonyms: Synonyms): Concept {
  const text = span.map((word) => word.text).join(' ');
  const variants = synonyms.of(keyOfSpan(span)) ?? [];
  const terms = [text, ...variants].map(term);
  const q = synonymWord(text);
  const [single] = span.length === 1 ? span : [];
  const words = single ? [] : span.filter((word) => !isFiller(word));
  const beginning = single && beginningOf(single, [text, ...variants].map(minus).join(' '));
  return {
    q,
    terms: [...terms, ...(beginning?.terms ?? [])],
    required: false,
    loose: [{ q, terms }, ...words.flatMap((word) => unitOf(word.text))],
    beginning,
    spelt: undefined,
  };
}

function latinConcept(word: QueryWord, correction: string | undefined): Concept | undefined {
  const meant = correction ?? word.text;
  const [unit] = unitOf(meant);
  if (unit === undefined) return undefined;
  const beginning = correction === undefined ? beginningOf(word, minus(meant)) : undefined;
  const terms = [
    ...(beginning?.terms ?? [term(word.text)]),
    ...(correction === undefined ? [] : [term(correction)]),
    ...(word.camelParts.length > 0 ? [term(word.camelParts.join(' '))] : []),
  ];
  const parts = word.kind === 'name' ? word.words : word.camelParts;
  return {
    q: unit.q,
    terms,
    required: false,
    loose: [
      { q: unit.q, terms },
      ...(beginning ? [beginning] : []),
      ...parts.filter((part) => !isStopWord(part)).flatMap((part) => unitOf(part)),
    ],
    beginning,
    spelt:
      word.kind === 'word' && correction === undefined && CORRECTABLE.test(word.text)
        ? word
        : undefined,
  };
}

function beginningOf(word: QueryWord, without: string): Beginning | undefined {
  const last = word.words.at(-1);
  if (last === undefined || !isPrefix(word) || isCjk(last)) return undefined;
  const before = word.words.slice(0, -1).map(token);
  const q = before.length === 0 ? last : `"${before.join(' ')}" ${last}`;
  return { q, open: true, terms: [prefixTerm(word)], without };
}

/** A run as it stands, or its parts where the glossary knows other words for some of them. */
function runConcept(word: QueryWord, synonyms: Synonyms): Concept | undefined {
  // A single character between known words is grammar: 的, 了.
  const parts = runParts(word.text, synonyms);
  const telling = parts.filter(({ text }) => text.length > 1);
  const units = (telling.length > 0 ? telling : parts).flatMap(({ text, variants }): Unit[] =>
    variants.length === 0
      ? unitOf(text)
      : [{ q: synonymWord(text), terms: [text, ...variants].map(term) }],
  );
  if (units.length === 0) return undefined;
  const known = units.filter((_, at) => (telling[at]?.variants.length ?? 0) > 0);
  return {
    q: units.map(({ q }) => q).join(' '),
    terms: [term(word.text), ...units.flatMap((unit) => unit.terms)],
    required: false,
    loose: [...known, ...pairs(word.text).flatMap((pair) => unitOf(pair))],
    beginning: undefined,
    spelt: undefined,
  };
}

function phraseConcept(word: QueryWord): Concept | undefined {
  const [unit] = unitOf(word.text);
  return unit && { ...unit, required: true, loose: [], beginning: undefined, spelt: undefined };
}

/** The text, wherever it stands within a longer one; nothing if it holds no letter or digit. */
function unitOf(text: string): Unit[] {
  const q = phraseOf(text);
  return q === '' ? [] : [{ q, terms: [term(text)] }];
}

/** One word as it is, so that Meilisearch may join it with its neighbour; more of them as a phrase. */
function phraseOf(text: string): string {
  const tokens = searchedTokens(text);
  const [first = ''] = tokens;
  return tokens.length < 2 ? first : `"${tokens.join(' ')}"`;
}

function minus(text: string): string {
  const q = phraseOf(text);
  return q === '' ? '' : `-${q}`;
}

/** Whether a word is everywhere and says nothing by itself. */
function isFiller(word: QueryWord): boolean {
  return word.kind === 'word' && isStopWord(word.text);
}

function isPrefix(word: QueryWord): boolean {
  return word.prefix && (word.words.at(-1) ?? '').length >= SHORTEST_PREFIX;
}

function term(text: string): MatchedTerm {
  return { text, prefix: false };
}

function prefixTerm(word: QueryWord): MatchedTerm {
  return { text: word.text, prefix: true };
}

function pairs(run: string): string[] {
  const chars = [...run];
  if (chars.length === 1) return chars;
  return chars.slice(0, -1).map((char, at) => char + (chars[at + 1] ?? ''));
}
