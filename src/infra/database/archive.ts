import type { ObjectLiteral } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { updateVersioned } from './versioned.js';

type Archivable = ObjectLiteral & { id: string; version: number; archivedAt: Date | null };

/**
 * Sets a row aside or brings it back; what refers to it keeps doing so.
 * @throws FupanError WRONG_STATE if it is so already
 */
export async function setArchived<Row extends Archivable>(
  tx: TxCtx,
  entity: new () => Row,
  row: Row,
  archived: boolean,
): Promise<Row> {
  if ((row.archivedAt !== null) === archived) {
    const status = archived ? 'ARCHIVED' : 'ACTIVE';
    throw new FupanError('WRONG_STATE', 'alreadyInState', { status }, ['id']);
  }
  const changes: Partial<Archivable> = { archivedAt: archived ? tx.clock.now() : null };
  return updateVersioned(tx, entity, row, undefined, changes as Partial<Row>);
}
