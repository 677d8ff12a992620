import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { OutboxEntity } from './outbox.entity.js';

/** Rows of one statement: renaming a service may touch every case there is. */
const CHUNK = 500;

/** Promises a side effect: it happens if, and only if, this transaction commits. */
export async function promise(
  tx: TxCtx,
  topic: string,
  subjectIds: readonly string[],
): Promise<void> {
  const now = tx.clock.now();
  for (let start = 0; start < subjectIds.length; start += CHUNK) {
    await tx.db.insert(
      OutboxEntity,
      subjectIds.slice(start, start + CHUNK).map((subjectId) => ({
        topic,
        subjectId,
        createdAt: now,
        attempts: 0,
        nextAttemptAt: now,
      })),
    );
  }
}

/** Takes rows off the list once they have been delivered. */
export async function settle(tx: TxCtx, seqs: readonly number[]): Promise<void> {
  await tx.db.delete(OutboxEntity, { seq: In([...seqs]) });
}
