import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { ConflictError } from '../../core/errors.js';

type Versioned = ObjectLiteral & { id: string; version: number };

/**
 * Somebody else changed a row after this transaction had read it. The transaction is run again and
 * then sees the change. Only where transactions run side by side: on PostgreSQL.
 */
export class OvertakenError extends Error {
  constructor() {
    super('a row was changed since this transaction read it');
    this.name = 'OvertakenError';
  }
}

/**
 * Changes a row and counts its version up.
 * @param row as this transaction has read it
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
    .set({ ...changes, version: row.version + 1 })
    .where('id = :id AND version = :version', {
      id: row.id,
      version: expectedVersion ?? row.version,
    })
    .execute();
  if (affected === 0) {
    if (expectedVersion === null || expectedVersion === undefined) throw new OvertakenError();
    const present = await tx.db.findOneBy(entity, { id: row.id } as FindOptionsWhere<Row>);
    throw new ConflictError(present ?? row);
  }
  return { ...row, ...changes, version: row.version + 1 };
}

/** What of an update was really given: the keys that are not undefined. */
export function given<Changes extends object>(
  changes: Changes,
): { [Key in keyof Changes]?: Exclude<Changes[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Changes]?: Exclude<Changes[Key], undefined>;
  };
}
