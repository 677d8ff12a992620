import { describe, expect, it } from '@jest/globals';

import { FactorTree } from '../../src/features/factor/factor.tree.js';

const row = (id: string, parentId: string | null = null) => ({ id, parentId });
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join(' ');

describe('a tree of factors', () => {
  const tree = new FactorTree([row('c', 'a'), row('a'), row('b'), row('e', 'c'), row('d', 'a')]);

  it('keeps the order of siblings and puts parents before their children', () => {
    expect(ids(tree.childrenOf(null))).toBe('a b');
    expect(ids(tree.childrenOf('a'))).toBe('c d');
    expect(ids(tree.below(null))).toBe('a c e d b');
    expect(ids(tree.below('a'))).toBe('c e d');
  });

  it('counts levels from the root', () => {
    expect([null, 'a', 'c', 'e'].map((id) => tree.levelOf(id))).toEqual([0, 1, 2, 3]);
  });

  it('takes a chain far deeper than the call stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, n) =>
      row(`${n}`, n === 0 ? null : `${n - 1}`),
    );
    expect(new FactorTree(chain).below(null)).toHaveLength(50_000);
  });
});
