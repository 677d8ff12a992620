import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

import { ERROR_CODES } from '../../src/core/errors.js';
import { fold } from '../../src/core/text/fold.js';
import { en } from '../../src/locales/en.js';
import { MESSAGES } from '../../src/locales/messages.js';

const placeholdersOf = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('src', name), 'utf8'));
}

describe('messages', () => {
  it('exist for every error code', () => {
    expect(Object.keys(en)).toEqual(expect.arrayContaining([...ERROR_CODES]));
  });

  it('exist for every key that the code names', () => {
    const named = sources().flatMap((text) =>
      [...text.matchAll(/FupanError\(\s*'\w+',\s*'(\w+)'/g)].map(([, key]) => key),
    );
    expect(named).toContain('BUSY');
    expect(Object.keys(en)).toEqual(expect.arrayContaining(named));
  });

  it('ask for the same values in every language', () => {
    for (const [locale, messages] of Object.entries(MESSAGES)) {
      expect(Object.keys(messages)).toEqual(Object.keys(en));
      for (const [key, message] of Object.entries(messages)) {
        const wanted = placeholdersOf(en[key as keyof typeof en]);
        expect({ locale, key, asks: placeholdersOf(message) }).toEqual({
          locale,
          key,
          asks: wanted,
        });
      }
    }
  });

  it('in simplified script hold no traditional character', () => {
    for (const message of Object.values(MESSAGES['zh-Hans'])) {
      // 么 is the simplified 麼, and besides a traditional character of its own.
      const characters = message.replace(/[\P{Script=Han}么]/gu, '');
      expect(characters).toBe(fold(characters));
    }
  });
});
