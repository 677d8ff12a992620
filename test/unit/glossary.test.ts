import { describe, expect, it } from '@jest/globals';

import { isCjk } from '../../src/core/text/segment.js';
import { glossaryOf, readGlossary } from '../../src/features/search/glossary.file.js';
import { scratchFolder } from '../support/files.js';

describe('the glossary', () => {
  it('that is shipped holds at least 150 groups, most of them in English and Chinese', () => {
    const groups = readGlossary('templates/search');
    expect(groups.length).toBeGreaterThanOrEqual(150);
    const both = groups.filter((group) => group.some(isCjk) && !group.every(isCjk));
    expect(both.length).toBeGreaterThan(0.9 * groups.length);
  });

  it('is read from every file of its folder, and names each fault with file and line', () => {
    const files = scratchFolder();
    files.write({
      'a.yaml': 'groups:\n  - [ingest, 收件]\n',
      'b.yaml': 'groups:\n  - [abend, crash]\n',
    });
    expect(readGlossary(files.path)).toEqual([
      ['ingest', '收件'],
      ['abend', 'crash'],
    ]);
    files.write({
      'c.yaml': 'groups:\n  - [abend, crash]\n  - [lag, "!?"]\n',
      'd.yaml': 'group:\n  - [abend, crash]\n',
    });
    expect(() => readGlossary(files.path)).toThrow(
      /^the glossary of the search cannot be read:\n.*c\.yaml:3: "!\?" has no letter.*\n.*d\.yaml:1: `group/s,
    );
    files.remove();
  });

  it.each([
    ['a word for a list', 'groups:\n  - crash\n'],
    ['a group of too many words', `groups:\n  - [${Array(21).fill('a').join(', ')}]\n`],
    ['a word that is too long', `groups:\n  - [${'a'.repeat(61)}]\n`],
    ['no words', 'groups:\n  - []\n'],
  ])('refuses %s', (_, text) => {
    expect(() => glossaryOf(text)).toThrow(/groups/);
  });
});
