import { describe, expect, it } from '@jest/globals';

import { AttendanceBook } from '../../src/features/attendance/attendance.book.js';

const second = (count: number): Date => new Date(Date.UTC(2026, 2, 2) + count * 1_000);

describe('the book of who has a case open', () => {
  it('remembers so many and no more, and forgets first who was heard of longest ago', () => {
    const book = new AttendanceBook(3);
    for (const name of ['ann', 'bo', 'cy']) book.note('case', name, null, second(0));
    book.note('case', 'ann', null, second(1));
    book.note('case', 'di', null, second(2));
    const there = (): string[] => book.at('case', second(2)).map(({ personId }) => personId);
    expect(there()).toEqual(['cy', 'ann', 'di']);
    expect(there()).toEqual(['cy', 'ann', 'di']);
    expect(book.size).toBe(3);
  });

  it('keeps nothing of who has left, at whichever case', () => {
    const book = new AttendanceBook();
    for (let at = 0; at < 100; at++) book.note(`case ${at}`, 'ann', null, second(0));
    book.note('case', 'bo', null, second(31));
    expect(book.size).toBe(1);
  });
});
