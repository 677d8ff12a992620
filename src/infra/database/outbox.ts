import {
  In,
  IsNull,
  LessThanOrEqual,
  Not,
  type EntityManager,
  type FindOptionsWhere,
} from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { UnavailableError } from '../unavailable.error.js';
import { insertRows } from './insert.js';
import { OutboxEntity } from './outbox.entity.js';

const MAX_ATTEMPTS = 12;
const MAX_BACKOFF_S = 3_600;
/** While another program is away no more attempts than these are counted: half a minute between two. */
const ATTEMPTS_WHILE_AWAY = 5;

/** What is thrown by a handler whose failure no further attempt can mend: it is set aside at once. */
export class HopelessError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'HopelessError';
  }
}

/**
 * Promises a side effect: it happens if, and only if, this transaction commits.
 * @param dueAt not before this; default: at once
 */
export async function promise(
  tx: TxCtx,
  topic: string,
  subjectIds: readonly string[],
  dueAt?: Date,
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
      nextAttemptAt: dueAt ?? now,
      claimedBy: null,
      lastError: null,
      deadAt: null,
    })),
  );
}

/** What nobody has taken on and whose time has come. */
const due = (topic: string, now: Date): FindOptionsWhere<OutboxEntity> => ({
  topic,
  deadAt: IsNull(),
  nextAttemptAt: LessThanOrEqual(now),
});

/** Whether there is anything of a topic to take on. */
export function isDue(db: EntityManager, topic: string, now: Date): Promise<boolean> {
  return db.existsBy(OutboxEntity, due(topic, now));
}

/**
 * Takes the oldest rows of a topic on: until the lease ends nobody else will. What another process
 * is about to take on at this moment is passed over, so that no process waits for another.
 * @returns those that were got, in order
 */
export async function claim(
  tx: TxCtx,
  topic: string,
  most: number,
  { claimedBy, leaseMs }: { readonly claimedBy: string; readonly leaseMs: number },
): Promise<OutboxEntity[]> {
  const now = tx.clock.now();
  const isShared = tx.db.dataSource.options.type === 'postgres';
  const rows = await tx.db.find(OutboxEntity, {
    where: due(topic, now),
    order: { seq: 'ASC' },
    take: most,
    ...(isShared ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } } : {}),
  });
  if (rows.length === 0) return [];
  const claimed = { claimedBy, nextAttemptAt: new Date(now.getTime() + leaseMs) };
  await tx.db.update(OutboxEntity, { seq: In(rows.map(({ seq }) => seq)) }, claimed);
  return rows.map((row) => Object.assign(row, claimed));
}

/** Gives rows back that were taken on and not delivered. */
export async function release(tx: TxCtx, which: FindOptionsWhere<OutboxEntity>): Promise<void> {
  await tx.db.update(
    OutboxEntity,
    { claimedBy: Not(IsNull()), ...which },
    { claimedBy: null, nextAttemptAt: tx.clock.now() },
  );
}

/** Takes rows off the list once they have been delivered. */
export async function settle(tx: TxCtx, seqs: readonly number[]): Promise<void> {
  await tx.db.delete(OutboxEntity, { seq: In([...seqs]) });
}

/**
 * Has rows tried again later, or gives them up; not those that somebody else has taken over. Nothing
 * is given up because another program is away.
 */
export async function postpone(
  tx: TxCtx,
  rows: readonly OutboxEntity[],
  claimedBy: string,
  error: unknown,
): Promise<void> {
  const now = tx.clock.now();
  const isAway = error instanceof UnavailableError;
  for (const before of new Set(rows.map((row) => row.attempts))) {
    const failed = rows.filter((row) => row.attempts === before);
    const counted = isAway ? Math.min(before + 1, ATTEMPTS_WHILE_AWAY) : before + 1;
    const attempts = Math.max(before, counted);
    const pause = Math.min(2 ** counted, MAX_BACKOFF_S) * 1_000;
    const isGivenUp = (attempts >= MAX_ATTEMPTS && !isAway) || error instanceof HopelessError;
    await tx.db.update(
      OutboxEntity,
      { seq: In(failed.map((row) => row.seq)), claimedBy },
      {
        attempts,
        claimedBy: null,
        nextAttemptAt: new Date(now.getTime() + pause),
        lastError: String(error).slice(0, 2_000),
        deadAt: isGivenUp ? now : null,
      },
    );
  }
}
