import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { readPasted } from '../../src/features/timeline/pasted-timeline.js';

const FOLDER = join('test', 'fixtures', 'pasted');
const EXPECTED = parse(readFileSync(join(FOLDER, 'expected.yaml'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const DATE = { year: 2026, month: 3, day: 11 };

const instantOf = (written: string): string => {
  const [day, time] = written.includes('/') ? written.split('/') : ['11', written];
  return new Date(`2026-03-${day ?? ''}T${time ?? ''}+08:00`).toISOString();
};
const samples = Object.entries(EXPECTED).map(([name, times]) => ({
  name,
  text: readFileSync(join(FOLDER, `${name}.txt`), 'utf8'),
  times: times.map(instantOf),
}));
const read = (name: string, text: string) =>
  readPasted(text, {
    language: name.endsWith('.en') ? 'en' : 'zh-Hans',
    date: DATE,
    zone: 'Asia/Taipei',
  });

describe('samples after the habits of people', () => {
  it('are at least thirty, of ten shapes in three languages', () => {
    const shapes = new Map<string, Set<string>>();
    for (const { name } of samples) {
      const [shape = '', language = ''] = name.split('.');
      shapes.set(shape, (shapes.get(shape) ?? new Set()).add(language));
    }
    expect(samples.length).toBeGreaterThanOrEqual(30);
    expect(shapes.size).toBeGreaterThanOrEqual(10);
    expect([...shapes.values()].every(({ size }) => size === 3)).toBe(true);
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(files).toHaveLength(samples.length);
  });

  it('have at least 95 % of their times recognised', () => {
    const wrong: string[] = [];
    let right = 0;
    for (const { name, text, times } of samples) {
      const found = read(name, text).flatMap(({ at }) => at?.toISOString() ?? []);
      times.forEach((time, at) => {
        if (found[at] === time) right += 1;
        else wrong.push(`${name}: ${time} was read as ${found[at] ?? 'nothing'}`);
      });
      if (found.length > times.length) wrong.push(`${name}: ${found.length} times were read`);
    }
    const all = samples.reduce((sum, { times }) => sum + times.length, 0);
    process.stdout.write(`  ${right} of ${all} times are right\n${wrong.join('\n')}\n`);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });

  it.each(samples.map(({ name, text }) => [name, text] as const))(
    '%s: each line is in exactly one entry',
    (name, text) => {
      const kept = read(name, text).flatMap(({ original }) => original.split('\n'));
      const written = text.split('\n').filter((line) => line.trim() !== '');
      expect(kept.filter((line) => line.trim() !== '').sort()).toEqual(written.sort());
    },
  );
});
