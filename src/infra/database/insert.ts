import type { ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';

/** Rows of one statement; SQLite takes 32,766 parameters, and no table has fifty columns. */
const CHUNK = 500;

/** Inserts complete rows, in as few statements as the engine takes. */
export async function insertRows<Row extends ObjectLiteral>(
  tx: TxCtx,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx.db
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(start, start + CHUNK) as QueryDeepPartialEntity<Row>[])
      .updateEntity(false)
      .execute();
  }
}

/** Inserts one row for each item, its place in the list as `position`. */
export async function insertInOrder<Item, Row extends { position: number }>(
  tx: TxCtx,
  entity: new () => Row,
  items: readonly Item[],
  rowOf: (item: Item) => Omit<Row, 'position'>,
): Promise<void> {
  const rows = items.map((item, position) => ({ ...rowOf(item), position }) as Row);
  await insertRows(tx, entity, rows);
}
