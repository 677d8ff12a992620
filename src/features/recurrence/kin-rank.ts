/** What makes a case kin to another, in numbers. */
export interface KinStrength {
  /** Somebody linked the two because the same factor was at work. */
  readonly isLinked: boolean;
  readonly factors: number;
  readonly categories: number;
  readonly services: number;
  /** 0 to 1, where 1 is the most similar of all; null where the words do not tell. */
  readonly similarity: number | null;
}

/** What became of the actions of a case, as far as it matters to a later one. */
export interface KinActions {
  readonly late: number;
  /** Open, and not late. */
  readonly open: number;
  readonly paused: number;
  readonly rejected: number;
}

/**
 * How far up a case stands among the kin of another. What somebody said for sure counts more than
 * what words suggest, and a category less still: half of all cases share one. What was promised and
 * is late counts most, because it is what might have prevented this one.
 */
export function kinRank(strength: KinStrength, actions: KinActions): number {
  const { isLinked, factors, categories, services, similarity } = strength;
  const kinship =
    (isLinked ? 4 : 0) +
    (factors > 0 ? 4 : 0) +
    (similarity === null ? 0 : 1 + 2 * similarity) +
    (categories > 0 ? 2 : 0) +
    (services > 0 ? 1 : 0);
  const matter = [
    actions.late > 0 ? 3 : 0,
    actions.open > 0 ? 2 : 0,
    actions.rejected > 0 ? 2 : 0,
    actions.paused > 0 ? 1 : 0,
  ];
  return kinship + Math.max(...matter);
}
