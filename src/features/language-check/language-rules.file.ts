import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import type { Language } from '../../core/vocabulary.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { readShaped, readYamlFolder } from '../case-file/yaml-folder.js';
import type { YamlSource } from '../case-file/yaml-source.js';
import { readPhrase, type Groups, type Phrase } from './phrase.js';

/** What is wrong with a way to put it. */
export const LANGUAGE_FAULTS = ['BLAME', 'HINDSIGHT', 'VAGUE_AGENCY', 'NAMED_PERSON'] as const;
export type LanguageFault = (typeof LANGUAGE_FAULTS)[number];

/** A way to put it that keeps people from learning, and what to ask instead. */
export interface LanguageRule {
  /** The same in every language, for programs: `human-error`. */
  readonly name: string;
  readonly fault: LanguageFault;
  readonly find: readonly Phrase[];
  /** Where one of these stands around what was found, it is meant otherwise. */
  readonly unless: readonly Phrase[];
  readonly why: Readonly<Record<Language, string>>;
  readonly ask: Readonly<Record<Language, string>>;
}

const MOST_PHRASES = 500;
const MOST_CHARACTERS = 2_000;
const WORDS = z.string().trim().min(1).max(LIMITS.title);
const IN_ALL = z.strictObject({ en: WORDS, 'zh-Hant': WORDS, 'zh-Hans': WORDS });
const PHRASE = z.string().trim().min(1).max(MOST_CHARACTERS);
const PHRASES = z.array(PHRASE).max(MOST_PHRASES);
const FILE = z.strictObject({
  groups: z.record(z.string().regex(/^[a-z][a-z-]*$/u), PHRASE).default({}),
  rules: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z-]*$/u),
        fault: z.enum(LANGUAGE_FAULTS),
        find: PHRASES.min(1),
        unless: PHRASES.default([]),
        why: IN_ALL,
        ask: IN_ALL,
      }),
    )
    .max(MOST_PHRASES),
});

/**
 * Reads every file of rules in a folder.
 * @throws Error that names each fault with its file and line
 */
export function readLanguageRules(folder: string): LanguageRule[] {
  return readYamlFolder(folder, 'the rules of the language check', rulesOf);
}

/**
 * @param before rules of other files, whose names are taken
 * @throws CaseFileError with the line at fault
 */
export function rulesOf(text: string, before: readonly LanguageRule[] = []): LanguageRule[] {
  const { value, source } = readShaped(text, FILE);
  const { groups, rules } = value;
  const known: Groups = new Map(Object.entries(groups));
  const taken = new Set(before.map(({ name }) => name));
  return rules.map((rule, at) => {
    if (taken.has(rule.name)) {
      const line = source.lineOf(['rules', at, 'name']);
      throw new CaseFileError(`a rule is called ${rule.name} already; call it otherwise`, line);
    }
    taken.add(rule.name);
    const phrases = (key: 'find' | 'unless'): Phrase[] =>
      rule[key].map((phrase, place) => phraseAt(source, ['rules', at, key, place], phrase, known));
    return { ...rule, find: phrases('find'), unless: phrases('unless') };
  });
}

function phraseAt(
  source: YamlSource,
  path: readonly PropertyKey[],
  phrase: string,
  groups: Groups,
): Phrase {
  try {
    return readPhrase(phrase, groups);
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    throw new CaseFileError(error.message, source.lineOf(path), { cause: error });
  }
}
