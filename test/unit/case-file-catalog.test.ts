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
people:
  - name: 林怡君
    email: lin@example.com
    locale: zh-Hant
teams:
  - key: payments
    name: Payments
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
    expect(writeCatalogFile(readCatalogFile(bytes(text)))).toBe(text);
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
      })
      .map((input) => catalogSchema.parse(JSON.parse(JSON.stringify(input))));
    fc.assert(
      fc.property(catalog, (value) => {
        const written = writeCatalogFile(value);
        expect(readCatalogFile(bytes(written))).toEqual(value);
        expect(writeCatalogFile(readCatalogFile(bytes(written)))).toBe(written);
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
  ])('refuses %j with its line', (content, line, message) => {
    expect(() => readCatalogFile(bytes(content))).toThrow(
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    );
  });
});
