import { fold } from '../../core/text/fold.js';
import type { LanguageCheck, LanguageFinding } from '../language-check/language-check.service.js';
import { markOf } from './mark.js';

/** Where the texts of a case are. */
export const TEXT_PLACES = [
  'SUMMARY',
  'SECTION',
  'TIMELINE_EVENT',
  'FACTOR',
  'FINDING',
  'ACTION_ITEM',
] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

/** A text of a case. */
export interface CaseText {
  readonly place: TextPlace;
  /** Of what it is the text: a section, an entry, …; of the case itself for its summary. */
  readonly targetId: string;
  readonly text: string;
}

/** What is found in one text of a case. */
export interface CaseLanguageFinding extends LanguageFinding {
  readonly in: CaseText;
  readonly mark: string;
}

/** Characters of a case that are checked: about 60 ms. Longer cases are copies of logs. */
const MOST_CHARACTERS = 400_000;
/** Findings of a case that are told. */
const MOST_FINDINGS = 200;

/** What the rules name in the texts of a case, in their order. */
export function languageOf(
  check: LanguageCheck,
  texts: readonly CaseText[],
  people: readonly string[],
): CaseLanguageFinding[] {
  const findings: CaseLanguageFinding[] = [];
  let left = MOST_CHARACTERS;
  for (const each of texts) {
    const text = each.text.slice(0, left);
    left -= text.length;
    for (const finding of check.check(text, people)) {
      const sentence = fold(sentenceAround(text, finding)).replace(/\s+/gu, ' ').trim();
      findings.push({ ...finding, in: each, mark: markOf(finding.rule.name, [sentence]) });
      if (findings.length === MOST_FINDINGS) return findings;
    }
    if (left === 0) break;
  }
  return findings;
}

/** A stretch of text around a place, cut where sentences and lines end. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const END = /[.!?;。！？；\n]/u;
/** Of a sentence, characters on each side that are shown. */
const MOST_AROUND = 120;

/** The sentence in which something was found. */
export function excerptOf(text: string, { start, end }: LanguageFinding): Excerpt {
  const from = text.slice(Math.max(0, start - MOST_AROUND), start);
  const to = text.slice(end, end + MOST_AROUND);
  const begin = [...from].findLastIndex((char) => END.test(char));
  const stop = to.search(END);
  return {
    before: [...from]
      .slice(begin + 1)
      .join('')
      .trimStart(),
    words: text.slice(start, end),
    after: (stop < 0 ? to : to.slice(0, stop + 1)).trimEnd(),
  };
}

const sentenceAround = (text: string, finding: LanguageFinding): string => {
  const { before, words, after } = excerptOf(text, finding);
  return before + words + after;
};
