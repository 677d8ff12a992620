import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { insertRows } from './insert.js';
import { OutboxEntity } from './outbox.entity.js';

/** Promises a side effect: it happens if, and only if, this transaction commits. */
export async function promise(
  tx: TxCtx,
  topic: string,
  subjectIds: readonly string[],
): Promise<void> {
  const now = tx.clock.now();
  await insertRows(
    tx,
    OutboxEntity,
    subjectIds.map((subjectId) => ({
      // The database numbers the rows.
      seq: 0,
      topic,
      subjectId,
      createdAt: now,
      attempts: 0,
      nextAttemptAt: now,
      lastError: null,
      deadAt: null,
    })),
  );
}

/** Takes rows off the list once they have been delivered. */
export async function settle(tx: TxCtx, seqs: readonly number[]): Promise<void> {
  await tx.db.delete(OutboxEntity, { seq: In([...seqs]) });
}
