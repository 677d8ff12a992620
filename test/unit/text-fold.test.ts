import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fold } from '../../src/core/text/fold.js';

describe('folding a text for search', () => {
  it('makes traditional and simplified script the same', () => {
    expect(fold('資料庫連線逾時')).toBe(fold('资料库连线逾时'));
    expect(fold('憑證過期，無法登錄')).toBe(fold('凭证过期，无法登录'));
  });

  it('joins variants that are both in use in one script', () => {
    expect(fold('裏面')).toBe(fold('裡面'));
    expect(fold('著')).toBe(fold('着'));
  });

  it('lowers case, narrows full-width letters and drops Latin diacritics', () => {
    expect(fold('ＯＯＭ　Killed：Café')).toBe('oom killed:cafe');
  });

  it('leaves what has no shorter or longer form of one unit', () => {
    expect(fold('İß𠮷😀')).toBe('iß𠮷😀');
  });

  it('keeps the length of any text, so that offsets stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length),
    );
  });

  it('changes nothing when done twice, whatever the character', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    expect(units.filter((unit) => fold(fold(unit)) !== fold(unit))).toEqual([]);
  });
});
