import { without, type Entry } from './steps.js';

/** An outline: every entry with what is under it after it. */
type Outline<Values> = readonly Entry<Values>[];

/** How deep each entry stands; 1 at the top. */
export function levelsOf(outline: Outline<unknown>): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { key, parent } of outline) {
    levels.set(key, (parent === null ? 0 : (levels.get(parent) ?? 0)) + 1);
  }
  return levels;
}

/** An entry with all that is under it. */
export function branchOf<Values>(outline: Outline<Values>, key: string): Entry<Values>[] {
  const start = outline.findIndex((entry) => entry.key === key);
  if (start === -1) return [];
  const inside = new Set([key]);
  let end = start + 1;
  for (; end < outline.length; end += 1) {
    const entry = outline[end];
    if (!entry?.parent || !inside.has(entry.parent)) break;
    inside.add(entry.key);
  }
  return outline.slice(start, end);
}

/** A new line: after an entry and what is under it, on the same level; without one, at the end. */
export function addedAfter<Values>(
  outline: Outline<Values>,
  key: string | null,
  fresh: { readonly key: string; readonly values: Values },
): Outline<Values> {
  const branch = key === null ? [] : branchOf(outline, key);
  const [first] = branch;
  const last = branch.at(-1);
  if (!first || !last) return [...outline, { ...fresh, parent: null }];
  return inserted(outline, [{ ...fresh, parent: first.parent }], last.key);
}

/** A new line as the last one under an entry. */
export function addedUnder<Values>(
  outline: Outline<Values>,
  key: string,
  fresh: { readonly key: string; readonly values: Values },
): Outline<Values> {
  const last = branchOf(outline, key).at(-1);
  return last ? inserted(outline, [{ ...fresh, parent: key }], last.key) : outline;
}

/** Puts an entry beneath the one before it on its level; the first of a level stays. */
export function deeper<Values>(outline: Outline<Values>, key: string): Outline<Values> {
  const { above } = neighbours(outline, key);
  if (!above) return outline;
  return outline.map((entry) => (entry.key === key ? { ...entry, parent: above.key } : entry));
}

/** Puts an entry on the level of the one it is under, after that one's own. */
export function higher<Values>(outline: Outline<Values>, key: string): Outline<Values> {
  const branch = branchOf(outline, key);
  const [entry] = branch;
  const parent = outline.find((each) => each.key === entry?.parent);
  if (!entry || !parent) return outline;
  const others = outline.filter((each) => !branch.includes(each));
  const after = branchOf(others, parent.key).at(-1)?.key ?? parent.key;
  return inserted(others, [{ ...entry, parent: parent.parent }, ...branch.slice(1)], after);
}

/** Moves an entry with its own over its neighbour on the same level. */
export function moved<Values>(
  outline: Outline<Values>,
  key: string,
  where: 'up' | 'down',
): Outline<Values> {
  const { above, below } = neighbours(outline, key);
  if (where === 'down') return below ? moved(outline, below.key, 'up') : outline;
  if (!above) return outline;
  const branch = branchOf(outline, key);
  const others = outline.filter((each) => !branch.includes(each));
  const at = others.findIndex((each) => each.key === above.key);
  return [...others.slice(0, at), ...branch, ...others.slice(at)];
}

/** The outline without a line; what was under it comes to where it stood. */
export function withoutLine<Values>(outline: Outline<Values>, key: string): Outline<Values> {
  const parent = outline.find((entry) => entry.key === key)?.parent ?? null;
  return outline
    .filter((entry) => entry.key !== key)
    .map((entry) => (entry.parent === key ? { ...entry, parent } : entry));
}

/** The outline without an entry and all that is under it. */
export const withoutBranch = <Values>(outline: Outline<Values>, key: string): Outline<Values> =>
  without(outline, key);

/**
 * Brings back what was removed, as near as can be to where it stood before.
 * @param before the outline from which it was removed
 */
export function restored<Values>(
  outline: Outline<Values>,
  before: Outline<Values>,
  key: string,
): Outline<Values> {
  const there = new Set(outline.map((entry) => entry.key));
  const branch = branchOf(before, key).filter((entry) => !there.has(entry.key));
  if (branch.length === 0) return outline;
  const at = before.findIndex((entry) => entry.key === key);
  const above = before.slice(0, at).findLast((entry) => there.has(entry.key));
  const homes = new Set([...there, ...branch.map((entry) => entry.key)]);
  const back = branch.map((entry) =>
    entry.parent !== null && !homes.has(entry.parent) ? { ...entry, parent: null } : entry,
  );
  return regrouped(above ? inserted(outline, back, above.key) : [...back, ...outline]);
}

function neighbours<Values>(outline: Outline<Values>, key: string) {
  const parent = outline.find((entry) => entry.key === key)?.parent;
  const level = outline.filter((entry) => entry.parent === parent);
  const at = level.findIndex((entry) => entry.key === key);
  return { above: at > 0 ? level[at - 1] : undefined, below: level[at + 1] };
}

function inserted<Values>(
  outline: Outline<Values>,
  entries: readonly Entry<Values>[],
  after: string,
): Outline<Values> {
  const at = outline.findIndex((entry) => entry.key === after) + 1;
  return [...outline.slice(0, at), ...entries, ...outline.slice(at)];
}

/** The same with everything after what it is under; siblings keep their order. */
export function regrouped<Each extends Entry<unknown>>(entries: readonly Each[]): Each[] {
  const children = new Map<string | null, Each[]>();
  for (const entry of entries) {
    const row = children.get(entry.parent);
    if (row) row.push(entry);
    else children.set(entry.parent, [entry]);
  }
  const found: Each[] = [];
  const next = [...(children.get(null) ?? [])].reverse();
  for (let entry = next.pop(); entry; entry = next.pop()) {
    found.push(entry);
    next.push(...[...(children.get(entry.key) ?? [])].reverse());
  }
  return found;
}
