import { isDeepStrictEqual } from 'node:util';

interface Entry {
  readonly id: string;
  readonly version: number;
}

/** What makes an entry the one that is there already, the surest sign first. */
export type Signs<Row> = readonly ((row: Row) => string)[];

/** Of each new entry the present one that it is, by the id of the new one; each is taken once. */
export function presentOf<Row extends Entry>(
  wanted: readonly Row[],
  present: readonly Row[],
  signs: Signs<Row>,
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  const taken = new Set<string>();
  for (const sign of signs) {
    const free = new Map<string, Row[]>();
    for (const row of present.filter(({ id }) => !taken.has(id))) {
      free.set(sign(row), [...(free.get(sign(row)) ?? []), row]);
    }
    for (const row of wanted.filter(({ id }) => !found.has(id))) {
      const same = free.get(sign(row))?.shift();
      if (!same) continue;
      found.set(row.id, same);
      taken.add(same.id);
    }
  }
  return found;
}

/** A new entry in the place of the present one: with its id, and another version if it reads otherwise. */
export function inPlaceOf<Row extends Entry>(row: Row, present: Row | undefined): Row {
  if (!present) return row;
  const same = { ...row, id: present.id, version: present.version };
  return isDeepStrictEqual(same, { ...present }) ? same : { ...same, version: same.version + 1 };
}
