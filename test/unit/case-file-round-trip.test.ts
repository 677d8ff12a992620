import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { caseDocumentSchema } from '../../src/features/case-file/case-document.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';
import { writeCaseFile } from '../../src/features/case-file/case-file.write.js';
import { normalizeHeading, normalizeProse } from '../../src/features/case-file/prose-text.js';
import { readSections, writeSections } from '../../src/features/case-file/section-body.js';
import { caseDocument, nastyText } from '../support/case-document.arbitrary.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCaseFile(bytes(text), { path: 'a.md' });

describe('the loss-free form', () => {
  it('gives back every document, and the same bytes again', () => {
    fc.assert(
      fc.property(caseDocument, (document) => {
        const text = writeCaseFile(document);
        const again = read(text);
        expect(again.document).toEqual(document);
        expect(writeCaseFile(again.document)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back every list of sections', () => {
    const section = fc.record({
      heading: nastyText(3).map(normalizeHeading),
      body: nastyText(20).map(normalizeProse),
    });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), (sections) => {
        const text = writeSections(sections);
        const again = readSections(text).map(({ heading, body }) => ({ heading, body }));
        expect(again).toEqual(sections);
        expect(writeSections(again)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back a long note that begins with blank lines', () => {
    const note = `\n \n...\n${'a b '.repeat(60)}`;
    const practices = [{ practice: '1.1', verdict: 'HELD', note }];
    const document = caseDocumentSchema.parse({ title: 'A', language: 'en', practices });
    expect(read(writeCaseFile(document)).document.practices[0]?.note).toBe(note);
  });

  it('never writes an alias, even for what is the same object', () => {
    const shared = { list: [1] };
    const extra = { first: shared, second: shared };
    const document = caseDocumentSchema.parse({ title: 'A', language: 'en' });
    expect(read(writeCaseFile({ ...document, extra })).document.extra).toEqual(extra);
  });

  it('leaves prose alone that is in its one form already', () => {
    fc.assert(
      fc.property(nastyText(12), (text) => {
        const once = normalizeProse(text);
        expect(normalizeProse(once)).toBe(once);
        expect(normalizeHeading(normalizeHeading(text))).toBe(normalizeHeading(text));
      }),
    );
  });

  it('reads like a document a person wrote', () => {
    const document = caseDocumentSchema.parse({
      key: 'PM-7',
      title: 'Checkout returned 503: the pool ran dry',
      language: 'en',
      tags: ['database'],
      summary: 'One line.\nAnother.',
      incidents: [
        {
          title: 'Checkout 503',
          startedAt: '2024-03-11T11:00:00Z',
          services: [{ name: 'checkout' }],
        },
      ],
      timeline: [
        {
          at: '2024-03-11T11:02:00.000Z',
          zone: 'Asia/Taipei',
          marker: 'DETECTION',
          text: 'Alert fired',
        },
        { at: '2024-03-11T11:03:00.250Z', text: 'Page answered' },
      ],
      extra: { runbook: 'RB-12' },
      sections: [
        { heading: '', body: 'Before any heading.' },
        { heading: 'Impact', body: '## not a heading\n\n```sh\n## a comment\n```' },
      ],
    });
    expect(writeCaseFile(document)).toBe(`---
fupan: 1
key: PM-7
title: "Checkout returned 503: the pool ran dry"
status: PUBLISHED
visibility: ORGANIZATION
language: en
tags:
  - database
summary: |-
  One line.
  Another.
incidents:
  - title: Checkout 503
    kind: INCIDENT
    status: CLOSED
    startedAt: 2024-03-11T11:00:00Z
    services:
      - name: checkout
timeline:
  - at: 2024-03-11T19:02:00+08:00
    zone: Asia/Taipei
    marker: DETECTION
    text: Alert fired
  - at: 2024-03-11T11:03:00.250Z
    marker: OTHER
    text: Page answered
runbook: RB-12
---

Before any heading.

## Impact

\\## not a heading

\`\`\`sh
## a comment
\`\`\`
`);
  });
});
