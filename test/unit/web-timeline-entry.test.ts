import { describe, expect, it } from '@jest/globals';

import { finder, isAlike } from '../../src/web/writing/timeline/alike.js';
import {
  batches,
  corrected,
  inZone,
  joinedUp,
  rowsOf,
  shifted,
  type ReadLine,
} from '../../src/web/writing/timeline/paste-rows.js';
import { dayIn, readEntry } from '../../src/web/writing/timeline/typed-entry.js';

const DAY = '2026-03-11';
const read = (line: string, before: string | null = null, zone = 'Asia/Taipei') => {
  const { at, text } = readEntry(line, zone, DAY, before);
  return [at?.replace('.000', ''), text];
};

describe('one typed line', () => {
  it.each([
    ['19:06 first failed orders', '2026-03-11T11:06:00Z', 'first failed orders'],
    ['19：06 首批訂單失敗', '2026-03-11T11:06:00Z', '首批訂單失敗'],
    ['19:06:30 — pager', '2026-03-11T11:06:30Z', 'pager'],
    ['[19:06] pager', '2026-03-11T11:06:00Z', 'pager'],
    ['9:06 pm rollback', '2026-03-11T13:06:00Z', 'rollback'],
    ['12:06 a.m. rollback', '2026-03-10T16:06:00Z', 'rollback'],
    ['19:06 pm2 restarted', '2026-03-11T11:06:00Z', 'pm2 restarted'],
    ['2026-03-12 01:06 rollback', '2026-03-11T17:06:00Z', 'rollback'],
    ['2026年3月12日 01:06 回滾', '2026-03-11T17:06:00Z', '回滾'],
    ['11:06Z pager', '2026-03-11T11:06:00Z', 'pager'],
    ['11:06 UTC, pager', '2026-03-11T11:06:00Z', 'pager'],
    ['11:06 +00:00 pager', '2026-03-11T11:06:00Z', 'pager'],
    ['19:06: 5xx above 2 %', '2026-03-11T11:06:00Z', '5xx above 2 %'],
    ['first failed orders', undefined, 'first failed orders'],
    ['25:06 pager', undefined, '25:06 pager'],
    ['+5 pager', undefined, '+5 pager'],
  ])('%s', (line, at, text) => {
    expect(read(line)).toEqual([at, text]);
  });

  it.each([
    ['+5 rollback', '2026-03-11T11:11:00Z'],
    ['+90m rollback', '2026-03-11T12:36:00Z'],
    ['+2h rollback', '2026-03-11T13:06:00Z'],
    ['+5分鐘 rollback', '2026-03-11T11:11:00Z'],
  ])('counts from the entry before: %s', (line, at) => {
    expect(read(line, '2026-03-11T11:06:00Z')).toEqual([at, 'rollback']);
  });

  it('goes on after midnight, but takes a day that is said', () => {
    const before = '2026-03-11T15:58:00Z';
    expect(read('00:05 rollback', before)).toEqual(['2026-03-11T16:05:00Z', 'rollback']);
    expect(read('23:40 rollback', before)).toEqual(['2026-03-11T15:40:00Z', 'rollback']);
    expect(read('2026-03-11 00:05 x', before)).toEqual(['2026-03-10T16:05:00Z', 'x']);
  });

  it('is on the day that clocks in its zone show', () => {
    expect(dayIn('Asia/Taipei', null, '2026-03-11T17:00:00Z')).toBe('2026-03-12');
    expect(dayIn('UTC', undefined, '2026-03-11T17:00:00Z')).toBe('2026-03-11');
  });
});

describe('what is on the timeline already', () => {
  it.each([
    ['Pager: checkout 5xx > 2 %', 'pager checkout 5xx > 2%', true],
    ['結帳服務 5xx 超過 2%，值班收到告警', '結帳服務5xx超過2%，值班收到告警。', true],
    ['rolled back to v41', 'Ada: rolled back to v41 on all nodes', true],
    ['rolled back', 'scaled out', false],
    ['', 'scaled out', false],
    ['ok', 'look at the book', false],
  ])('%s / %s', (one, other, same) => {
    expect(isAlike(one, other)).toBe(same);
  });

  it('is within a minute', () => {
    const find = finder([
      { at: '2026-03-11T11:06:00Z', text: 'rolled back' },
      { at: '2026-03-11T11:07:30Z', text: 'scaled out' },
    ]);
    expect(find({ at: '2026-03-11T11:07:00Z', text: 'Rolled back.' })?.text).toBe('rolled back');
    expect(find({ at: '2026-03-11T11:07:01Z', text: 'Rolled back.' })).toBeUndefined();
    expect(find({ at: '2026-03-11T11:06:30Z', text: 'scaled out' })?.text).toBe('scaled out');
  });
});

const line = (number: number, original: string, at: string | null): ReadLine<string, string> => ({
  line: number,
  original,
  at,
  zone: 'UTC',
  marker: 'OTHER',
  text: at === null ? '' : original.slice(6),
  source: null,
});

const LINES = [
  line(1, '11:06 pager', '2026-03-11T11:06:00.000Z'),
  line(2, '  and a stack trace', null),
  line(3, '', null),
  line(4, '11:09 rollback', '2026-03-11T11:09:00.000Z'),
];
const rows = () => rowsOf(LINES, [], ({ text }) => text === 'rollback');

describe('the table of pasted lines', () => {
  it('holds every line that says something, and takes along what is new', () => {
    expect(rows().map(({ text, isIncluded }) => [text, isIncluded])).toEqual([
      ['pager', true],
      ['and a stack trace', false],
      ['rollback', false],
    ]);
  });

  it('keeps what was corrected when the text is read again', () => {
    const [first] = rows();
    const changed = corrected(rows(), first?.key ?? '', { text: 'the pager rang' });
    const again = rowsOf([line(1, 'a line above', null), ...LINES], changed, () => false);
    expect(again.map(({ text }) => text)).toEqual([
      'a line above',
      'the pager rang',
      'and a stack trace',
      'rollback',
    ]);
  });

  it('takes a line along as soon as it has a time', () => {
    const key = rows()[1]?.key ?? '';
    const at = '2026-03-11T11:07:00.000Z';
    expect(corrected(rows(), key, { at })[1]).toMatchObject({ at, isIncluded: true });
    expect(corrected(rows(), key, { text: 'x' })[1]).toMatchObject({ isIncluded: false });
  });

  it('joins a line to the one above, also when the text is read again', () => {
    const joined = joinedUp(rows(), rows()[1]?.key ?? '');
    expect(joined.map(({ text }) => text)).toEqual(['pager\nand a stack trace', 'rollback']);
    const again = rowsOf(LINES, joined, () => false);
    expect(again.map(({ text }) => text)).toEqual(['pager\nand a stack trace', 'rollback']);
    expect(joinedUp(rows(), rows()[0]?.key ?? '')).toEqual(rows());
  });

  it('shifts all times by minutes, and into another zone', () => {
    expect(shifted(rows(), -480).map(({ at }) => at)).toEqual([
      '2026-03-11T03:06:00.000Z',
      null,
      '2026-03-11T03:09:00.000Z',
    ]);
    expect(inZone(rows(), 'Asia/Taipei').map(({ at, zone }) => [at, zone])).toEqual([
      ['2026-03-11T03:06:00.000Z', 'Asia/Taipei'],
      [null, 'Asia/Taipei'],
      ['2026-03-11T03:09:00.000Z', 'Asia/Taipei'],
    ]);
  });

  it('is added in parts', () => {
    const all = Array.from({ length: 1_201 }, (_, place) => ({ at: 'x', isIncluded: place > 0 }));
    expect(batches(all, 500).map(({ length }) => length)).toEqual([500, 500, 200]);
    expect(batches(rows(), 500).flat()).toHaveLength(1);
  });
});
