/** What makes a factor part of a tree. */
interface Branch {
  readonly id: string;
  readonly parentId: string | null;
}

/** The factors of one case as the tree they form; siblings keep the order of the rows. */
export class FactorTree<Row extends Branch> {
  readonly #rows = new Map<string, Row>();
  readonly #children = new Map<string | null, Row[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      this.#rows.set(row.id, row);
      const siblings = this.#children.get(row.parentId);
      if (siblings) siblings.push(row);
      else this.#children.set(row.parentId, [row]);
    }
  }

  find(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** What answers "why?" of a factor; of null, the roots. */
  childrenOf(id: string | null): Row[] {
    return this.#children.get(id) ?? [];
  }

  /** Everything under a factor, parents before their children; of null, the whole tree. */
  below(id: string | null): Row[] {
    const found: Row[] = [];
    const next = [...this.childrenOf(id)].reverse();
    for (let row = next.pop(); row; row = next.pop()) {
      found.push(row);
      next.push(...[...this.childrenOf(row.id)].reverse());
    }
    return found;
  }

  /** How many levels of "why?" lead to a factor: 1 at a root, 0 for null. */
  levelOf(id: string | null): number {
    let level = 0;
    for (let at = id; at !== null; at = this.#rows.get(at)?.parentId ?? null) level += 1;
    return level;
  }
}
