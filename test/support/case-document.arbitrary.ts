import fc from 'fast-check';

import {
  CASE_KEYS,
  caseDocumentSchema,
  type CaseDocument,
} from '../../src/features/case-file/case-document.js';
import * as words from '../../src/core/vocabulary.js';

/** Pieces of text that have broken a Markdown, YAML or line reader before. */
const NASTY = [
  '---',
  '--- ',
  '...',
  '\n---\n',
  '\n...\n',
  '## ',
  '##',
  '\\## x',
  '\\\\##',
  '### x',
  '# x',
  '##\tx',
  '```',
  '~~~',
  '````sh',
  '```a`b',
  '   ```',
  '\n```\n## in code\n```\n',
  '\\```',
  '\\  ~~~',
  ': ',
  ' #',
  '#',
  '- ',
  '? ',
  '"',
  "'",
  '`',
  '\\',
  '|',
  '>',
  '|2-',
  '&a',
  '*a',
  '!!str',
  '%TAG',
  '@',
  '{',
  '}',
  '[',
  ']',
  ',',
  '~',
  'null',
  'true',
  'no',
  '0x1F',
  '1e3',
  '1.0',
  '007',
  '2024-03-11',
  '12:30:00',
  '=',
  '<<',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  ' \n',
  '\n ',
  '\n\t',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u00A0',
  '\uFEFF',
  '\u3000',
  '\0',
  '\u0007',
  '\u007f',
  '\ud800',
  '\udc00',
  '😀',
  '👩‍👩‍👧',
  '復盤',
  '复盘',
  '：',
  'é',
  'x'.repeat(300),
  'a b '.repeat(60),
];

/** Any text at all, rich in what breaks readers. */
export const nastyText = (max = 8): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...NASTY),
        fc.string({ unit: 'binary', maxLength: 5 }),
        fc.string({ maxLength: 8 }),
      ),
      {
        maxLength: max,
      },
    )
    .map((parts) => parts.join(''));

const filled = (max?: number) => nastyText(max).map((text) => (text === '' ? 'x' : text));
const short = filled(3).map((text) => {
  const cut = text.slice(0, 150).trim();
  return cut === '' ? 'x' : cut;
});
const instant = fc
  .date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('9999-12-30T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const day = instant.map((text) => text.slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 2) => fc.array(arbitrary, { maxLength });
const one = <T>(list: readonly T[]) => fc.constantFrom(...list);
const number = (prefix: string) =>
  fc.integer({ min: 1, max: 999_999_999 }).map((n) => `${prefix}-${n}`);
const person = fc.record({
  name: short,
  email: maybe(fc.constantFrom('a@example.com', 'b.c@example.org')),
});

const zone = fc.oneof(
  fc.constantFrom(
    'UTC',
    'Asia/Taipei',
    'Asia/Shanghai',
    '+08:00',
    '-03:30',
    'America/St_Johns',
    'Europe/London',
    'not a zone',
    'no',
  ),
  filled(2).map((text) => text.slice(0, 64)),
);

/** An incident as the schema takes it in. */
export const incidentInput = fc.record({
  id: maybe(fc.uuid()),
  key: maybe(number('INC')),
  title: short,
  summary: maybe(nastyText()),
  kind: one(words.INCIDENT_KINDS),
  severity: maybe(one(words.SEVERITIES)),
  status: one(words.INCIDENT_STATUSES),
  reporter: maybe(person),
  startedAt: maybe(instant),
  resolvedAt: maybe(instant),
  services: few(fc.record({ name: short, impact: maybe(filled()), recoveredAt: maybe(instant) })),
  responders: few(fc.record({ person, role: one(words.RESPONDER_ROLES) })),
  references: few(fc.record({ source: short, externalId: maybe(short), url: maybe(short) })),
});

const factor = fc.letrec((tie) => ({
  factor: fc.record({
    kind: one(words.FACTOR_KINDS),
    category: maybe(one(words.FACTOR_CATEGORIES)),
    practice: maybe(one(words.PRACTICES)),
    text: filled(),
    children: fc.oneof({ depthSize: 'small' }, fc.constant([]), few(tie('factor'))),
  }),
}));

const action = fc.record({
  id: maybe(fc.uuid()),
  key: maybe(number('AI')),
  title: short,
  detail: maybe(filled()),
  type: maybe(one(words.ACTION_TYPES)),
  priority: maybe(one(words.ACTION_PRIORITIES)),
  status: one(words.ACTION_STATUSES),
  owner: maybe(person),
  ownerText: maybe(short),
  team: maybe(short),
  dueOn: maybe(day),
  evidence: maybe(filled()),
  completedAt: maybe(instant),
  verifier: maybe(person),
  reason: maybe(filled()),
  pausedUntil: maybe(day),
  pausedFrom: maybe(one(words.ACTION_STATUSES)),
  trackerUrl: maybe(short),
});

const jsonKey = nastyText(3).filter((name) => !CASE_KEYS.has(name) && name !== '__proto__');
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    nastyText(),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((n) => (Object.is(n, -0) || Number.isInteger(n) ? 0.5 : n)),
    fc.boolean(),
    fc.constant(null),
    few(tie('value')),
    fc.dictionary(jsonKey, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** Any case that the schema gives out. */
export const caseDocument: fc.Arbitrary<CaseDocument> = fc
  .record({
    id: maybe(fc.uuid()),
    key: maybe(number('PM')),
    title: short,
    status: one(words.POSTMORTEM_STATUSES),
    visibility: one(words.VISIBILITIES),
    readers: few(fc.oneof(fc.record({ person }), fc.record({ team: short }))),
    language: one(words.LANGUAGES),
    template: maybe(short),
    tags: few(short, 3),
    authors: few(person),
    facilitator: maybe(person),
    publishedAt: maybe(instant),
    moves: maybe(
      few(
        fc.record({
          at: instant,
          from: one(words.POSTMORTEM_STATUSES),
          to: one(words.POSTMORTEM_STATUSES),
        }),
      ).filter((moves) => moves.length > 0),
    ),
    summary: nastyText(),
    incidents: few(incidentInput),
    timeline: few(
      fc.record({
        at: instant,
        zone,
        marker: one(words.TIMELINE_MARKERS),
        text: filled(),
        source: maybe(fc.record({ kind: one(words.TIMELINE_SOURCES), name: maybe(short) })),
        original: maybe(filled()),
        evidence: maybe(filled()),
      }),
      3,
    ),
    factors: few(factor.factor as fc.Arbitrary<unknown>),
    findings: few(fc.record({ kind: one(words.FINDING_KINDS), text: filled() })),
    practices: few(
      fc.record({
        practice: one(words.PRACTICES),
        verdict: one(words.PRACTICE_VERDICTS),
        note: maybe(filled()),
      }),
    ),
    actions: few(action),
    links: few(
      fc.record({ to: number('PM'), kind: one(words.CASE_LINK_KINDS), note: maybe(filled()) }),
    ),
    source: maybe(
      fc.record({
        externalId: maybe(short),
        url: maybe(short),
        categories: maybe(few(short)),
        publishedAt: maybe(instant),
      }),
    ),
    extra: maybe(
      fc.dictionary(jsonKey, json.value, { maxKeys: 4, minKeys: 1, noNullPrototype: true }),
    ),
    sections: fc.array(
      fc.record({ heading: nastyText(3).map((text) => text.slice(0, 100)), body: nastyText(14) }),
      { maxLength: 4 },
    ),
  })
  // Through JSON, so that a key without a value is absent and not undefined.
  .map((input) => caseDocumentSchema.parse(JSON.parse(JSON.stringify(input))));
