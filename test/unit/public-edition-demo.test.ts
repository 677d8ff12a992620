import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { fold } from '../../src/core/text/fold.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';
import { findingsIn, madeEdition } from '../../src/features/public-edition/edition-rules.js';
import { wholeText } from '../../src/features/public-edition/edition-text.js';

interface Catalog {
  readonly people: readonly { readonly name: string; readonly email: string }[];
  readonly services: readonly { readonly name: string }[];
}

const FOLDER = 'templates/demo';
const catalog = parse(readFileSync(join(FOLDER, 'catalog.yaml'), 'utf8')) as Catalog;
const WORDS = [
  ...catalog.services.map(({ name }, at) => ({ word: name, instead: `system ${at + 1}` })),
  { word: 'shangpin', instead: 'our shop' },
  { word: '尚品優優', instead: '本平台' },
];
const RULES = { known: catalog.people, words: WORDS, ownHost: 'fupan.shangpin.example' };
const ALL = {
  omittedSections: [],
  omittedEventIds: [],
  withActionDetails: true,
  withFindings: true,
  withPractices: true,
};

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

describe('the public edition of every demo case', () => {
  const files = readdirSync(FOLDER).filter((name) => /^PM-\d+\.md$/.test(name));

  it('is one of many', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(catalog.people.length).toBeGreaterThan(15);
  });

  it.each(files)('has no name, no e-mail address and no word of the list: %s', (path) => {
    const { document } = readCaseFile(readFileSync(join(FOLDER, path)), { path });
    const { outside } = madeEdition(document, [], ALL, RULES);
    const text = wholeText(outside);
    const letters = lettersOf(text);
    const people = catalog.people.filter(({ name }) => letters.includes(lettersOf(name)));
    expect(people).toEqual([]);
    expect(text.match(/[\w.+-]+@[\w-]+\.[\w.]+/g)).toBeNull();
    const words = WORDS.filter(({ word }) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(text),
    );
    expect(words).toEqual([]);
    expect(findingsIn(outside, document, RULES).filter((each) => each.isBlocking)).toEqual([]);
  });
});
