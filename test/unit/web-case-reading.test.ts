import { describe, expect, it } from '@jest/globals';

import { diffOf, type DiffRow } from '../../src/web/case/line-diff.js';
import { gapFrom, rowsOf } from '../../src/web/case/timeline-rows.js';
import type { CaseEventFragment } from '../../src/web/gql/documents.js';
import { piecesOf } from '../../src/web/ui/line-pieces.js';

const at = (time: string, zone = 'UTC'): CaseEventFragment => ({
  id: `${time}-${zone}`,
  at: `2026-03-11T${time}:00.000Z`,
  zone,
  marker: 'OTHER',
  text: 'something',
  evidence: null,
  evidenceHtml: null,
  original: null,
  version: 1,
  source: null,
});

describe('a line of plain text', () => {
  it.each([
    ['nothing in it', ['text:nothing in it']],
    ['run `fupan export` now', ['text:run ', 'code:fupan export', 'text: now']],
    ['`https://a.example` is code', ['code:https://a.example', 'text: is code']],
    ['see https://a.example/b?c=d.', ['text:see ', 'address:https://a.example/b?c=d', 'text:.']],
    ['（https://a.example/b）結束', ['text:（', 'address:https://a.example/b', 'text:）結束']],
    ['(https://a.example/b)', ['text:(', 'address:https://a.example/b', 'text:)']],
    ['https://a.example/b_(c)', ['address:https://a.example/b_(c)']],
    ['javascript:alert(1)', ['text:javascript:alert(1)']],
    ['a ` alone', ['text:a ` alone']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text).map((piece) => `${piece.kind}:${piece.text}`)).toEqual(pieces);
  });
});

describe('a timeline', () => {
  it('points at silences of more than ten minutes', () => {
    const rows = rowsOf([at('10:00'), at('10:10'), at('10:21'), at('10:22')], 'utc', 'UTC');
    expect(rows.map(({ gap }) => gap)).toEqual([null, null, null, null]);
    const dense = rowsOf([at('10:00'), at('10:01'), at('10:02'), at('10:21')], 'utc', 'UTC');
    expect(dense.map(({ gap }) => gap)).toEqual([null, null, null, 1_140]);
  });

  it('takes ten minutes, or three times what is usual between two entries', () => {
    expect(gapFrom([at('10:00'), at('10:01')])).toBe(600);
    expect(gapFrom([at('10:00'), at('11:00'), at('12:00')])).toBe(3 * 3_600);
    expect(gapFrom([])).toBe(600);
  });

  it('says the day where it changes in the zone that is shown', () => {
    const events = [at('15:59', 'Asia/Taipei'), at('16:01', 'Asia/Taipei')];
    expect(rowsOf(events, 'author', 'UTC').map(({ newDay }) => newDay)).toEqual([
      '2026-03-11',
      '2026-03-12',
    ]);
    expect(rowsOf(events, 'utc', 'UTC').map(({ newDay }) => newDay)).toEqual(['2026-03-11', null]);
  });

  it('says where the clock of the author changes, and not where only its name does', () => {
    const events = [at('10:00', 'Asia/Taipei'), at('10:01', '+08:00'), at('10:02', 'UTC')];
    expect(rowsOf(events, 'author', 'UTC').map(({ isNewZone }) => isNewZone)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('what differs between two revisions', () => {
  const shown = ({ before, after, isSame }: DiffRow): string => {
    const text = (line: DiffRow['before']): string =>
      line?.words.map((word) => (word.isChanged ? `[${word.text}]` : word.text)).join('') ?? '';
    return isSame ? ` ${text(before)}` : `-${text(before)} +${text(after)}`;
  };
  const changes = (before: string, after: string): string[] =>
    diffOf(before, after)
      .filter(({ isFolded }) => !isFolded)
      .flatMap(({ rows }) => rows.map(shown));

  it('marks the words of a line that has changed, Chinese ones too', () => {
    expect(changes('六分鐘後找到答案', '七分鐘後找到答案')).toEqual([
      '-[六]分鐘後找到答案 +[七]分鐘後找到答案',
    ]);
    expect(changes('the pool was full', 'the pool was empty')).toEqual([
      '-the pool was [full] +the pool was [empty]',
    ]);
  });

  it('marks nothing in lines that have nothing to do with each other', () => {
    expect(changes('alpha beta gamma', 'one; two; three')).toEqual([
      '-alpha beta gamma +one; two; three',
    ]);
  });

  it('keeps three lines around a change and folds the others', () => {
    const lines = Array.from({ length: 20 }, (_, line) => `line ${line}`);
    const after = lines.with(10, 'changed');
    const stretches = diffOf(lines.join('\n'), after.join('\n'));
    expect(stretches.map(({ isFolded, rows }) => [isFolded, rows.length])).toEqual([
      [true, 7],
      [false, 7],
      [true, 6],
    ]);
    expect(stretches[1]?.rows[3]?.before?.number).toBe(11);
  });

  it('numbers the lines of each text by itself', () => {
    const rows = diffOf('a\nb\nc', 'a\nnew\nb\nc').flatMap((stretch) => stretch.rows);
    expect(rows.map(({ before, after }) => [before?.number, after?.number])).toEqual([
      [1, 1],
      [undefined, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  it('takes no longer for a text of a million characters', () => {
    const line = 'The pool of connections was used up within a minute.';
    const before = Array.from({ length: 19_000 }, (_, place) => (place % 2 ? '' : line)).join('\n');
    const after = `first\n${before}\nlast`.replace(line, `${line} Again.`);
    const began = performance.now();
    expect(diffOf(before, after).length).toBeGreaterThan(1);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
