import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { LANGUAGES } from '../../src/core/vocabulary.js';
import {
  readMailTemplates,
  type Fields,
} from '../../src/features/mail-template/mail-template.file.js';
import {
  FilledMarkdown,
  filledIn,
} from '../../src/features/mail-template/mail-template.service.js';
import { scratchFolder } from '../support/files.js';

const FIELDS: Readonly<Record<string, Fields>> = {
  note: {
    who: true,
    home: true,
    lists: { heading: true, items: { title: true, url: true, note: true } },
  },
};
const FRONT = '---\nsubject: For {{who}}\n---\n\n';
const BODY = `Hello {{who}}.

{{#lists}}
## {{heading}}

{{#items}}
- [{{title}}]({{url}}){{#note}} *{{.}}*{{/note}}
{{/items}}

{{/lists}}
{{^lists}}
Nothing.
{{/lists}}

[Open]({{home}})

---

You get this every week.
`;

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
  for (const language of LANGUAGES) write(`note.${language}.md`, text);
};
const read = () => readMailTemplates(folder.path, FIELDS);

function filled(view: object, body = BODY) {
  writeAll(FRONT + body);
  const [template] = read();
  if (!template) throw new Error('there is no template');
  return filledIn(template, { ...view });
}

const item = (title: string, note?: string) => ({
  title,
  note,
  url: 'https://f.example/actions/AI-1?a=b_c_d&e=1',
});
const list = (...items: object[]) => [{ heading: 'Overdue', items }];

describe('a mail of a template', () => {
  it('is HTML, text and the pieces of a chat message at once', () => {
    const message = filled({
      who: 'Ana',
      home: 'https://f.example/',
      lists: list(item('Test the restore', '5 days'), item('Alert')),
    });
    expect(message).toMatchObject({
      locale: 'en',
      title: 'For Ana',
      intro: 'Hello Ana.',
      sections: [
        {
          heading: 'Overdue',
          lines: [
            {
              text: 'Test the restore',
              url: 'https://f.example/actions/AI-1?a=b_c_d&e=1',
              note: '5 days',
            },
            { text: 'Alert' },
          ],
        },
      ],
      links: [{ label: 'Open', url: 'https://f.example/' }],
      footer: 'You get this every week.',
    });
    expect(message.mail?.text).toBe(`For Ana

Hello Ana.

Overdue

- Test the restore (5 days)
  https://f.example/actions/AI-1?a=b_c_d&e=1
- Alert
  https://f.example/actions/AI-1?a=b_c_d&e=1

Open: https://f.example/

-- 

You get this every week.
`);
    const { html = '' } = message.mail ?? {};
    expect(html).toMatch(/<a class="button" style="[^"]+" href="https:\/\/f\.example\/">Open<\/a>/);
    expect(html).toMatch(
      /<a class="link" style="[^"]+" href="[^"]+&amp;e=1">Test the restore<\/a> <span class="quiet" style="[^"]+">5 days<\/span>/,
    );
    expect(html).toMatch(/<h2 class="h2" style="[^"]+">Overdue<\/h2>/);
  });

  it('keeps the other links of a line for the parts of a mail', () => {
    const body =
      '- [One](https://f.example/1) *late* [Done](https://f.example/d) [Later](https://f.example/l)';
    const { sections, intro, mail } = filled({ who: 'x' }, `## Mine\n\n${body}\n`);
    expect(intro).toBeUndefined();
    expect(sections[0]?.lines).toEqual([{ text: 'One', url: 'https://f.example/1', note: 'late' }]);
    expect(mail?.text).toContain(
      '- One (late)\n  https://f.example/1\n  Done: https://f.example/d\n  Later: https://f.example/l\n',
    );
    expect(mail?.html).toMatch(/href="https:\/\/f\.example\/d">Done<\/a>/);
  });

  it('takes Markdown that says so, and lets nothing of it reach further', () => {
    const written = '# Heading\n```\n---\n[x';
    const body =
      '{{who}}\n\n{{#lists}}\n- {{heading}}\n\n  {{home}}\n{{/lists}}\n\n## Behind\n\n- One\n';
    const { sections, footer, mail } = filled(
      {
        who: FilledMarkdown.quoted(written),
        home: FilledMarkdown.quotedInItem('a\n---\nb'),
        lists: ['**now**', written].map((text) => ({ heading: FilledMarkdown.inItem(text) })),
      },
      body,
    );
    expect(sections.at(-1)).toMatchObject({ heading: 'Behind', lines: [{ text: 'One' }] });
    expect(footer).toBeUndefined();
    expect(mail?.text).not.toContain('-- \n');
    expect(mail?.html).toContain('<strong>now</strong>');
    expect(mail?.html).toMatch(/<blockquote class="quote" style="[^"]+">/);
  });

  it('says what a template says where a list is empty', () => {
    const { intro, sections } = filled({ who: 'Ana', home: 'https://f.example/', lists: [] });
    expect({ intro, sections }).toEqual({ intro: 'Hello Ana.\nNothing.', sections: [] });
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '](https://evil.example) [x',
    '**bold** _slanted_ `code` ~~gone~~ ![p](https://evil.example/p.png)',
    '&lt;b&gt; &amp; "quoted" \\',
    '{{home}} {{{home}}} {{#lists}}',
    '# no heading',
    '1. no list',
    '<https://evil.example>',
    'a | b',
  ])('takes what is filled in for text: %s', (title) => {
    const message = filled({
      who: title,
      home: 'https://f.example/',
      lists: list(item(title, title)),
    });
    expect(message.title).toBe(`For ${title}`);
    expect(message.intro).toBe(`Hello ${title}.`);
    expect(message.sections[0]?.lines[0]).toMatchObject({ text: title, note: title });
    expect(message.mail?.html).not.toMatch(
      /<(img|b|strong|code|s)[ >]|evil\.example[^<]*"|javascript:[^<]*"/,
    );
    expect(message.mail?.text).toContain(`- ${title} (${title})`);
  });

  it('holds nothing that begins a line or turns the direction of what follows', () => {
    const { title, sections } = filled({
      who: 'a\r\nBcc: b@example.com',
      home: 'https://f.example/',
      lists: list(item('one\n\n# two\u2028three\u202egnp.exe')),
    });
    expect(title).toBe('For a Bcc: b@example.com');
    expect(sections).toMatchObject([{ lines: [{ text: 'one # two threegnp.exe' }] }]);
  });

  it('breaks Chinese lines without a space', () => {
    const { intro, mail } = filled({ who: 'x' }, '本週有五個\n行動項目逾期。\nNext\nline');
    expect(intro).toBe('本週有五個行動項目逾期。 Next line');
    expect(mail?.html).toContain('本週有五個行動項目逾期。');
  });
});

describe('a template that is not right', () => {
  it.each([
    [`${FRONT}Hello {{whom}}.`, '5: there is no {{whom}} here; there are who, home, lists'],
    [
      `${FRONT}\n{{#lists}}\n{{lists}}\n{{/lists}}`,
      '7: write {{#lists}} … {{/lists}}: it has parts',
    ],
    [
      `${FRONT}Hello {{{who}}}`,
      '5: only {{name}}, {{#name}}, {{^name}} and {{/name}} are known here',
    ],
    [
      `${FRONT}x\n{{> other}}`,
      '6: only {{name}}, {{#name}}, {{^name}} and {{/name}} are known here',
    ],
    [`${FRONT}x\n{{#lists}} never ends`, '6: unclosed section "lists"; correct it'],
    [
      '---\nsubject: For {{nobody}}\n---\n',
      '2: there is no {{nobody}} here; there are who, home, lists',
    ],
    ['---\nsubjekt: x\n---\n', '2: `subject`: Invalid input: expected string, received undefined'],
    ['Hello', '1: begin with front matter: subject'],
  ])('is refused with file and line: %j', (text, fault) => {
    writeAll(FRONT + BODY);
    write('note.zh-Hant.md', text);
    expect(read).toThrow(`${join(folder.path, 'note.zh-Hant.md')}:${fault}`);
  });

  it('is missed in the languages that it is not there in, and not known under another name', () => {
    writeAll(FRONT + BODY);
    write('other.en.md', FRONT + BODY);
    expect(read).toThrow(
      'other.en.md:1: call the file after its template and its language, such as note.en.md',
    );
    writeFileSync(join(folder.path, 'README.md'), 'Not a template.');
    expect(() => readMailTemplates(folder.path, { ...FIELDS, late: {} })).toThrow(
      'late.zh-Hans.md:1: is missing',
    );
  });
});
