import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  catalogSchema,
  readCatalogFile,
  writeCatalogFile,
} from '../../src/features/case-file/catalog-file.js';
import { incidentInput, nastyText } from '../support/case-document.arbitrary.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the catalogue file', () => {
  const text = `fupan: 1
organization:
  calendar: 上海
  improvement:
    boundedWording: false
    targets:
      - subject: P1
        severity: null
        days: 20
calendars:
  - name: 上海
    zone: Asia/Shanghai
    weekdays:
      - 1
      - 2
      - 3
      - 4
      - 5
    specialDays:
      - from: 2026-02-14
        name: 调休
        isWorked: true
      - from: 2026-02-15
        to: 2026-02-23
        name: 春节
people:
  - name: 林怡君
    email: lin@example.com
    locale: zh-Hant
teams:
  - key: payments
    name: Payments
    calendar: 上海
    members:
      - person:
          name: 林怡君
          email: lin@example.com
        role: LEAD
services:
  - name: payment-gateway
    tier: CRITICAL
    businessFunction: Payment
    ownerTeam: payments
    redundancy: Two zones, active and passive
    dependsOn:
      - ledger
incidents:
  - key: INC-9
    title: Certificate about to expire
    kind: NEAR_MISS
    status: CLOSED
`;

  it('reads and writes the same bytes', () => {
    expect(writeCatalogFile(readCatalogFile(bytes(text)).data)).toBe(text);
  });

  it('gives back every catalogue', () => {
    const name = nastyText(3).map((value) => value.slice(0, 100).trim() || 'x');
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const catalog = fc
      .record({
        people: fc.array(fc.record({ name, email: optional(fc.constant('a@example.com')) }), {
          maxLength: 2,
        }),
        teams: fc.array(
          fc.record({
            key: name,
            name,
            members: fc.array(
              fc.record({ person: fc.record({ name }), role: fc.constantFrom('LEAD', 'MEMBER') }),
              { maxLength: 2 },
            ),
          }),
          { maxLength: 2 },
        ),
        services: fc.array(
          fc.record({
            name,
            tier: fc.constantFrom('CRITICAL', 'STANDARD'),
            redundancy: optional(nastyText().map((value) => value || 'x')),
            dependsOn: fc.array(name, { maxLength: 2 }),
          }),
          { maxLength: 2 },
        ),
        incidents: fc.array(incidentInput, { maxLength: 2 }),
        calendars: fc.array(
          fc.record({
            name,
            zone: fc.constantFrom('UTC', 'Asia/Taipei', '-03:30'),
            weekdays: fc.array(fc.constantFrom(1, 3, 7), { minLength: 1 }),
            specialDays: fc.array(
              fc.record({
                from: fc.constantFrom('2026-02-14', '2026-02-28'),
                to: optional(fc.constantFrom('2026-02-28', '2026-03-01')),
                name,
                isWorked: fc.boolean(),
              }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 2 },
        ),
      })
      .map((input) => catalogSchema.parse(JSON.parse(JSON.stringify(input))));
    fc.assert(
      fc.property(catalog, (value) => {
        const written = writeCatalogFile(value);
        expect(readCatalogFile(bytes(written)).data).toEqual(value);
        expect(writeCatalogFile(readCatalogFile(bytes(written)).data)).toBe(written);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [
      'fupan: 1\nservices:\n  - name: a\n    tier: HUGE\n',
      4,
      /^`services\[0\]\.tier` is not right/,
    ],
    ['people: []\n', 1, /^`fupan: undefined` is a version/],
    [
      'fupan: 1\npeople:\n  - name: A\n    boss: B\n',
      3,
      /^`people\[0\]` is not right: Unrecognized key/,
    ],
    [
      'fupan: 1\ncalendars:\n  - name: A\n    zone: UTC\n    weekdays: []\n',
      3,
      /no day of the week is worked/,
    ],
    [
      'fupan: 1\ncalendars:\n  - name: A\n    zone: UTC\n    specialDays: [{ from: 2026-03-02, to: 2026-03-01, name: B }]\n',
      3,
      /2026-03-01 is before 2026-03-02/,
    ],
    ['fupan: 1\ncalendars:\n  - name: A\n    zone: Nowhere\n', 4, /must be a zone/],
    ['fupan: 1\norganization:\n  improvement:\n    effectCheckWeeks: 99\n', 4, /effectCheckWeeks/],
  ])('refuses %j with its line', (content, line, message) => {
    expect(() => readCatalogFile(bytes(content))).toThrow(
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    );
  });
});
