import type { TxCtx } from '../../core/ctx.js';
import { KeyCounterEntity } from './key-counter.entity.js';

export type KeyPrefix = 'PM' | 'INC' | 'AI';

/** Takes the next `count` numbers of a prefix; none is ever given twice. Returns the first. */
export async function takeNumbers(tx: TxCtx, prefix: KeyPrefix, count = 1): Promise<number> {
  await ensureCounter(tx, prefix);
  await tx.db.increment(KeyCounterEntity, { prefix }, 'last', count);
  const { last } = await tx.db.findOneByOrFail(KeyCounterEntity, { prefix });
  return last - count + 1;
}

/** Sees to it that numbers up to `number` are never given out, because an import has brought them. */
export async function reserveNumber(tx: TxCtx, prefix: KeyPrefix, number: number): Promise<void> {
  await ensureCounter(tx, prefix);
  await tx.db
    .createQueryBuilder()
    .update(KeyCounterEntity)
    .set({ last: number })
    .where('prefix = :prefix AND last < :number', { prefix, number })
    .execute();
}

async function ensureCounter(tx: TxCtx, prefix: KeyPrefix): Promise<void> {
  await tx.db
    .createQueryBuilder()
    .insert()
    .into(KeyCounterEntity)
    .values({ prefix, last: 0 })
    .orIgnore()
    .execute();
}

/** `PM-12` to 12. */
export function numberOf(key: string): number {
  return Number(key.slice(key.indexOf('-') + 1));
}
