import { isCjk } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import type { Synonyms } from '../../../core/text/synonyms.js';
import type { MatchedTerm, ParsedQuery } from '../search-index.js';
import { every, keyOf, phrase, some, type Match } from './match.js';
import { isStopWord, queryWords, type QueryWord } from './query-words.js';
import { runParts } from './run-parts.js';
import type { Awaitable, Vocabulary } from './text-index.js';
import { isKeptWord } from './vocabulary.js';

/** What a query becomes: in full, and piece by piece in case too little matches in full. */
export interface QueryPlan {
  /** Every word. Undefined if the query holds no words. */
  readonly strict: Match | undefined;
  /** The same without translations into the other script; undefined where that is no difference. */
  readonly untranslated: Match | undefined;
  readonly terms: readonly MatchedTerm[];
  /** What even a relaxed search requires: the quoted phrases. */
  readonly required: readonly Match[];
  /** Each of the other things, to be searched for one by one. */
  readonly loose: readonly LooseUnit[];
  /** How many things the query asks for. */
  readonly concepts: number;
  readonly didYouMean: string | undefined;
}

export interface LooseUnit {
  readonly match: Match;
  readonly terms: readonly MatchedTerm[];
}

/** Shorter beginnings of words match half of the index. */
const SHORTEST_PREFIX = 3;
/** So many of the words that an unfinished one begins are looked for. */
const ENDINGS = 12;
/** What a correction is looked for: shorter words have too many neighbours, digits are no spelling. */
const CORRECTABLE = /^\p{L}{4,32}$/u;

interface Concept {
  readonly strict: Match;
  readonly untranslated: Match | undefined;
  readonly required: boolean;
  readonly loose: readonly LooseUnit[];
  readonly terms: readonly MatchedTerm[];
}

interface Correction {
  readonly word: QueryWord;
  readonly text: string;
}

/** Turns parsed queries into what the text index is asked. */
export class QueryPlanner {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly synonyms: Synonyms,
    /** Whether the viewer may see any document that matches. */
    private readonly isVisible: (match: Match) => Awaitable<boolean>,
  ) {}

  async plan(query: ParsedQuery): Promise<QueryPlan> {
    const words = queryWords(query.units);
    const found = await this.concepts(words, isFiller);
    // A query of nothing but filler is about just that: "to be or not to be".
    const { concepts, corrections } =
      found.concepts.length > 0 ? found : await this.concepts(words);
    const strict = every(concepts.map((concept) => concept.strict));
    const untranslated = every(concepts.map((concept) => concept.untranslated));
    return {
      strict,
      untranslated: isSame(strict, untranslated) ? undefined : untranslated,
      terms: distinctTerms(concepts.flatMap((concept) => concept.terms)),
      required: concepts.filter((concept) => concept.required).map((concept) => concept.strict),
      loose: concepts.flatMap((concept) => concept.loose),
      concepts: concepts.length,
      didYouMean: corrected(query.text, corrections),
    };
  }

  private async concepts(words: readonly QueryWord[], skipped = (_: QueryWord) => false) {
    const concepts: Concept[] = [];
    const corrections: Correction[] = [];
    for (let at = 0; at < words.length;) {
      const word = words[at];
      const span = await this.spanAt(words, at);
      at += span?.words.length ?? 1;
      // Only here are words left out, since they can be part of a term: out of memory.
      if (word === undefined || (span === undefined && skipped(word))) continue;
      const concept =
        span === undefined
          ? await this.wordConcept(word, corrections)
          : await this.latinConcept(span.words, span.variants, corrections);
      if (concept !== undefined) concepts.push(concept);
    }
    return { concepts, corrections };
  }

  private async wordConcept(
    word: QueryWord,
    corrections: Correction[],
  ): Promise<Concept | undefined> {
    if (word.kind === 'phrase') return phraseConcept(word);
    if (word.kind === 'run') return this.runConcept(word);
    return this.latinConcept([word], [], corrections);
  }

  /** The longest row of words from this place on that can be said in another way. */
  private async spanAt(words: readonly QueryWord[], at: number) {
    for (let length = this.synonyms.longestWords; length >= 1; length -= 1) {
      const span = words.slice(at, at + length);
      const isLatin = span.every((word) => word.kind === 'word' || word.kind === 'name');
      if (span.length < length || !isLatin || span.every(isFiller)) continue;
      const variants = await this.variants(span.flatMap((word) => word.words));
      if (variants.length > 0) return { words: span, variants };
    }
    return undefined;
  }

  /** Other ways to say these words: synonyms, or all in one word (`auto vacuum`, `autovacuum`). */
  private async variants(latin: readonly string[]): Promise<readonly string[]> {
    const synonyms = this.synonyms.of(latin.map(stem).join(' '));
    if (synonyms !== undefined) return synonyms;
    const joined = latin.join('');
    return latin.length === 2 && (await this.vocabulary.has(joined)) ? [joined] : [];
  }

  private async latinConcept(
    span: readonly QueryWord[],
    variants: readonly string[],
    corrections: Correction[],
  ): Promise<Concept | undefined> {
    const units = span.some(isFiller)
      ? [textUnit([span.map((word) => word.text).join(' ')])]
      : await Promise.all(span.map((word) => this.latinUnit(word, corrections)));
    const other = textUnit(variants);
    const strict = some([every(units.map((unit) => unit?.match)), other?.match]);
    if (strict === undefined) return undefined;
    const terms = [...units, other].flatMap((unit) => unit?.terms ?? []);
    const near = textUnit(variants.filter((variant) => !isCjk(variant)));
    const separate = span.flatMap((word) =>
      word.kind === 'name' || units.length < span.length ? word.words : [],
    );
    const loose =
      units.length === 1 && separate.length === 0
        ? [anyOf([...units, near])]
        : [
            ...units,
            near,
            ...separate.filter((word) => !isStopWord(word)).map((word) => textUnit([word])),
          ];
    return {
      strict,
      untranslated: some([every(units.map((unit) => unit?.match)), near?.match]),
      required: false,
      terms,
      loose: loose.filter((unit) => unit !== undefined),
    };
  }

  /** A word or name in all the forms in which it may stand in a text. */
  private async latinUnit(
    word: QueryWord,
    corrections: Correction[],
  ): Promise<LooseUnit | undefined> {
    const spelled = some([...(await this.endings(word)), phrase(word.camelParts.join(' '))]);
    if (spelled === undefined) return undefined;
    const terms = [
      { text: word.text, prefix: isPrefix(word) },
      ...(word.camelParts.length > 0 ? [{ text: word.camelParts.join(' '), prefix: false }] : []),
    ];
    if (word.kind !== 'word' || !CORRECTABLE.test(word.text) || (await this.isVisible(spelled))) {
      return { match: spelled, terms };
    }
    const longer = await this.visibleOnes(await this.vocabulary.completions(word.text));
    if (longer.length > 0) {
      const match = some([spelled, ...longer.map((one) => phrase(one))]) ?? spelled;
      return { match, terms: [...terms, ...longer.map(term)] };
    }
    const meant = await this.meant(word.text);
    if (meant === undefined) return { match: spelled, terms };
    corrections.push({ word, text: meant });
    return { match: some([spelled, phrase(meant)]) ?? spelled, terms: [...terms, term(meant)] };
  }

  /**
   * The stemmer hides what an unfinished word begins: `replicat` is no beginning of `replic`. And the
   * words that it begins are found much faster one by one.
   */
  private async endings(word: QueryWord): Promise<(Match | undefined)[]> {
    const whole = phrase(word.text);
    if (!isPrefix(word)) return [whole];
    const beginning = phrase(word.text, true);
    if (!isKeptWord(word.text) || beginning === undefined) return [whole, beginning];
    const completions = await this.vocabulary.completions(word.text);
    const forms = new Map([word.text, ...completions].map((form) => [stem(form), form]));
    return [
      ...[...forms.values()].slice(0, ENDINGS),
      ...(await this.vocabulary.closedCompletions(word.text)),
    ].map((form) => phrase(form));
  }

  /** What an unknown word was meant to be, if the viewer may see a document that holds it. */
  private async meant(text: string): Promise<string | undefined> {
    const halves = (await this.vocabulary.halves(text))?.join(' ');
    const candidates = [
      ...(await this.vocabulary.corrections(text)),
      ...(halves === undefined ? [] : [halves]),
    ];
    for (const candidate of candidates) {
      if (await this.isVisibleWord(candidate)) return candidate;
    }
    return undefined;
  }

  private async visibleOnes(words: readonly string[]): Promise<string[]> {
    const seen = await Promise.all(words.map((word) => this.isVisibleWord(word)));
    return words.filter((_, at) => seen[at]);
  }

  private async isVisibleWord(text: string): Promise<boolean> {
    const match = phrase(text);
    return match !== undefined && (await this.isVisible(match));
  }

  /** A run as it stands, or its parts where the glossary knows other words for some of them. */
  private runConcept(word: QueryWord): Concept | undefined {
    const parts = runParts(word.text, this.synonyms);
    // A single character between known words is grammar: 的, 了.
    const telling = parts.filter((part) => part.text.length > 1);
    const units = telling.map(({ text, variants }) => textUnit([text, ...variants]));
    const strict = some([phrase(word.text), every(units.map((unit) => unit?.match))]);
    if (strict === undefined) return undefined;
    const chinese = telling.map(({ text, variants }) =>
      textUnit([text, ...variants.filter(isCjk)]),
    );
    const variants = parts.map((part) => textUnit(part.variants.filter(isCjk)));
    const pairs = bigrams(word.text).map((pair) => textUnit([pair]));
    return {
      strict,
      untranslated: some([phrase(word.text), every(chinese.map((unit) => unit?.match))]),
      required: false,
      terms: [term(word.text), ...units.flatMap((unit) => unit?.terms ?? [])],
      loose: [...variants, ...pairs].filter((unit) => unit !== undefined),
    };
  }
}

function isSame(one: Match | undefined, other: Match | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}

function phraseConcept(word: QueryWord): Concept | undefined {
  const strict = phrase(word.text);
  return (
    strict && { strict, untranslated: strict, required: true, loose: [], terms: [term(word.text)] }
  );
}

/** Whether a word is everywhere and says nothing by itself. */
function isFiller(word: QueryWord): boolean {
  return word.kind === 'word' && isStopWord(word.text);
}

function isPrefix(word: QueryWord): boolean {
  return word.prefix && word.text.length >= SHORTEST_PREFIX;
}

function term(text: string): MatchedTerm {
  return { text, prefix: false };
}

/** Matches any of these texts; undefined if there are none. */
function textUnit(texts: readonly string[]): LooseUnit | undefined {
  const match = some(texts.map((text) => phrase(text)));
  return match && { match, terms: texts.map(term) };
}

/** Matches what any of the units matches. */
function anyOf(units: readonly (LooseUnit | undefined)[]): LooseUnit | undefined {
  const match = some(units.map((unit) => unit?.match));
  return match && { match, terms: units.flatMap((unit) => unit?.terms ?? []) };
}

function bigrams(run: string): string[] {
  const chars = [...run];
  if (chars.length === 1) return chars;
  return chars.slice(0, -1).map((char, at) => char + (chars[at + 1] ?? ''));
}

function distinctTerms(terms: readonly MatchedTerm[]): MatchedTerm[] {
  return [...new Map(terms.map((one) => [`${one.prefix} ${one.text}`, one])).values()];
}

/** The query as typed, with the corrected words in their places. */
function corrected(query: string, corrections: readonly Correction[]): string | undefined {
  if (corrections.length === 0) return undefined;
  let text = '';
  let done = 0;
  for (const { word, text: meant } of corrections) {
    text += query.slice(done, word.start) + meant;
    done = word.end;
  }
  return text + query.slice(done);
}
