import { describe, expect, it } from '@jest/globals';

import {
  kinRank,
  type KinActions,
  type KinStrength,
} from '../../src/features/recurrence/kin-rank.js';

const none: KinStrength = {
  isLinked: false,
  factors: 0,
  categories: 0,
  services: 0,
  similarity: null,
};
const nothing: KinActions = { late: 0, open: 0, paused: 0, rejected: 0 };

describe('the rank of kin', () => {
  it('puts what somebody linked above what only words or a category suggest', () => {
    const linked = kinRank({ ...none, isLinked: true }, { ...nothing, open: 1 });
    const similar = kinRank({ ...none, similarity: 1 }, { ...nothing, open: 1 });
    const category = kinRank({ ...none, categories: 3 }, { ...nothing, open: 1 });
    expect(linked).toBeGreaterThan(similar);
    expect(similar).toBeGreaterThan(category);
  });

  it('of two that are as close puts the one with something late first, and a paused one last', () => {
    const of = (actions: Partial<KinActions>): number =>
      kinRank({ ...none, services: 1 }, { ...nothing, ...actions });
    expect(of({ late: 1 })).toBeGreaterThan(of({ open: 9 }));
    expect(of({ rejected: 1 })).toBe(of({ open: 1 }));
    expect(of({ open: 1 })).toBeGreaterThan(of({ paused: 1 }));
    expect(of({ paused: 1 })).toBeGreaterThan(of({}));
  });

  it('counts how similar the words are', () => {
    const of = (similarity: number): number => kinRank({ ...none, similarity }, nothing);
    expect(of(0.9)).toBeGreaterThan(of(0.2));
  });
});
