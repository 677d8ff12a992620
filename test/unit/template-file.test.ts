import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { LANGUAGES } from '../../src/core/vocabulary.js';
import { topicNamed } from '../../src/features/case-file/prose-topics.js';
import { readTemplateFolder } from '../../src/features/template/template.file.js';
import { fillStarter, withoutStarter } from '../../src/features/template/template-starter.js';
import { packageRoot } from '../../src/infra/package.js';
import { scratchFolder } from '../support/files.js';

const FRONT = '---\nname: plain\nlabel: Plain\ndescription: For a test.\nplace: 1\n---\n\n';
const BODY = '## Impact\n\n> Who felt it?\n> For how long?\n\n| a | b |\n';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
  write('rules.yaml', 'rules: []\n');
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
    const body = `${BODY}\n> a quotation further down\n\n## Lessons {required practice=5.1} ##\n\n> What for?\n\n\`\`\`\n## no heading\n\`\`\`\n`;
    writeAll(FRONT + body);
    write('README.md', 'Not a template.');
    const [first, ...others] = readTemplateFolder(folder.path).templates;
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({ name: 'plain', language: 'en', label: 'Plain' });
    expect(first?.sections).toEqual([
      {
        heading: 'Impact',
        guidance: 'Who felt it?\nFor how long?',
        starter: '| a | b |\n\n> a quotation further down',
        isRequired: false,
        practice: null,
      },
      {
        heading: 'Lessons',
        guidance: 'What for?',
        starter: '```\n## no heading\n```',
        isRequired: true,
        practice: '5.1',
      },
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
    ['a mark that is none', FRONT + BODY.replace('Impact', 'Impact {needed}'), '8: “needed” means'],
    [
      'an unknown practice',
      FRONT + BODY.replace('Impact', 'X {practice=6.1}'),
      '8: there is no pr',
    ],
    [
      'an unknown variable',
      `${FRONT}${BODY}\n{{who}}\n`,
      '15: there is no {{who}}; there are title',
    ],
    ['a part of Mustache', `${FRONT}${BODY}{{#key}}x{{/key}}\n`, '14: only {{name}} is known'],
    ['a brace that stays open', `${FRONT}${BODY}{{key\n`, '14: unclosed tag'],
    ['a heading without words', `${FRONT}## \n\n> Why?\n`, '8: give the section a heading'],
  ];

  it.each(FAULTS)('with %s is refused, by file and line', (_, text, message) => {
    writeAll(FRONT + BODY);
    write('plain.zh-Hant.md', text);
    const place = `${join(folder.path, 'plain.zh-Hant.md')}:${message}`;
    expect(() => readTemplateFolder(folder.path)).toThrow(place);
  });

  it('is refused under a name that says no language, and all faults are told together', () => {
    write('plain.md', FRONT + BODY);
    write('plain.fr.md', FRONT + BODY);
    expect(() => readTemplateFolder(folder.path)).toThrow(/plain\.fr\.md:1: .*\n.*plain\.md:1: /u);
  });

  it('is refused with all of its faults, each on its line', () => {
    writeAll(FRONT + BODY);
    const text = `${FRONT.replace('place: 1', 'place: 0').replace('label: Plain', 'colour: red')}## A {x}\n\n{{who}} {{when}}\n`;
    write('plain.en.md', text);
    write('rules.yaml', 'rules:\n  - template: plain\n    kind: PARTY\n    size: 1\n');
    const told = (): unknown => {
      try {
        return readTemplateFolder(folder.path);
      } catch (error) {
        return String(error)
          .split('\n')
          .slice(1)
          .map((line) => line.slice(folder.path.length + 1).replace(/^([^:]*:\d+): .*$/u, '$1'));
      }
    };
    expect(told()).toEqual([
      'plain.en.md:2',
      'plain.en.md:3',
      'plain.en.md:5',
      'plain.en.md:8',
      'plain.en.md:8',
      'plain.en.md:10',
      'plain.en.md:10',
      'rules.yaml:3',
      'rules.yaml:4',
    ]);
  });

  it('is refused where its marks differ between languages', () => {
    writeAll(FRONT + BODY);
    write('plain.zh-Hans.md', FRONT + BODY.replace('Impact', 'Impact {required}'));
    expect(() => readTemplateFolder(folder.path)).toThrow(/plain\.zh-Hans\.md:1: has another/u);
  });

  it('is refused where rules name what is not there, or stand where they never count', () => {
    writeAll(FRONT + BODY);
    write('rules.yaml', 'rules:\n  - template: plain\n  - template: plan\n    tier: CRITICAL\n');
    expect(() => readTemplateFolder(folder.path)).toThrow(
      /rules\.yaml:3: there is no template plan; there are plain\n.*rules\.yaml:3: rule 1 always/u,
    );
  });

  it('is refused where a language is missing or has another number of sections', () => {
    writeAll(FRONT + BODY);
    write('plain.zh-Hans.md', `${FRONT}${BODY}\n## Lessons\n\n> What?\n`);
    write('short.en.md', FRONT.replace('name: plain', 'name: short') + BODY);
    expect(() => readTemplateFolder(folder.path)).toThrow(
      /plain\.zh-Hans\.md:1: has another.*\n.*short\.zh-Hant\.md:1: is missing.*\n.*short\.zh-Hans\.md:1: is missing/u,
    );
  });
});

describe('a text to start with', () => {
  const NOTHING = {
    ...{ startedAt: null, detectedAt: null, acknowledgedAt: null, identifiedAt: null },
    ...{ mitigatedAt: null, resolvedAt: null, verifiedAt: null },
    ...{ title: 'Case', incident: null, key: null, severity: null, services: [] },
    today: new Date('2026-11-29T23:00:00Z'),
  };

  it('is filled in, and what is not known stays open', () => {
    const facts = {
      ...NOTHING,
      ...{ incident: 'a | b *c* <x> order_db', key: 'INC-7', severity: 'SEV1' as const },
      services: ['checkout', 'payment'],
      startedAt: new Date('2026-03-11T06:05:33Z'),
    };
    const text = '{{key}} {{incident}}, {{services}}, {{startedAt}}–{{resolvedAt}}, {{today}}';
    expect(fillStarter(text, facts)).toBe(
      String.raw`INC-7 a \| b \*c\* \<x\> order_db, checkout, payment, 2026-03-11 06:05 UTC–…, 2026-11-29`,
    );
    expect(fillStarter('{{incident}} {{severity}} {{services}}', NOTHING)).toBe('… … …');
  });

  it('is known again until somebody writes in it', () => {
    const starter = 'As of {{today}}:\n\n- Proven: …\n- {{key}}';
    const body = fillStarter(starter, NOTHING);
    expect(withoutStarter(starter, body).trim()).toBe('- …');
    const told = body.replace('Proven: …', 'Proven: nothing');
    expect(withoutStarter(starter, told)).toContain('- Proven: nothing');
    expect(withoutStarter('{{title}}', 'Anything.')).toBe('Anything.');
    expect(withoutStarter('| a | {{key}} |', '| a | INC-7 |')).toBe('');
  });
});

describe('the templates that come with fupan', () => {
  const { templates, rules } = readTemplateFolder(join(packageRoot(), 'templates', 'postmortem'));

  it('are five in three languages, the standard one first', () => {
    for (const language of LANGUAGES) {
      const names = templates.filter((each) => each.language === language).map(({ name }) => name);
      expect(names).toEqual(['standard', 'short', 'security', 'data-incident', 'drill']);
    }
  });

  it('say of each section which practice it asks about, and require some', () => {
    for (const { sections } of templates) {
      expect(sections.filter(({ practice }) => practice === null)).toEqual([]);
      expect(sections.filter(({ isRequired }) => isRequired).length).toBeGreaterThan(1);
      expect(sections.some(({ starter }) => starter.includes('{{'))).toBe(true);
    }
  });

  it('come with rules that end in one for everything', () => {
    expect(rules.map(({ template }) => template)).toContain('drill');
    expect(rules.at(-1)).toMatchObject({ kinds: [], severities: [], services: [], tiers: [] });
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
