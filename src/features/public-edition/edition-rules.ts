import { clip, onOneLine } from '../../core/text/clip.js';
import { LIMITS } from '../../core/limits.js';
import { EDITION_WORDS } from '../../locales/public-edition.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { composedText, wholeText, type EditionChoices, type EditionText } from './edition-text.js';
import { compiledTerms, hitsIn, type CompiledTerm, type Hit } from './hits.js';
import type { HitKind } from './masks.js';
import { casePeople, namesToCheck, type KnownPerson } from './people-terms.js';
import { Redaction, type Replacement } from './redaction.js';

/** A word or a phrase that stays inside, and what stands in its place. */
export interface InternalWord {
  readonly word: string;
  readonly instead: string;
}

/** What everybody's edition is made and checked by. */
export interface EditionRules {
  readonly known: readonly KnownPerson[];
  readonly words: readonly InternalWord[];
  /** Where fupan itself is. */
  readonly ownHost: string;
}

/** A case as it goes out, and the same as it stands inside, part for part. */
export interface MadeEdition {
  readonly inside: EditionText;
  readonly outside: EditionText;
  readonly replacements: readonly Replacement[];
}

/** Something in an edition that looks as if it should have stayed inside. */
export interface EditionFinding {
  readonly kind: HitKind;
  /** As a reader sees it. */
  readonly words: string;
  /** Counted from 1, in the whole text; the title is line 1. */
  readonly line: number;
  /** The heading it stands under; null for the title and what comes before the first. */
  readonly heading: string | null;
  /** Nobody can approve the edition while it is there. */
  readonly isBlocking: boolean;
}

/** Findings that are shown; whoever has more knows what to do. */
const MOST_FINDINGS = 500;

/** Makes the edition of a case by the rules: the same case and rules give the same text. */
export function madeEdition(
  document: CaseDocument,
  eventIds: readonly string[],
  choices: EditionChoices,
  rules: EditionRules,
): MadeEdition {
  const words = EDITION_WORDS[document.language];
  const people = casePeople(document, rules.known);
  const letters = new Map<string, string>();
  const instead = ({ kind, term }: Hit): string => {
    if (kind === 'WORD') return term?.of ?? '';
    if (kind !== 'NAME' && kind !== 'NAME_PART') return words.masks[kind];
    const of = term?.of ?? '';
    const letter = letters.get(of) ?? letterOf(letters.size);
    letters.set(of, letter);
    return words.person(people.roleOf(of), letter);
  };
  const terms = inOrder([...wordTerms(rules.words), ...people.terms]);
  const redaction = new Redaction(terms, rules.ownHost, instead);
  const inside = composedText(document, eventIds, choices);
  const title = clip(onOneLine(redaction.applied(inside.title)), LIMITS.title);
  const text = redaction.applied(inside.text);
  return { inside, outside: { title, text }, replacements: redaction.replacements };
}

/** What of an edition still looks as if it should have stayed inside, in the order of the text. */
export function findingsIn(
  edition: EditionText,
  document: CaseDocument,
  { known, words, ownHost }: EditionRules,
): EditionFinding[] {
  const text = wholeText(edition);
  const terms = inOrder([...wordTerms(words), ...namesToCheck(document, known)]);
  return hitsIn(text, terms, ownHost)
    .slice(0, MOST_FINDINGS)
    .map(({ kind, shown, start }) => {
      const before = text.slice(0, start).split('\n');
      const heading = before.findLast((line, at) => at > 0 && /^#{1,6} /.test(line));
      return {
        kind,
        words: clip(onOneLine(shown), LIMITS.name),
        line: before.length,
        heading: heading?.replace(/^#+ /, '') ?? null,
        isBlocking: kind === 'NAME' || kind === 'WORD',
      };
    });
}

/** Whether what stands instead of words holds one of them itself: then no edition would ever be clean. */
export function wordWithin(words: readonly InternalWord[]): InternalWord | undefined {
  const terms = wordTerms(words);
  return words.find(({ instead }) =>
    hitsIn(instead, terms, '').some(({ kind }) => kind === 'WORD'),
  );
}

const wordTerms = (words: readonly InternalWord[]): CompiledTerm[] =>
  compiledTerms(words.map(({ word, instead }) => ({ kind: 'WORD', text: word, of: instead })));

const inOrder = (terms: readonly CompiledTerm[]): CompiledTerm[] =>
  [...terms].sort((one, other) => other.pattern.letters.length - one.pattern.letters.length);

/** A to Z, then AA, AB and so on. */
function letterOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last;
}
