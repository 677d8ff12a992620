import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { LIMITS } from '../../src/core/limits.js';
import { readPasted, type PastedEntry } from '../../src/features/timeline/pasted-timeline.js';
import { PASTED_CHATS } from '../support/pasted-chats.js';
import { PASTED_LISTS } from '../support/pasted-lists.js';
import { PASTED_LOGS } from '../support/pasted-logs.js';

const PASTED_SAMPLES = [...PASTED_LISTS, ...PASTED_LOGS, ...PASTED_CHATS];
const DATE = { year: 2026, month: 3, day: 11 };

function read(text: string, isDated = true): PastedEntry[] {
  const language = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
  return readPasted(text, { language, date: isDated ? DATE : undefined, zone: 'Asia/Taipei' });
}

const solid = (text: string): string => text.replace(/\s/gu, '');
const originals = (entries: readonly PastedEntry[]): string =>
  solid(entries.map(({ original }) => original).join('\n'));

describe('what people paste', () => {
  it.each(PASTED_SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
    const entries = read(sample.text, sample.isDated);
    const told = entries.map(({ at, text, source }) => ({
      at: at?.toISOString() ?? null,
      text,
      kind: source?.kind,
      name: source?.name,
    }));
    const expected = sample.entries.map(([at, text, kind, name]) => ({ at, text, kind, name }));
    expect(told).toEqual(expected);
    expect(originals(entries)).toBe(solid(sample.text));
  });
});

describe('no line is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PASTED_SAMPLES.flatMap(({ text }) => text.split('\n'))),
    fc.constantFrom(
      '',
      ' ',
      '```',
      '|---|---|',
      '2026-03-11',
      '昨天',
      '{"time":1}',
      '14:05',
      '---',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'0123456789:/-.[]()TZ 月日年时点下午APMM"{}|>*') }),
  );

  it('whatever is pasted', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (lines, isDated) => {
        const text = lines.join('\n');
        const entries = read(text, isDated);
        expect(originals(entries)).toBe(solid(text));
        const places = entries.map(({ line }) => line);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('however many there are', () => {
    const text = Array.from({ length: 30_000 }, (_, at) => `line ${at}`).join('\n');
    const entries = read(text);
    expect(entries).toHaveLength(LIMITS.entriesPerCase);
    expect(originals(entries)).toBe(solid(text));
  });

  it('and none is joined to one that it would make too long to keep', () => {
    const text = `14:05 alert\n${'x'.repeat(15_000)}\n${'y'.repeat(15_000)}`;
    const entries = read(text);
    expect(entries.every(({ original }) => original.length <= LIMITS.entry)).toBe(true);
    expect(originals(entries)).toBe(solid(text));
  });
});

describe('a million characters', () => {
  const repeated = (line: string): string =>
    `${line}\n`.repeat(Math.floor(1e6 / (line.length + 1)));
  const shapes: readonly (readonly [string, string])[] = [
    [
      'of a log',
      repeated('2026-03-11 14:05:33,123 ERROR [main] com.shop.Checkout - charge failed'),
    ],
    ['of a chat', repeated('王小明 14:05\n支付超时了，大家看一下')],
    ['of a list', repeated('14:05 alert fired')],
    ['of JSON', repeated('{"time":"2026-03-11T14:05:33.120Z","msg":"pool exhausted"}')],
    [
      'of prose with figures',
      repeated('We saw 3 of 12 pods fail and 40% of requests, mostly from 10.0.0.1'),
    ],
    ['of single letters', 'a\n'.repeat(5e5)],
    ['in one line', '14:05 '.repeat(166_666)],
    ['of dashes', '-'.repeat(1e6)],
    ['of blanks', `${' '.repeat(999_990)}x`],
    ['of short lines of dashes', repeated(`${'-'.repeat(90)}x`)],
    ['of figures that look like times', repeated(`A${' 1 (2 [3 4 5 6 7 8 9'.repeat(4)} 1:1`)],
    ['of brackets', repeated('[({'.repeat(30))],
    ['of key=value', repeated(`msg="${'time= '.repeat(12)}`)],
  ];

  it.each(shapes)('%s is read in less than a second', (name, text) => {
    const begun = performance.now();
    const entries = read(text);
    const took = performance.now() - begun;
    process.stdout.write(
      `  a million characters ${name}: ${Math.round(took)} ms, ${entries.length} entries\n`,
    );
    expect(took).toBeLessThan(1_000);
    expect(originals(entries)).toBe(solid(text));
  });
});
