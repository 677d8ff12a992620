import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  ACTION_LINK_KINDS,
  INITIATIVE_ACTS,
  INITIATIVE_STATUSES,
  PRACTICES,
  PREVENTION_ANSWERS,
  TASK_RESULTS,
} from '../../src/core/vocabulary.js';
import {
  improvementSchema,
  readImprovementFile,
  writeImprovementFile,
} from '../../src/features/case-file/improvement-file.js';
import { nastyText } from '../support/case-document.arbitrary.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 2 });
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const line = nastyText(3).map((text) => text.slice(0, 100).trim() || 'x');
const entry = nastyText().map((text) => text || 'x');
const instant = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((text) => text.slice(0, 10));
const person = fc.record({ name: line, email: optional(fc.constant('a@example.com')) });
const ref = (prefix: string) =>
  fc.record({
    id: fc.uuid(),
    key: optional(fc.integer({ min: 1, max: 999 }).map((n) => `${prefix}-${n}`)),
    title: optional(line),
  });
const cadence = fc.record({
  rule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'FREQ=MONTHLY'),
  startsOn: day,
  zone: fc.constantFrom('UTC', 'Asia/Shanghai', '+08:00'),
  time: fc.constantFrom('00:00', '09:30', '23:59'),
  graceDays: fc.integer({ min: 0, max: 60 }),
  validFrom: day,
});
const initiative = fc
  .record({
    id: optional(fc.uuid()),
    key: optional(fc.constant('INI-7')),
    title: line,
    goal: optional(entry),
    status: oneOf(INITIATIVE_STATUSES),
    reason: entry,
    team: optional(line),
    owner: optional(person),
    targetOn: optional(day),
    createdAt: optional(instant),
    updatedAt: optional(instant),
    actions: few(ref('AI')),
    history: few(
      fc.record({
        at: instant,
        by: optional(person),
        act: oneOf(INITIATIVE_ACTS),
        status: oneOf(INITIATIVE_STATUSES),
        reason: optional(entry),
        title: optional(line),
        team: fc.option(optional(line)),
        owner: fc.option(optional(person)),
        targetOn: fc.option(optional(day)),
      }),
    ),
  })
  .map(({ reason, ...rest }) => (rest.status === 'DROPPED' ? { ...rest, reason } : rest));
const improvement = fc
  .record({
    initiatives: few(initiative),
    tasks: few(
      fc.record({
        id: optional(fc.uuid()),
        key: optional(fc.constant('RT-7')),
        title: line,
        detail: optional(entry),
        team: optional(line),
        owner: optional(person),
        service: optional(line),
        practice: optional(oneOf(PRACTICES)),
        createdAt: optional(instant),
        archivedAt: optional(instant),
        cadences: cadence.map((each) => [each]),
        runs: few(
          fc.record({
            dueOn: day,
            result: oneOf(TASK_RESULTS),
            note: optional(entry),
            evidence: optional(entry),
            doneBy: optional(person),
            doneAt: instant,
            recordedBy: optional(person),
            recordedAt: instant,
          }),
        ),
      }),
    ),
    links: few(fc.record({ kind: oneOf(ACTION_LINK_KINDS), from: ref('AI'), to: ref('AI') })),
    answers: few(
      fc.record({
        case: ref('PM'),
        action: ref('AI'),
        answer: oneOf(PREVENTION_ANSWERS),
        by: optional(person),
        at: instant,
      }),
    ),
  })
  .map((input) => improvementSchema.parse(JSON.parse(JSON.stringify(input))));

const task = (cadences: string): string =>
  `fupan: 1\ntasks:\n  - title: T\n    cadences:\n${cadences}\n`;
const cadenceFrom = (validFrom: string, more = ''): string =>
  `      - { rule: FREQ=DAILY, startsOn: 2026-01-01, zone: UTC, time: "09:00", graceDays: 0, validFrom: ${validFrom}${more} }`;

describe('the improvement file', () => {
  it('gives back everything, and the same bytes', () => {
    fc.assert(
      fc.property(improvement, (value) => {
        const written = writeImprovementFile(value);
        expect(readImprovementFile(bytes(written)).data).toEqual(value);
        expect(writeImprovementFile(readImprovementFile(bytes(written)).data)).toBe(written);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['links: []\n', 1, /^`fupan: undefined` is a version/],
    ['fupan: 1\nlinks: &all []\nanswers: *all\n', 2, /aliases and anchors/],
    ['fupan: 1\ntasks: !!js/function []\n', 2, /tags/],
    [
      'fupan: 1\nlinks:\n  - kind: SAME_IDEA\n    from: { title: x }\n    to: { key: AI-1 }\n',
      4,
      /id or a key/,
    ],
    [
      'fupan: 1\nlinks:\n  - kind: SAME\n    from: { key: AI-1 }\n    to: { key: AI-2 }\n',
      3,
      /kind/,
    ],
    [task(cadenceFrom('2026-01-01').replace('DAILY', 'SECONDLY')), 5, /RRULE/],
    [task(cadenceFrom('2026-01-01').replace('DAILY', 'DAILY;COUNT=1000000000')), 5, /RRULE/],
    [task(cadenceFrom('2026-01-01').replace('UTC', 'Mars/Base')), 5, /zone/],
    [task(`${cadenceFrom('2026-01-01')}\n${cadenceFrom('2026-02-01')}`), 4, /follow each other/],
    [task(''), 4, /cadences/],
    ['fupan: 1\ninitiatives:\n  - title: I\n    status: DROPPED\n', 3, /say why/],
    ['fupan: 1\ninitiatives:\n  - title: I\n    reason: none\n', 4, /say why/],
    ['fupan: 1\ninitiatives:\n  - title: I\n    actions: [{ title: x }]\n', 4, /id or a key/],
  ])('refuses %j with its line', (content, line, message) => {
    expect(() => readImprovementFile(bytes(content))).toThrow(
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    );
  });

  it('takes cadences that follow each other', () => {
    const two = [cadenceFrom('2026-01-01', ', validUntil: 2026-01-31'), cadenceFrom('2026-02-01')];
    expect(readImprovementFile(bytes(task(two.join('\n')))).data.tasks[0]?.cadences).toHaveLength(
      2,
    );
  });
});
