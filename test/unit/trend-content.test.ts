import { describe, expect, it } from '@jest/globals';

import { ageingOf, pointOf, type OpenAction } from '../../src/features/trend/trend.content.js';
import { plusDays } from '../../src/core/working-days.js';

const TODAY = '2026-11-18';
const aged = (days: number, more: Partial<OpenAction> = {}): OpenAction => ({
  status: 'COMMITTED',
  dueOn: null,
  proposedOn: plusDays(TODAY, -days),
  ...more,
});

describe('the ages of what is open', () => {
  it('puts each age into one band, whose ends belong to it', () => {
    const ages = [0, 7, 8, 28, 29, 56, 57, 91, 92, 182, 183, 4_000];
    const { bands, count } = ageingOf(
      ages.map((days) => aged(days)),
      TODAY,
    );
    expect(count).toBe(12);
    expect(bands.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
      [0, 7],
      [8, 28],
      [29, 56],
      [57, 91],
      [92, 182],
      [183, null],
    ]);
    expect(bands.map(({ withoutDate }) => withoutDate)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('says how each stands: what is paused is not late, what is due today is in time', () => {
    const [band] = ageingOf(
      [
        aged(1, { dueOn: TODAY }),
        aged(1, { dueOn: plusDays(TODAY, -1) }),
        aged(1, { dueOn: plusDays(TODAY, -9), status: 'PAUSED' }),
        aged(1),
      ],
      TODAY,
    ).bands;
    expect(band).toMatchObject({ inTime: 1, overdue: 1, paused: 1, withoutDate: 1 });
  });

  it('tells the median and the ninetieth percentile as ages that there are', () => {
    const of = (...ages: number[]) =>
      ageingOf(
        ages.map((days) => aged(days)),
        TODAY,
      );
    expect(of()).toMatchObject({ medianDays: null, p90Days: null });
    expect(of(5)).toMatchObject({ medianDays: 5, p90Days: 5 });
    expect(of(9, 1, 4, 2)).toMatchObject({ medianDays: 2, p90Days: 9 });
    expect(of(10, 1, 2, 3, 4, 5, 6, 7, 8, 9)).toMatchObject({ medianDays: 5, p90Days: 9 });
  });

  it('takes what was proposed later today in another zone for new', () => {
    expect(ageingOf([aged(-1)], TODAY)).toMatchObject({ count: 1, medianDays: 0 });
  });
});

describe('a point of a burn-up', () => {
  it('counts what has come further among what it has passed', () => {
    const counts: Record<string, number> = {
      PROPOSED: 1,
      COMMITTED: 2,
      IN_PROGRESS: 4,
      PAUSED: 8,
      DONE: 16,
      VERIFIED: 32,
      EFFECTIVE: 64,
      REJECTED: 128,
    };
    const at = { week: '2026-W47', at: new Date(TODAY) };
    expect(pointOf(at, (status) => counts[status] ?? 0)).toEqual({
      ...at,
      proposed: 127,
      done: 112,
      verified: 96,
      effective: 64,
      rejected: 128,
    });
  });
});
