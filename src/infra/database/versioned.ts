import type { ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { ConflictError } from '../../core/errors.js';

type Versioned = ObjectLiteral & { id: string; version: number };

/**
 * Changes a row and counts its version up.
 * @param expectedVersion the version that the caller has seen; undefined overwrites whatever is there
 * @returns the row as it is now
 * @throws ConflictError with the present row if it is at another version
 */
export async function updateVersioned<Row extends Versioned>(
  tx: TxCtx,
  entity: new () => Row,
  row: Row,
  expectedVersion: number | null | undefined,
  changes: Partial<Row>,
): Promise<Row> {
  const { affected } = await tx.db
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, version: row.version + 1 } as QueryDeepPartialEntity<Row>)
    .where('id = :id AND version = :version', {
      id: row.id,
      version: expectedVersion ?? row.version,
    })
    .execute();
  if (affected === 0) throw new ConflictError(row);
  return { ...row, ...changes, version: row.version + 1 };
}

/** What of an update was really given: the keys that are not undefined. */
export function given<Changes extends object>(
  changes: Changes,
): { [Key in keyof Changes]?: Exclude<Changes[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as { [Key in keyof Changes]?: Exclude<Changes[Key], undefined> };
}
