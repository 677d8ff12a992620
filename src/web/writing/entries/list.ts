import type { Entry } from './steps.js';

/** Moves an entry of a flat list over its neighbour in the same group. */
export function movedInGroup<Values>(
  entries: readonly Entry<Values>[],
  key: string,
  where: 'up' | 'down',
  groupOf: (values: Values) => string,
): readonly Entry<Values>[] {
  const entry = entries.find((each) => each.key === key);
  if (!entry) return entries;
  const group = entries.filter((each) => groupOf(each.values) === groupOf(entry.values));
  const other = group[group.indexOf(entry) + (where === 'up' ? -1 : 1)];
  if (!other) return entries;
  const rest = entries.filter((each) => each !== entry);
  const at = rest.indexOf(other) + (where === 'up' ? 0 : 1);
  return [...rest.slice(0, at), entry, ...rest.slice(at)];
}

/** Brings back what was removed from a flat list, after what stood before it. */
export function putBack<Values>(
  entries: readonly Entry<Values>[],
  before: readonly Entry<Values>[],
  key: string,
): readonly Entry<Values>[] {
  const at = before.findIndex((each) => each.key === key);
  const entry = before[at];
  if (!entry || entries.some((each) => each.key === key)) return entries;
  const there = new Set(entries.map((each) => each.key));
  const above = before.slice(0, at).findLast((each) => there.has(each.key));
  const place = above ? entries.findIndex((each) => each.key === above.key) + 1 : 0;
  return [...entries.slice(0, place), entry, ...entries.slice(place)];
}
