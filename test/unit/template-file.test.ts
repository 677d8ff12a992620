import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { LANGUAGES } from '../../src/core/vocabulary.js';
import { topicNamed } from '../../src/features/case-file/prose-topics.js';
import { readTemplates } from '../../src/features/template/template.file.js';
import { packageRoot } from '../../src/infra/package.js';
import { scratchFolder } from '../support/files.js';

const FRONT = '---\nname: plain\nlabel: Plain\ndescription: For a test.\nplace: 1\n---\n\n';
const BODY = '## Impact\n\n> Who felt it?\n> For how long?\n\n| a | b |\n';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

const write = (file: string, text: string): void => {
  writeFileSync(join(folder.path, file), text);
};
const writeAll = (text: string): void => {
  for (const language of LANGUAGES) write(`plain.${language}.md`, text);
};

describe('a template', () => {
  it('is sections, each with guidance and perhaps a text to start with', () => {
    const body = `${BODY}\n> a quotation further down\n\n## Lessons ##\n\n> What for?\n\n\`\`\`\n## no heading\n\`\`\`\n`;
    writeAll(FRONT + body);
    write('README.md', 'Not a template.');
    const [first, ...others] = readTemplates(folder.path);
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({ name: 'plain', language: 'en', label: 'Plain' });
    expect(first?.sections).toEqual([
      {
        heading: 'Impact',
        guidance: 'Who felt it?\nFor how long?',
        starter: '| a | b |\n\n> a quotation further down',
      },
      { heading: 'Lessons', guidance: 'What for?', starter: '```\n## no heading\n```' },
    ]);
  });

  const FAULTS: readonly (readonly [string, string, string])[] = [
    ['no front matter', BODY, '1: begin with front matter'],
    ['one that never ends', '---\nname: plain\n', '1: the front matter that begins on this line'],
    ['no label', FRONT.replace('label: Plain\n', '') + BODY, '2: `label`'],
    ['an unknown key', FRONT.replace('place: 1', 'place: 1\ncolour: red') + BODY, '6: `colour`'],
    ['another name', FRONT.replace('name: plain', 'name: other') + BODY, '2: `name` must be plain'],
    ['a place that is none', FRONT.replace('place: 1', 'place: first') + BODY, '5: `place`'],
    ['no section', FRONT, '7: write at least one `##` section'],
    ['text before the first', `${FRONT}Hello\n${BODY}`, '8: nothing may stand before'],
    ['no guidance', `${FRONT}${BODY}\n## Lessons\n\nWrite.\n`, '15: say under “Lessons”'],
    ['two of one name', `${FRONT}${BODY}${BODY}`, '14: a section is called “Impact” already'],
    ['a heading without words', `${FRONT}## \n\n> Why?\n`, '8: give the section a heading'],
  ];

  it.each(FAULTS)('with %s is refused, by file and line', (_, text, message) => {
    writeAll(FRONT + BODY);
    write('plain.zh-Hant.md', text);
    const place = `${join(folder.path, 'plain.zh-Hant.md')}:${message}`;
    expect(() => readTemplates(folder.path)).toThrow(place);
  });

  it('is refused under a name that says no language, and all faults are told together', () => {
    write('plain.md', FRONT + BODY);
    write('plain.fr.md', FRONT + BODY);
    expect(() => readTemplates(folder.path)).toThrow(/plain\.fr\.md:1: .*\n.*plain\.md:1: /u);
  });

  it('is refused where a language is missing or has another number of sections', () => {
    writeAll(FRONT + BODY);
    write('plain.zh-Hans.md', `${FRONT}${BODY}\n## Lessons\n\n> What?\n`);
    write('short.en.md', FRONT.replace('name: plain', 'name: short') + BODY);
    expect(() => readTemplates(folder.path)).toThrow(
      /plain\.zh-Hans\.md:1: has another.*\n.*short\.zh-Hant\.md:1: is missing.*\n.*short\.zh-Hans\.md:1: is missing/u,
    );
  });
});

describe('the templates that come with fupan', () => {
  const templates = readTemplates(join(packageRoot(), 'templates', 'postmortem'));

  it('are five in three languages, the standard one first', () => {
    for (const language of LANGUAGES) {
      const names = templates.filter((each) => each.language === language).map(({ name }) => name);
      expect(names).toEqual(['standard', 'short', 'security', 'data-incident', 'drill']);
    }
  });

  it('have headings that an import knows, and that have no place of their own in a case', () => {
    const unknown = templates.flatMap(({ name, language, sections }) =>
      sections
        .filter(({ heading }) => topicNamed(heading) !== 'prose')
        .map(({ heading }) => `${name}.${language}: ${heading}`),
    );
    expect(unknown).toEqual([]);
  });

  it('ask nobody whose fault it was', () => {
    const blame =
      /fault of|who caused|to blame|should have|careless|human error|責任人|责任人|粗心|失職|失职|人為失誤|人为失误|應該早|应该早/iu;
    const words = JSON.stringify(templates);
    expect(blame.exec(words)).toBeNull();
  });
});
