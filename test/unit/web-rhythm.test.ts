import { describe, expect, it } from '@jest/globals';

import { linesOf, specialDaysIn } from '../../src/web/settings/special-days.js';
import { rhythmOf, ruleOf } from '../../src/web/task/rhythm.js';

describe('the rhythm of a rule', () => {
  it.each([
    ['FREQ=DAILY;INTERVAL=3', { kind: 'days', every: 3 }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', { kind: 'weeks', every: 2, weekdays: ['MO', 'TH'] }],
    ['FREQ=MONTHLY;BYMONTHDAY=31', { kind: 'monthDay', every: 1, day: 31 }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { kind: 'monthDay', every: 1, day: -1 }],
    [
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR',
      { kind: 'monthWeekday', every: 3, place: -1, weekday: 'FR' },
    ],
    ['FREQ=YEARLY', { kind: 'years', every: 1 }],
  ])('%s is read and written back', (rule, rhythm) => {
    expect(rhythmOf(rule, '2026-11-28')).toEqual(rhythm);
    expect(ruleOf(rhythmOf(rule, '2026-11-28'))).toBe(rule);
  });

  it('takes what a rule leaves out from the day it counts from', () => {
    expect(rhythmOf('FREQ=WEEKLY', '2026-11-28')).toMatchObject({ weekdays: ['SA'] });
    expect(rhythmOf('FREQ=MONTHLY', '2026-11-28')).toMatchObject({ day: 28 });
  });

  it.each([
    'FREQ=DAILY;COUNT=3',
    'FREQ=WEEKLY;BYDAY=MO;WKST=SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=5FR',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1',
  ])('%s stays a rule', (rule) => {
    expect(rhythmOf(rule, '2026-11-28')).toEqual({ kind: 'rule', rule });
  });
});

describe('special days as people write them', () => {
  it('are read line by line, and written back', () => {
    const text = [
      '2026-02-16 – 2026-02-20 春節',
      '2026/2/14 補班',
      '- 2026-05-01 調休',
      '+ 2026-10-10 open day',
      'whenever',
      '2026-02-30 nothing',
      '2026-03-02 - 2026-03-01 backwards',
    ].join('\n');
    const { found, unclear } = specialDaysIn(text);
    expect(found).toEqual([
      { from: '2026-02-16', to: '2026-02-20', name: '春節', isWorked: false },
      { from: '2026-02-14', to: '2026-02-14', name: '補班', isWorked: true },
      { from: '2026-05-01', to: '2026-05-01', name: '調休', isWorked: false },
      { from: '2026-10-10', to: '2026-10-10', name: 'open day', isWorked: true },
    ]);
    expect(unclear).toEqual([
      'whenever',
      '2026-02-30 nothing',
      '2026-03-02 - 2026-03-01 backwards',
    ]);
    expect(specialDaysIn(linesOf(found))).toEqual({ found, unclear: [] });
  });
});
