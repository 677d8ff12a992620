import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  changedMiddle,
  isClash,
  mergedText,
  mergeTexts,
} from '../../src/web/writing/merge-text.js';
import { findSection, partName, readPartName } from '../../src/web/writing/part.js';
import { planSave, putBack, type Written } from '../../src/web/writing/save-plan.js';

describe('putting two texts together', () => {
  test('paragraphs that each has written stand beside each other', () => {
    const regions = mergeTexts('one\n\ntwo\n\nthree', 'ONE\n\ntwo\n\nthree', 'one\n\ntwo\n\nTHREE');
    expect(regions.map(({ kind }) => kind)).toEqual(['mine', 'same', 'theirs']);
    expect(mergedText(regions)).toBe('ONE\n\ntwo\n\nTHREE');
  });

  test('one paragraph with different sentences changed is put together by sentences', () => {
    const regions = mergeTexts(
      '連線池耗盡。下單失敗。持續 23 分鐘。',
      '結帳連線池耗盡。下單失敗。持續 23 分鐘。',
      '連線池耗盡。下單失敗。持續 25 分鐘。',
    );
    expect(regions.some(isClash)).toBe(false);
    expect(mergedText(regions)).toBe('結帳連線池耗盡。下單失敗。持續 25 分鐘。');
  });

  test('what both have changed is a clash with all three texts', () => {
    const regions = mergeTexts('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc');
    expect(regions).toEqual([
      { kind: 'same', text: 'a\n' },
      { kind: 'clash', base: 'b\n', mine: 'mine\n', theirs: 'theirs\n' },
      { kind: 'same', text: 'c\n' },
    ]);
    expect(mergedText(regions, [undefined, 'theirs'])).toBe('a\ntheirs\nc');
    expect(mergedText(regions, [undefined, 'both'])).toBe('a\ntheirs\nmine\nc');
  });

  test('what one has taken away is told with its words', () => {
    const regions = mergeTexts('a\nb\nc', 'a\nb\nC', 'a\nc');
    expect(regions.find((region) => region.kind !== 'same')).toMatchObject({ base: 'b\nc\n' });
  });

  const text = fc
    .array(fc.constantFrom('', 'a', 'b', 'c', '甲。', '乙。丙。', 'd. e.'), { maxLength: 8 })
    .map((words) => words.join('\n'));

  test('whoever alone has changed something gets exactly their text', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergedText(mergeTexts(base, changed, base))).toBe(changed);
        expect(mergedText(mergeTexts(base, base, changed))).toBe(changed);
        expect(mergedText(mergeTexts(base, changed, changed))).toBe(changed);
      }),
    );
  });

  test('choosing one side everywhere loses no word of that side', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const regions = mergeTexts(base, mine, theirs);
        const side = (of: 'mine' | 'theirs'): string =>
          regions
            .map((region) =>
              isClash(region)
                ? region[of]
                : region.kind === 'same' || region.kind === of
                  ? region.text
                  : region.base,
            )
            .join('')
            .replaceAll('\n', '');
        if (!regions.some((each) => each.kind === 'same')) return;
        for (const [of, whole] of [
          ['mine', mine],
          ['theirs', theirs],
        ] as const) {
          for (const word of whole.split('\n')) expect(side(of)).toContain(word);
        }
      }),
    );
  });

  test('a text of a million characters is put together in well under a second', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, line) => `Line ${line} of the text, like many.`,
    );
    const with_ = (place: number, line: string): string =>
      lines.map((old, at) => (at === place ? line : old)).join('\n\n');
    const start = performance.now();
    const regions = mergeTexts(lines.join('\n\n'), with_(100, 'mine'), with_(19_000, 'theirs'));
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(mergedText(regions)).toContain('mine');
    expect(mergedText(regions)).toContain('theirs');
  });

  test('what changed in the middle is found', () => {
    expect(changedMiddle('one two three', 'one 2 three')).toEqual(['one ', '2', ' three']);
    expect(changedMiddle('aa', 'aaa')).toEqual(['aa', 'a', '']);
    expect(changedMiddle('', 'new')).toEqual(['', 'new', '']);
  });
});

describe('finding a piece of prose again', () => {
  test('a draft is named by heading and place', () => {
    const ref = { kind: 'section', position: 3, heading: 'Cause / effect' } as const;
    expect(readPartName(partName(ref))).toEqual(ref);
    expect(readPartName('timeline/new')).toBeNull();
    expect(readPartName('summary')).toEqual({ kind: 'summary' });
  });

  test('of sections with one heading it is the nearest', () => {
    const sections = ['A', 'B', 'A', 'C'].map((heading) => ({ heading, body: '' }));
    expect(findSection({ position: 3, heading: 'A' }, sections)).toBe(2);
    expect(findSection({ position: 0, heading: 'C' }, sections)).toBe(3);
    expect(findSection({ position: 0, heading: 'D' }, sections)).toBeNull();
  });
});

describe('what comes next when saving', () => {
  const written: Written = {
    ref: { kind: 'section', position: 1, heading: 'Impact' },
    base: 'Many.',
    baseVersion: 3,
    text: 'Very many.',
    baseHeadings: ['Lead', 'Impact'],
  };
  const now = (version: number, ...sections: [string, string][]) => ({
    version,
    summary: 'S',
    sections: sections.map(([heading, body]) => ({ heading, body })),
  });

  test('it is sent where nobody else was', () => {
    const step = planSave(written, now(3, ['Lead', 'x'], ['Impact', 'Many.']));
    expect(step).toMatchObject({
      kind: 'send',
      change: { expectedVersion: 3, sections: [{ body: 'x' }, { body: 'Very many.' }] },
    });
  });

  test('it is sent over a later version in which only other parts have changed, theirs kept', () => {
    const step = planSave(written, now(5, ['New', 'n'], ['Lead', 'y'], ['Impact', 'Many.']));
    expect(step).toMatchObject({
      kind: 'send',
      change: {
        expectedVersion: 5,
        sections: [{ body: 'n' }, { body: 'y' }, { heading: 'Impact', body: 'Very many.' }],
      },
    });
  });

  test('it is put together with what others wrote in the same part', () => {
    const clear = planSave(written, now(4, ['Lead', 'x'], ['Impact', 'Many.\n\nAll of Taipei.']));
    expect(clear).toMatchObject({ kind: 'merge', isClear: false });
    const clash = planSave(written, now(4, ['Lead', 'x'], ['Impact', 'Few.']));
    expect(clash).toMatchObject({ kind: 'merge', isClear: false });
  });

  test('a renamed section is followed', () => {
    const step = planSave(written, now(4, ['Lead', 'x'], ['Effects', 'Many.']));
    expect(step).toMatchObject({ kind: 'send', place: { position: 1, isRenamed: true } });
    const both = planSave(written, now(4, ['Lead', 'x'], ['Effects', 'Few.']));
    expect(both).toMatchObject({ kind: 'merge', place: { heading: 'Effects' } });
  });

  test('a section that was taken away is never overwritten by another, and can be put back', () => {
    const without = now(4, ['Lead', 'x']);
    expect(planSave(written, without)).toEqual({ kind: 'gone' });
    expect(planSave(written, now(4, ['Lead', 'x'], ['Else', 'y'], ['More', 'z']))).toEqual({
      kind: 'gone',
    });
    expect(putBack(written, without)).toEqual({
      expectedVersion: 4,
      sections: [
        { heading: 'Lead', body: 'x' },
        { heading: 'Impact', body: 'Very many.' },
      ],
    });
  });

  test('what is there already is not sent', () => {
    expect(planSave(written, now(4, ['Lead', 'x'], ['Impact', 'Very many.']))).toMatchObject({
      kind: 'there',
    });
  });
});
