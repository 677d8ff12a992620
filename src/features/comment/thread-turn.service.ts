import type { TxCtx } from '../../core/ctx.js';
import { CommentThreadEntity } from './comment.entity.js';

/**
 * Has what is done in one thread come one after another: a reply must not come under a comment that
 * another transaction takes away. On PostgreSQL the update holds the row until the commit.
 * @returns the thread as it is now; null if it is gone
 */
export async function takeThreadTurn(tx: TxCtx, id: string): Promise<CommentThreadEntity | null> {
  await tx.db
    .createQueryBuilder()
    .update(CommentThreadEntity)
    .set({ version: () => 'version' })
    .where('id = :id', { id })
    .execute();
  return tx.db.findOneBy(CommentThreadEntity, { id });
}
