import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LanguageCheck } from '../src/features/language-check/language-check.service.js';
import { readLanguageRules } from '../src/features/language-check/language-rules.file.js';
import { median, type Figure } from './figures.js';

const RULES = fileURLToPath(new URL('../../templates/language', import.meta.url));
const LENGTH = 200_000;
const ROUNDS = 9;

/** How long the check takes on 200,000 characters of the cases in a folder, and on texts made to take long. */
export function measureLanguage(cases: string): Figure[] {
  const check = new LanguageCheck(readLanguageRules(RULES));
  const real = readdirSync(cases)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(cases, name), 'utf8'))
    .join('\n');
  const hostile = ['you should have ', 'we ', '我們應該', '`', '"a ', '<!-- '];
  const taken = (text: string): number => {
    const full = text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
    const rounds = Array.from({ length: ROUNDS }, () => {
      const began = performance.now();
      check.check(full);
      return performance.now() - began;
    });
    return median(rounds);
  };
  return [
    {
      name: `language check of ${LENGTH} characters of cases`,
      value: taken(real),
      unit: 'ms',
      target: { at: 'most', value: 50 },
    },
    {
      name: 'the dearest of six hostile texts of that length',
      value: Math.max(...hostile.map(taken)),
      unit: 'ms',
    },
  ];
}
