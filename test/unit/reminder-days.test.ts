import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plusDays, USUAL_WEEK, WorkingDays } from '../../src/core/working-days.js';
import {
  remindersIn,
  type ReminderKind,
  type Reminding,
} from '../../src/features/reminder/reminder-days.js';

const days = new WorkingDays(USUAL_WEEK);
const RULES = { before: 3, every: 7, escalateAfter: 10, verifyAfter: 5 };

const action = (more: Partial<Reminding>): Reminding => ({
  status: 'COMMITTED',
  dueOn: null,
  pausedUntil: null,
  effectCheckOn: null,
  movedOn: '2026-11-02',
  ...more,
});

/** The days of November and December 2026 on which somebody who looks every day is reminded. */
const reminded = (item: Reminding, kind: ReminderKind): string[] => {
  const all = Array.from({ length: 61 }, (_, index) => plusDays('2026-11-01', index));
  return all
    .filter((on) => remindersIn(item, { after: plusDays(on, -1), on }, days, RULES).includes(kind))
    .map((day) => day.slice(5));
};

describe('an action that is due', () => {
  it('reminds three working days before, and on the first one after, then every week', () => {
    // Due on a Monday; three working days before is the Wednesday.
    const item = action({ dueOn: '2026-11-16' });
    expect(reminded(item, 'DUE_SOON')).toEqual(['11-11']);
    expect(reminded(item, 'OVERDUE').slice(0, 3)).toEqual(['11-17', '11-24', '12-01']);
    // Due on a Friday: late on Monday.
    expect(reminded(action({ dueOn: '2026-11-20' }), 'OVERDUE')[0]).toBe('11-23');
  });

  it('is heard of by the leads after ten working days without an answer', () => {
    const item = action({ dueOn: '2026-11-16' });
    expect(reminded(item, 'ESCALATED').slice(0, 2)).toEqual(['11-30', '12-07']);
  });

  it('waits another interval after an answer, and starts anew with a new date', () => {
    const answered = action({ dueOn: '2026-11-16', movedOn: '2026-11-19' });
    expect(reminded(answered, 'OVERDUE')[0]).toBe('11-26');
    expect(reminded(answered, 'ESCALATED')[0]).toBe('12-03');
    const putOff = action({ dueOn: '2026-12-14', movedOn: '2026-11-19' });
    expect(reminded(putOff, 'OVERDUE')).toEqual(['12-15', '12-22', '12-29']);
  });

  it('does not remind of what was promised just now', () => {
    expect(reminded(action({ dueOn: '2026-11-16', movedOn: '2026-11-12' }), 'DUE_SOON')).toEqual(
      [],
    );
  });
});

describe('other waiting', () => {
  it.each([
    ['TO_VERIFY', { status: 'DONE' }, ['11-09', '11-16', '11-23']],
    ['UNDECIDED', { status: 'PROPOSED' }, ['11-09', '11-16', '11-23']],
    [
      'EFFECT_CHECK',
      { status: 'VERIFIED', effectCheckOn: '2026-11-12' },
      ['11-12', '11-19', '11-26'],
    ],
    ['PAUSE_ENDING', { status: 'PAUSED', pausedUntil: '2026-11-12' }, ['11-09', '11-12', '11-19']],
  ] as const)('%s', (kind, more, first) => {
    expect(reminded(action(more), kind).slice(0, 3)).toEqual(first);
  });

  it('is over for what works and what was given up', () => {
    for (const status of ['EFFECTIVE', 'REJECTED'] as const) {
      const span = { after: '2026-01-01', on: '2026-12-31' };
      expect(remindersIn(action({ status, dueOn: '2026-11-16' }), span, days, RULES)).toEqual([]);
    }
  });
});

it('a span of days reminds of what falls on any of them, as the action stands at its end', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => plusDays('2026-11-01', n));
  const statuses = ['DONE', 'VERIFIED'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses),
      day,
      day,
      fc.integer({ min: 1, max: 20 }),
      (status, movedOn, after, length) => {
        const item = action({ status, movedOn, effectCheckOn: movedOn });
        const on = plusDays(after, length);
        const each = Array.from({ length }, (_, index) => plusDays(after, index + 1)).flatMap(
          (one) => remindersIn(item, { after: plusDays(one, -1), on: one }, days, RULES),
        );
        expect(remindersIn(item, { after, on }, days, RULES)).toEqual([...new Set(each)]);
      },
    ),
  );
});
