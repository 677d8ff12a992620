import type { CaseFactorFragment } from '../gql/documents.js';

/** A factor with those that answer "why?" of it. */
export interface FactorNode {
  readonly factor: CaseFactorFragment;
  readonly children: readonly FactorNode[];
}

/** The trees that the factors make, each in the order it was given. */
export function treesOf(factors: readonly CaseFactorFragment[]): FactorNode[] {
  const below = (parent: string | null): FactorNode[] =>
    factors
      .filter((factor) => (factor.parent?.id ?? null) === parent)
      .map((factor) => ({ factor, children: below(factor.id) }));
  return below(null);
}
