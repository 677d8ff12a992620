import { describe, expect, it } from '@jest/globals';

import { movedInGroup, putBack } from '../../src/web/writing/entries/list.js';
import {
  addedAfter,
  addedUnder,
  deeper,
  higher,
  levelsOf,
  moved,
  restored,
  withoutBranch,
  withoutLine,
} from '../../src/web/writing/entries/outline.js';
import {
  afterStep,
  nextStep,
  type Entry,
  type KnownEntry,
  type Rules,
} from '../../src/web/writing/entries/steps.js';

interface Values {
  readonly text: string;
}

const rules: Rules<Values> = {
  isOrdered: true,
  isReady: ({ text }) => text.trim() !== '',
  clean: ({ text }) => ({ text: text.trim() }),
};

/** `a`, then `b` under it, then `c` beside it: ['a', '  b', 'c']. */
function outline(lines: readonly string[]): Entry<Values>[] {
  const path: string[] = [];
  return lines.map((line) => {
    const key = line.trim();
    const level = (line.length - line.trimStart().length) / 2;
    path.splice(level, Infinity, key);
    return { key, parent: path[level - 1] ?? null, values: { text: key } };
  });
}

const drawn = (entries: readonly Entry<unknown>[]): string[] => {
  const levels = levelsOf(entries);
  return entries.map(({ key }) => '  '.repeat((levels.get(key) ?? 1) - 1) + key);
};

const held = (entries: readonly Entry<Values>[]): KnownEntry<Values>[] =>
  entries.map((entry) => ({ ...entry, id: `id-${entry.key}`, version: 1 }));

/** All the changes that lead from what the server holds to what is wanted. */
function steps(known: readonly KnownEntry<Values>[], wanted: readonly Entry<Values>[]) {
  const made: string[] = [];
  let now = known;
  for (let step = nextStep(now, wanted, rules); step; step = nextStep(now, wanted, rules)) {
    const to = step.do === 'update' ? step.to : step.do === 'create' ? step : null;
    made.push(`${step.do} ${step.key}${to ? ` ${to.parent ?? 'top'} ${to.place ?? '-'}` : ''}`);
    now = afterStep(now, step, { id: `id-${step.key}`, version: 2 });
    if (made.length > 50) throw new Error('it goes on and on');
  }
  return { made, now };
}

const BEFORE = ['a', '  b', '    c', '  d', 'e'];

describe('an outline', () => {
  const before = outline(BEFORE);
  const x = { key: 'x', values: { text: 'x' } };
  it.each([
    [
      'a line after one with its own',
      addedAfter(before, 'b', x),
      ['a', '  b', '    c', '  x', '  d', 'e'],
    ],
    ['a line under one', addedUnder(before, 'a', x), ['a', '  b', '    c', '  d', '  x', 'e']],
    ['a line at the end', addedAfter(before, null, x), [...BEFORE, 'x']],
    ['deeper, under the one before', deeper(before, 'd'), ['a', '  b', '    c', '    d', 'e']],
    ['deeper with its own', deeper(outline(['a', 'b', '  c']), 'b'), ['a', '  b', '    c']],
    ['not deeper where nothing is before it', deeper(before, 'b'), BEFORE],
    ['higher, after its parent’s others', higher(before, 'b'), ['a', '  d', 'b', '  c', 'e']],
    ['not higher at the top', higher(before, 'a'), BEFORE],
    ['up with its own', moved(before, 'e', 'up'), ['e', 'a', '  b', '    c', '  d']],
    ['down with its own', moved(before, 'b', 'down'), ['a', '  d', '  b', '    c', 'e']],
    ['not out of its level', moved(before, 'd', 'down'), BEFORE],
    ['away, its own stay', withoutLine(before, 'b'), ['a', '  c', '  d', 'e']],
    ['away with its own', withoutBranch(before, 'a'), ['e']],
  ])('%s', (_, after, lines) => {
    expect(drawn(after)).toEqual(lines);
  });

  it('brings a branch back to where it was', () => {
    const after = withoutBranch(before, 'b');
    expect(drawn(restored(after, before, 'b'))).toEqual(BEFORE);
    expect(drawn(restored(withoutBranch(before, 'a'), before, 'a'))).toEqual(BEFORE);
  });

  it('brings a branch back to the top if what it was under is gone', () => {
    const after = withoutBranch(withoutBranch(before, 'b'), 'a');
    expect(drawn(restored(after, before, 'b'))).toEqual(['b', '  c', 'e']);
  });
});

describe('a flat list', () => {
  const list = ['w1', 'l1', 'w2', 'w3'].map((key) => ({
    key,
    parent: null,
    values: { text: key },
  }));
  const groupOf = ({ text }: Values) => text.charAt(0);

  it('moves past what is in other groups', () => {
    const keys = movedInGroup(list, 'w2', 'up', groupOf).map(({ key }) => key);
    expect(keys).toEqual(['w2', 'w1', 'l1', 'w3']);
    expect(movedInGroup(list, 'l1', 'down', groupOf)).toBe(list);
  });

  it('takes back what was removed', () => {
    const after = list.filter(({ key }) => key !== 'w2');
    expect(putBack(after, list, 'w2')).toEqual(list);
  });
});

describe('what is asked of the server', () => {
  it('is nothing where nothing changed', () => {
    expect(steps(held(outline(BEFORE)), outline(BEFORE)).made).toEqual([]);
  });

  it('makes parents before what is under them, each at its place', () => {
    expect(steps([], outline(BEFORE)).made).toEqual([
      'create a top 0',
      'create b a 0',
      'create c b 0',
      'create d a 1',
      'create e top 1',
    ]);
  });

  it('is one move for one line that moved', () => {
    const before = outline(BEFORE);
    expect(steps(held(before), moved(before, 'e', 'up')).made).toEqual(['update e top 0']);
    expect(steps(held(before), deeper(before, 'd')).made).toEqual(['update d b 1']);
    expect(steps(held(before), higher(before, 'c')).made).toEqual(['update c a 1']);
  });

  it('saves what stays from going with what it was under', () => {
    const before = outline(BEFORE);
    expect(steps(held(before), withoutLine(before, 'b')).made).toEqual([
      'update c a 0',
      'delete b',
    ]);
  });

  it('can turn a chain of whys round', () => {
    const { made, now } = steps(held(outline(['a', '  b'])), outline(['b', '  a']));
    expect(made).toEqual(['update b top 0', 'update a b 0']);
    expect(now.map(({ key, parent }) => [key, parent])).toEqual([
      ['b', null],
      ['a', 'b'],
    ]);
  });

  it('passes over lines without text until they have some', () => {
    const [a, b] = outline(['a', '  b']);
    const wanted = [{ ...(a as Entry<Values>), values: { text: ' ' } }, b as Entry<Values>];
    const first = steps([], wanted);
    expect(first.made).toEqual(['create b top 0']);
    expect(steps(first.now, outline(['a', '  b'])).made).toEqual([
      'create a top 0',
      'update b a 0',
    ]);
  });

  it('does not count blanks at the ends as a change', () => {
    const before = outline(['a']);
    const wanted = before.map((entry) => ({ ...entry, values: { text: 'a ' } }));
    expect(steps(held(before), wanted).made).toEqual([]);
  });

  it('leads from any outline to any other', () => {
    const random = numbers(42);
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (let round = 0; round < 300; round += 1) {
      const before = anyOutline(keys, random);
      const wanted = anyOutline(keys, random);
      const { now } = steps(held(before), wanted);
      expect(treeOf(now)).toEqual(treeOf(wanted));
    }
  });
});

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function anyOutline(keys: readonly string[], random: (below: number) => number): Entry<Values>[] {
  let made: readonly Entry<Values>[] = [];
  for (const key of keys) {
    if (random(4) === 0) continue;
    const fresh = { key, values: { text: key } };
    const other = made[random(made.length)];
    made =
      other && random(2) === 0
        ? addedUnder(made, other.key, fresh)
        : addedAfter(made, other?.key ?? null, fresh);
    for (let turn = 0; turn < 2; turn += 1) {
      const one = made[random(made.length)];
      if (one) made = moved(made, one.key, random(2) === 0 ? 'up' : 'down');
    }
  }
  return [...made];
}

/** Each entry's own, in order. */
const treeOf = (entries: readonly Entry<unknown>[]) => {
  const tree: Record<string, string[]> = {};
  for (const { key, parent } of entries) (tree[parent ?? ''] ??= []).push(key);
  return tree;
};
