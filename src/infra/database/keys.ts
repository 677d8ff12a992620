import { randomInt } from 'node:crypto';

import type { TxCtx } from '../../core/ctx.js';
import { KeyCounterEntity } from './key-counter.entity.js';

export type KeyPrefix = 'PM' | 'INC' | 'AI' | 'RT' | 'INI' | 'RM';

/** Takes the next `count` numbers of a prefix; none is ever given twice. Returns the first. */
export async function takeNumbers(tx: TxCtx, prefix: KeyPrefix, count = 1): Promise<number> {
  await ensureCounter(tx, prefix);
  await tx.db.increment(KeyCounterEntity, { prefix }, 'last', count);
  const { last } = await tx.db.findOneByOrFail(KeyCounterEntity, { prefix });
  return last - count + 1;
}

/** From here on numbers are drawn at random; below it they are counted. */
const FIRST_DRAWN = 100_000_000;
const LAST_DRAWN = 999_999_999;

/**
 * A number for something confidential. It is drawn at random from nine digits, where counting never
 * comes: in a sequence the gap would tell everybody that something is there. Among 10,000 of them
 * the next is taken once in 90,000 times; the unique constraint then refuses it.
 */
export function drawNumber(): number {
  return randomInt(FIRST_DRAWN, LAST_DRAWN + 1);
}

/** True for a number that no sequence gives out. */
export const isDrawn = (number: number): boolean => number >= FIRST_DRAWN;

/** The next number for something that everybody may know of, or a drawn one. */
export async function takeNumber(
  tx: TxCtx,
  prefix: KeyPrefix,
  { confidential }: { confidential: boolean },
): Promise<number> {
  return confidential ? drawNumber() : takeNumbers(tx, prefix);
}

/** Sees to it that numbers up to `number` are never given out, because an import has brought them. Drawn ones are not counted. */
export async function reserveNumber(tx: TxCtx, prefix: KeyPrefix, number: number): Promise<void> {
  if (isDrawn(number)) return;
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
