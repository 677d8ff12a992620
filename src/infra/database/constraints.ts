import type { ObjectLiteral } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { isForeignKeyViolation, isUniqueViolation } from './database.js';

/**
 * Does a write that a unique constraint may refuse.
 * @param value what has to be unique, as the caller wrote it
 * @throws FupanError ALREADY_EXISTS
 */
export async function refuseTaken<Result>(
  write: () => Promise<Result>,
  value: string,
  field: readonly string[],
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new FupanError('ALREADY_EXISTS', 'ALREADY_EXISTS', { value }, field, { cause: error });
  }
}

/**
 * Removes a row for good.
 * @throws FupanError IN_USE while a row that does not go with it refers to it
 */
export async function deleteUnused(
  tx: TxCtx,
  entity: new () => ObjectLiteral,
  id: string,
): Promise<void> {
  try {
    await tx.db.delete(entity, { id });
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new FupanError('IN_USE', 'IN_USE', {}, ['id'], { cause: error });
  }
}
