import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DocumentTable, type DocumentRow } from '../../src/infra/search/finding/document-table.js';
import { combined } from '../../src/infra/search/finding/combining.js';
import { inverseFrequency, saturation } from '../../src/infra/search/finding/bm25.js';
import { keyOf, type Match } from '../../src/infra/search/finding/match.js';
import { bestFirst } from '../../src/infra/search/finding/ranking.js';
import { NumberRoom } from '../../src/infra/search/finding/number-room.js';
import { bestOf } from '../../src/infra/search/finding/scoring.js';
import { OPEN_SPACE } from '../../src/infra/search/search-index.js';

const NO_FIELDS: DocumentRow['fields'] = {
  severity: [],
  service: [],
  team: [],
  tag: [],
  category: [],
  status: [],
  language: [],
  company: [],
  product: [],
};

/** Every third document is for some only; lengths go up. */
function tableOf(size: number): DocumentTable {
  const documents = new DocumentTable();
  for (let slot = 1; slot <= size; slot += 1) {
    documents.set(slot, {
      id: `case ${slot}`,
      stamp: 1,
      space: slot % 3 === 0 ? `case:${slot}` : OPEN_SPACE,
      fields: NO_FIELDS,
      length: 10 * slot,
      occurredAt: null,
      updatedAt: slot,
      votes: 0,
    });
  }
  return documents;
}

const SIZE = 40;
const slots = fc.uniqueArray(fc.integer({ min: 1, max: SIZE }), { maxLength: SIZE });
const held = slots.chain((some) =>
  fc.record({
    slots: fc.constant(Uint32Array.from(some)),
    frequencies: fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: some.length,
      maxLength: some.length,
    }),
  }),
);

describe('scores', () => {
  it('are BM25 by the figures of what everybody may see, and the best come in order', () => {
    const documents = tableOf(SIZE);
    const weight = fc.constantFrom(0.3, 1, 1e6);
    fc.assert(
      fc.property(
        fc.array(held, { minLength: 1, maxLength: 4 }),
        fc.array(weight, { minLength: SIZE, maxLength: SIZE }),
        fc.integer({ min: 1, max: SIZE }),
        (phrases, weightOf, most) => {
          const all = Uint32Array.from(new Set(phrases.flatMap((one) => [...one.slots])));
          const weights = Float64Array.from(all, (slot) => weightOf[slot - 1] ?? 1);
          const expected = [...all].map((slot, place) => {
            let score = 0;
            for (const phrase of phrases) {
              const at = phrase.slots.indexOf(slot);
              if (at < 0) continue;
              const open = phrase.slots.filter((one) => documents.isOpenAt(one)).length;
              const length = documents.lengthAt(slot) * (1 / documents.openLength);
              score +=
                inverseFrequency(open, documents.openSize) *
                saturation(phrase.frequencies[at] ?? 0, length);
            }
            const weight = weights[place] ?? 1;
            return { slot, score: score * weight, weight };
          });
          const holders = phrases.map((one) => ({
            slots: one.slots,
            frequencyAt: (at: number) => one.frequencies[at] ?? 0,
          }));
          expect(bestOf(documents, { slots: all, weights }, holders, most)).toEqual(
            expected.sort(bestFirst).slice(0, most),
          );
        },
      ),
    );
  });
});

describe('what matches', () => {
  const phrase = (word: string): Match => ({ kind: 'phrase', tokens: [word], prefix: false });
  const [a, b, c] = ['alpha', 'beta', 'gamma'].map(phrase) as [Match, Match, Match];

  it('is what holds every word, or some of them, each once', () => {
    fc.assert(
      fc.property(slots, slots, slots, (one, two, three) => {
        const lists = [one, two, three].map((list) => Uint32Array.from(list));
        const holders = new Map(
          [a, b, c].map((match, at) => [keyOf(match), lists[at] ?? new Uint32Array(0)]),
        );
        const match: Match = { kind: 'every', parts: [a, { kind: 'some', parts: [b, c] }] };
        const found = [...combined(match, holders, SIZE + 1, new NumberRoom())].sort(
          (x, y) => x - y,
        );
        const expected = one.filter((slot) => two.includes(slot) || three.includes(slot));
        expect(found).toEqual(expected.sort((x, y) => x - y));
      }),
    );
  });
});
