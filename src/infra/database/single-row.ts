import type { ObjectLiteral } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { ConflictError } from '../../core/errors.js';
import { isUniqueViolation } from './database.js';
import { insertRows } from './insert.js';
import { OvertakenError, updateVersioned } from './versioned.js';

/**
 * Changes the one row of a table that has no more. It is made when somebody first says something;
 * before that it is whatever `row` says, at version 0.
 * @throws ConflictError if it is not at `expectedVersion`
 */
export async function updateSingleRow<Row extends ObjectLiteral & { id: string; version: number }>(
  tx: TxCtx,
  entity: new () => Row,
  row: Row,
  expectedVersion: number | null | undefined,
  changes: Partial<Row>,
): Promise<Row> {
  if (row.version > 0) return updateVersioned(tx, entity, row, expectedVersion, changes);
  if ((expectedVersion ?? 0) !== 0) throw new ConflictError(row);
  const first = { ...row, ...changes, version: 1 };
  try {
    await insertRows(tx, entity, [first]);
  } catch (error) {
    // Somebody said it first, in a transaction beside this one.
    throw isUniqueViolation(error) ? new OvertakenError() : error;
  }
  return first;
}
