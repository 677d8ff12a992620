import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fold } from '../../src/core/text/fold.js';
import {
  caseDocumentSchema,
  type CaseDocument,
  type CaseDocumentInput,
} from '../../src/features/case-file/case-document.js';
import {
  findingsIn,
  madeEdition,
  wordWithin,
  type EditionRules,
  type InternalWord,
} from '../../src/features/public-edition/edition-rules.js';
import type { EditionChoices } from '../../src/features/public-edition/edition-text.js';
import { renderedMarkdown } from '../../src/infra/markdown/markdown.js';

const CHOICES: EditionChoices = {
  omittedSections: [],
  omittedEventIds: [],
  withActionDetails: false,
  withFindings: false,
  withPractices: false,
};
const KNOWN = [
  { name: 'Ada Thornton', email: 'ada.thornton@shop.example' },
  { name: '王小明', email: 'wang.xiaoming@shop.example' },
  { name: '歐陽娜娜', email: null },
  { name: 'José Muñoz', email: null },
];
const WORDS: InternalWord[] = [
  { word: 'checkout', instead: 'the shop' },
  { word: 'checkout-db', instead: 'the database' },
  { word: '訂單服務', instead: '一項服務' },
  { word: 'Umbrella Ltd', instead: 'a customer' },
];
const RULES: EditionRules = { known: KNOWN, words: WORDS, ownHost: 'fupan.shop.example' };

const aCase = (values: Partial<CaseDocumentInput> = {}): CaseDocument =>
  caseDocumentSchema.parse({ title: 'Pool exhausted', language: 'en', ...values });
const outside = (summary: string, values: Partial<CaseDocumentInput> = {}, rules = RULES): string =>
  madeEdition(aCase({ summary, ...values }), [], CHOICES, rules).outside.text;

describe('people', () => {
  it('are the same role with a letter all through, by what they were in the case', () => {
    const document = aCase({
      title: 'Ada Thornton paged 王小明',
      authors: [{ name: 'Ada Thornton' }],
      reviewers: [{ name: '王小明' }],
      summary: 'Ada saw it first. Then Thornton, Ada called 小明. @王小明 answered Ada’s call.',
    });
    const { title, text } = madeEdition(document, [], CHOICES, RULES).outside;
    expect(title).toBe('Engineer A paged reviewer B');
    expect(text).toBe(
      'Engineer A saw it first. Then engineer A called reviewer B. Reviewer B answered engineer A’s call.',
    );
  });

  it('are called so in the language of the case', () => {
    const values = { language: 'zh-Hant' as const, authors: [{ name: '王小明' }] };
    expect(outside('值班的王小明通知José Muñoz。', values)).toBe('值班的工程師A通知同事B。');
  });

  it('stand before what they say on the timeline, and channels and systems do not', () => {
    const at = '2026-03-11T11:02:00.000Z';
    const document = aCase({
      timeline: [
        { at, zone: 'Asia/Taipei', text: 'rolled back', source: { kind: 'CHAT', name: '小王' } },
        { at, text: 'fired', source: { kind: 'CHAT', name: '#war-room' } },
        { at, text: '小王 was thanked', source: { kind: 'METRIC', name: 'Grafana' } },
      ],
    });
    expect(madeEdition(document, [], CHOICES, RULES).outside.text).toBe(
      `## Timeline

- **2026-03-11 19:02 +08:00** colleague A: rolled back
- **2026-03-11 11:02 UTC** fired
- **2026-03-11 11:02 UTC** colleague A was thanked`,
    );
  });

  it('leave alone what only begins or ends like a name', () => {
    const text = 'The adaptor of Adaline, a grant and mark; Thorntons.';
    expect(outside(text, { authors: [{ name: 'Ada Thornton' }, { name: 'Mark Grant' }] })).toBe(
      text,
    );
  });
});

describe('words of the list', () => {
  it('are whole words in English and stand anywhere in Chinese, in either script, the longest first', () => {
    expect(outside('checkout-db and Checkout, not checkouts; umbrella  ltd.')).toBe(
      'The database and the shop, not checkouts; a customer.',
    );
    expect(outside('新订单服务與訂單服務', { language: 'zh-Hans' })).toBe('新一項服務與一項服務');
  });

  it('may not stand in what is put in their place', () => {
    expect(wordWithin(WORDS)).toBeUndefined();
    const own = { word: 'orders', instead: 'the Orders service' };
    expect(wordWithin([...WORDS, own])).toBe(own);
  });
});

describe('what is known by its form', () => {
  it.each([
    [
      'mail to ops@shop.example or **ops@shop.example**',
      'mail to ‹e-mail address› or **‹e-mail address›**',
    ],
    [
      'at 10.20.0.2, 10.20.0.2:5432, fe80::1 and 10.0.0.0/8',
      'at ‹IP address›, ‹IP address›, ‹IP address› and ‹IP address›',
    ],
    ['pay-db.svc.shop.internal:5432 and mq.local.', '‹internal host› and ‹internal host›.'],
    [
      'call +886 912 345 678 or 02-2345-6789 or 13812345678',
      'call ‹phone number› or ‹phone number› or ‹phone number›',
    ],
    ['see OPS-12, PM-8 and shop/pay#12', 'see ‹ticket›, ‹ticket› and ‹ticket›'],
    [
      '[the board](https://grafana.shop.internal/d/1) and https://jira.example.org/browse/OPS-1.',
      'the board and ‹internal link›.',
    ],
    ['[a case](/postmortems/PM-8) ![chart](attachment:chart.png)', 'a case chart'],
    ['psql postgres://u:p@db/x', 'psql ‹internal link›'],
  ])('is masked: %s', (text, masked) => {
    expect(outside(text)).toBe(masked);
  });

  it.each([
    'At 12:30:45 on 2026-03-11 it was 99.95 %, 11,400 of 12,000, v1.2.3.',
    'SEV-1, UTF-8, SHA-256, HTTP-503, CVE-2024-3094 and P-0 stay.',
    'See [the docs](https://www.postgresql.org/docs/17/runtime-config.html) and https://github.com/brettwooldridge/HikariCP.',
    '`SELECT 1` and std::vector, a::b, app.test.ts',
  ])('leaves alone what only looks alike: %s', (text) => {
    expect(outside(text)).toBe(text);
  });
});

/** Ways in which people write a word so that it is still read. */
const DISGUISES: Readonly<Record<string, (name: string, at: number) => string>> = {
  plain: (name) => name,
  'upper case': (name) => name.toUpperCase(),
  bold: (name) => `**${name}**`,
  'bold in part': (name, at) => `${name.slice(0, at)}**${name.slice(at)}**`,
  'slanted in part': (name, at) => `*${name.slice(0, at)}*${name.slice(at)}`,
  code: (name) => `\`${name}\``,
  'code in part': (name, at) => `${name.slice(0, at)}\`${name.slice(at)}\``,
  fence: (name) => `\n\n\`\`\`\nuser=${name}\n\`\`\`\n\n`,
  heading: (name) => `\n\n### ${name}\n\n`,
  table: (name) => `\n\n| who | what |\n| --- | --- |\n| ${name} | x |\n\n`,
  quote: (name) => `\n\n> ${name}: so\n\n`,
  'link text': (name) => `[${name}](https://example.org/a)`,
  'link target': (name) => `[x](https://example.org/${encodeURIComponent(name)})`,
  'link title': (name) => `[x](https://example.org/a "${name}")`,
  address: (name) => `https://example.org/u/${encodeURIComponent(name)}`,
  reference: (name) =>
    `[x][${name}]\n\n[${name}]: https://example.org/${encodeURIComponent(name)}\n`,
  image: (name) => `![${name}](https://example.org/a.png)`,
  footnote: (name) => `x[^1]\n\n[^1]: ${name}\n`,
  comment: (name, at) => `${name.slice(0, at)}<!-- x -->${name.slice(at)}`,
  tag: (name, at) => `${name.slice(0, at)}<b>${name.slice(at)}</b>`,
  entity: (name) => `&#${name.codePointAt(0)};${name.slice(1)}`,
  'full width': (name) =>
    name.replace(/[a-z]/gi, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'mathematical letters': (name) =>
    name.replace(/[a-z]/g, (sign) => String.fromCodePoint(0x1d41a + sign.charCodeAt(0) - 97)),
  'taken apart': (name) => name.normalize('NFD'),
  'zero width': (name, at) => `${name.slice(0, at)}\u200b${name.slice(at)}`,
  'soft hyphen': (name, at) => `${name.slice(0, at)}\u00ad${name.slice(at)}`,
  'simplified script': (name) => name.replace('歐', '欧').replace('陽', '阳'),
  'snake case': (name) => name.toLowerCase().replaceAll(' ', '_'),
  dotted: (name) => name.toLowerCase().replaceAll(' ', '.'),
  'two lines': (name) => name.replace(' ', '\n'),
  mention: (name) => `@${name}`,
  mail: (name) =>
    `${name.toLowerCase().replaceAll(' ', '.').normalize('NFD').replace(/\p{M}/gu, '')}@shop.example`,
};

/** What a reader can read of a text, and what stands in its addresses: letters and digits only. */
function letters(text: string): string {
  const html = renderedMarkdown(text, 'test');
  const targets = [...html.matchAll(/(?:href|src|title|alt|id)="([^"]*)"/g)].map(([, to = '']) => {
    try {
      return decodeURIComponent(to);
    } catch {
      return to;
    }
  });
  const read = html.replace(/&lt;!--.*?--&gt;|&lt;\/?b&gt;/g, '').replace(/<[^>]*>/g, '');
  return [read, ...targets]
    .map((part) => fold(part.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')))
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''))
    .join('|');
}

describe('names in odd places', () => {
  const disguised = fc
    .record({
      name: fc.constantFrom(...KNOWN.map(({ name }) => name), '訂單服務', 'Umbrella Ltd'),
      how: fc.constantFrom(...Object.keys(DISGUISES)),
      at: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ name, how, at }) => ({ name, how, text: DISGUISES[how]?.(name, at) ?? name }));
  const around = fc.constantFrom('', 'Then ', '然後', '- ', '1. ', '(', '“', '事故中，', 'by ');

  it('do not survive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(around, disguised), { minLength: 1, maxLength: 4 }),
        (parts) => {
          const summary = parts.map(([before, { text }]) => `${before}${text}`).join(' went on. ');
          const made = madeEdition(
            aCase({ summary, title: `About ${parts[0]?.[1].name ?? ''}` }),
            [],
            CHOICES,
            RULES,
          );
          for (const text of [made.outside.title, made.outside.text]) {
            const seen = letters(text);
            for (const [, { name, how }] of parts) {
              const hidden = fold(name.normalize('NFKD').replace(/\p{M}/gu, '')).replace(
                /[^\p{L}]/gu,
                '',
              );
              expect([how, summary, text, seen.includes(hidden)]).toEqual([
                how,
                summary,
                text,
                false,
              ]);
            }
          }
          const blocking = findingsIn(made.outside, aCase(), RULES).filter(
            (each) => each.isBlocking,
          );
          expect([summary, made.outside.text, blocking]).toEqual([summary, made.outside.text, []]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are found by the check where somebody writes them in again', () => {
    for (const { name } of KNOWN) {
      for (const [how, disguise] of Object.entries(DISGUISES)) {
        const text = `It was\n\n## Course\n\n${disguise(name, 1)}`;
        const found = findingsIn({ title: 'A', text }, aCase(), RULES);
        const isTold = found.some(({ kind }) => ['NAME', 'EMAIL', 'LINK'].includes(kind));
        expect([how, name, isTold || how === 'link title']).toEqual([how, name, true]);
      }
    }
  });

  it('give the same text every time', () => {
    const document = aCase({ summary: 'Ada Thornton, 王小明, ops@shop.example' });
    const once = madeEdition(document, [], CHOICES, RULES);
    expect(madeEdition(document, [], CHOICES, RULES)).toEqual(once);
  });
});

describe('what goes into it', () => {
  const document = aCase({
    summary: 'It broke.',
    sections: [
      { heading: 'Impact', body: '23 minutes.' },
      { heading: 'Money', body: 'A lot.' },
    ],
    timeline: [
      { at: '2026-03-11T11:02:00.000Z', text: 'one' },
      { at: '2026-03-11T11:03:00.000Z', text: 'two' },
    ],
    factors: [
      { kind: 'TRIGGER', text: 'a mail', children: [{ kind: 'ROOT_CAUSE', text: 'no bound' }] },
    ],
    findings: [{ kind: 'LUCKY', text: 'It was night' }],
    practices: [{ practice: '1.3', verdict: 'FAILED', note: 'too late' }],
    actions: [
      { title: 'Bound it', status: 'DONE', owner: { name: 'Ada Thornton' }, dueOn: '2026-04-01' },
      { title: 'Watch it', status: 'COMMITTED' },
      { title: 'Nothing', status: 'REJECTED' },
    ],
  });

  it('is what is told by default', () => {
    const choices = { ...CHOICES, omittedSections: ['Money'], omittedEventIds: ['e2'] };
    expect(madeEdition(document, ['e1', 'e2'], choices, RULES).outside.text).toBe(`It broke.

## Impact

23 minutes.

## Timeline

- **2026-03-11 11:02 UTC** one

## Causes

- **Trigger**: a mail
  - **Root cause**: no bound

## Actions

### Done

- Bound it

### Planned

- Watch it`);
  });

  it('is more by switches', () => {
    const choices = {
      ...CHOICES,
      withActionDetails: true,
      withFindings: true,
      withPractices: true,
    };
    const { text } = madeEdition(document, [], choices, RULES).outside;
    expect(text).toContain('## Where we were lucky\n\n- It was night');
    expect(text).toContain('- Monitoring and alerting (failed): too late');
    expect(text).toContain('- Bound it (engineer A, 2026-04-01)');
  });
});

describe('the check', () => {
  it('says what it is, where, and whether it has to go', () => {
    const text =
      'All well.\n\n## Course\n\nMail ops@shop.example, 王小明 or checkout; ask Thornton.';
    expect(findingsIn({ title: 'Out of Checkout', text }, aCase(), RULES)).toEqual([
      { kind: 'WORD', words: 'Checkout', line: 1, heading: null, isBlocking: true },
      { kind: 'EMAIL', words: 'ops@shop.example', line: 7, heading: 'Course', isBlocking: false },
      { kind: 'NAME', words: '王小明', line: 7, heading: 'Course', isBlocking: true },
      { kind: 'WORD', words: 'checkout', line: 7, heading: 'Course', isBlocking: true },
      { kind: 'NAME_PART', words: 'Thornton', line: 7, heading: 'Course', isBlocking: false },
    ]);
  });
});
