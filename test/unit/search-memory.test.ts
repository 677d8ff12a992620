import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { told, ToldSpaces } from '../../src/infra/search/embedded/told-spaces.js';
import { GrowingNumbers } from '../../src/infra/search/finding/growing-numbers.js';
import { inRoom, NumberRoom } from '../../src/infra/search/finding/number-room.js';
import { MARKS } from '../../src/infra/search/finding/slot-marks.js';

describe('numbers side by side', () => {
  it('are kept whatever their size, and those that were never set are 0', () => {
    const whole = fc.oneof(fc.nat(300), fc.nat(70_000), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), whole)), (sets) => {
        const numbers = new GrowingNumbers('whole');
        const expected = new Map(sets);
        for (const [place, value] of sets) numbers.set(place, value);
        for (let place = 0; place <= 600; place += 1) {
          expect(numbers.at(place)).toBe(expected.get(place) ?? 0);
        }
        expect(numbers.length).toBe(Math.max(0, ...[...expected.keys()].map((place) => place + 1)));
      }),
    );
  });

  it('may be of any kind', () => {
    const numbers = new GrowingNumbers('any');
    [1.5, Number.NaN, -3].forEach((value, place) => {
      numbers.set(100 * place, value);
    });
    expect([0, 100, 200, 300].map((place) => numbers.at(place))).toEqual([1.5, Number.NaN, -3, 0]);
  });
});

describe('the room of a search', () => {
  it('gives every list its own numbers, however many they are', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3_000_000), fc.nat(100)), { maxLength: 6 });
    fc.assert(
      fc.property(lengths, (wanted) => {
        const room = new NumberRoom();
        const lists = wanted.map(([length, kept], at) =>
          room.keep(room.take(length + kept).fill(at, 0, kept), kept),
        );
        lists.forEach((list, at) => {
          expect([...list]).toEqual(Array.from(list, () => at));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is not that of another one meanwhile, nor of one that came to nothing', async () => {
    const rooms = await inRoom((one) => inRoom((other) => Promise.resolve([one, other])));
    expect(rooms[0]).not.toBe(rooms[1]);
    let lost: NumberRoom | undefined;
    const failing = inRoom((room) => {
      lost = room;
      return Promise.reject(new Error('fails'));
    });
    await expect(failing).rejects.toThrow('fails');
    for (const _ of rooms) expect(await inRoom((room) => Promise.resolve(room))).not.toBe(lost);
  });
});

describe('marks', () => {
  it('are gone after each round, however many rounds there were', () => {
    const slots = Array.from({ length: 1_000 }, (_, slot) => slot);
    for (const slot of slots) {
      MARKS.clear(slots.length);
      expect(slots.filter((one) => MARKS.has(one))).toEqual([]);
      MARKS.mark(slot);
      expect(MARKS.has(slot)).toBe(true);
    }
  });
});

describe('what another thread is told', () => {
  it('are the same spaces, and all of them where all are meant', () => {
    const spaces = fc.uniqueArray(fc.stringMatching(/^[a-z:-]{0,20}$/u));
    const reader = new ToldSpaces();
    const asked = { limit: 5 };
    fc.assert(
      fc.property(spaces, (some) => {
        const text = told({ ...asked, spaces: new Set(some) });
        expect(reader.of(text.spaces)).toEqual(new Set(some));
        expect(text.limit).toBe(5);
      }),
    );
    expect(reader.of(told({ spaces: 'all' }).spaces)).toBe('all');
    expect(reader.of(told({ spaces: new Set(['all']) }).spaces)).toEqual(new Set(['all']));
  });
});
