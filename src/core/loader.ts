import DataLoader from 'dataloader';

import type { Ctx } from './ctx.js';

const loadersOf = new WeakMap<Ctx, Map<object, unknown>>();

/** The one loader of a kind that belongs to a request. */
export type LoaderFor<Key, Value> = (ctx: Ctx) => DataLoader<Key, Value>;

/**
 * Defines a batch loader: within one request all keys asked for in the same tick become one call
 * of `batch`, which answers in the order of the keys.
 */
export function defineLoader<Key, Value>(
  batch: (ctx: Ctx, keys: readonly Key[]) => Promise<readonly Value[]>,
): LoaderFor<Key, Value> {
  return (ctx) => {
    let loaders = loadersOf.get(ctx);
    if (!loaders) loadersOf.set(ctx, (loaders = new Map<object, unknown>()));
    let loader = loaders.get(batch) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader((keys: readonly Key[]) => batch(ctx, keys), { maxBatchSize: 500 });
      loaders.set(batch, loader);
    }
    return loader;
  };
}

/** Rows of one-to-many: the list of each key, empty where there is none. */
export function groupedBy<Row, Key>(
  rows: readonly Row[],
  keys: readonly Key[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/** Rows by id, in the order of the ids; null where there is none. */
export function byId<Row extends { id: string }>(
  rows: readonly Row[],
  ids: readonly string[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Drops what a request has loaded, after a mutation has changed the rows. */
export function forgetLoaded(ctx: Ctx): void {
  loadersOf.delete(ctx);
}
