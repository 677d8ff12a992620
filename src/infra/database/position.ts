import { MoreThanOrEqual, Not, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';

/** A place in a list as a caller gives it: 0 is the first; null or nothing is the end. */
export const placeSchema = z
  .number()
  .int()
  .refine((place) => place >= 0, { error: 'must be 0 or more' })
  .nullish();

type Placed = ObjectLiteral & { id: string; position: number };

/**
 * Makes room for a row among its siblings and returns its `position`. Positions only order: they
 * may have gaps, but no two siblings share one.
 * @param siblings what the rows of one list have in common
 * @param place see `placeSchema`; beyond the end is the end
 * @param movingId the row itself if it is among the siblings already
 */
export async function takePosition<Row extends Placed>(
  tx: TxCtx,
  entity: new () => Row,
  siblings: FindOptionsWhere<Row>,
  place?: number | null,
  movingId?: string,
): Promise<number> {
  const others = {
    ...siblings,
    ...(movingId === undefined ? {} : { id: Not(movingId) }),
  } as FindOptionsWhere<Placed>;
  const table: new () => Placed = entity;
  const [next] =
    place === null || place === undefined
      ? []
      : await tx.db.find(table, {
          where: others,
          order: { position: 'ASC' },
          skip: place,
          take: 1,
        });
  if (!next) return ((await tx.db.maximum(table, 'position', others)) ?? -1) + 1;
  await tx.db.increment(
    table,
    { ...others, position: MoreThanOrEqual(next.position) },
    'position',
    1,
  );
  return next.position;
}
