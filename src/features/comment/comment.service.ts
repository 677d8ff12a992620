import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { checked, text } from '../../core/validation.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { CommentNotices } from './comment-notices.service.js';
import { CommentEntity, CommentThreadEntity } from './comment.entity.js';
import { mayComment, type CommentAct } from './comment.policy.js';
import { takeThreadTurn } from './thread-turn.service.js';

const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  text: text.entry,
});

export type CommentUpdate = z.input<typeof updateSchema>;

/** Changing and taking back what was said. */
@Injectable()
export class Comments {
  constructor(
    private readonly access: CaseAccess,
    private readonly notices: CommentNotices,
  ) {}

  /**
   * Changes the words of a comment of the caller's own.
   * @throws FupanError NOT_FOUND also for one that was removed, FORBIDDEN, VALIDATION, CONFLICT
   */
  async update(
    tx: TxCtx,
    id: string,
    input: CommentUpdate,
  ): Promise<{ comment: CommentEntity; cannotSee: string[] }> {
    const { row, thread, postmortem } = await this.#require(tx, 'change', id);
    const { expectedVersion, text: words } = checked(updateSchema, input);
    const comment = await updateVersioned(tx, CommentEntity, row, expectedVersion, {
      text: words,
      editedAt: tx.clock.now(),
    });
    return { comment, cannotSee: await this.notices.tell(tx, postmortem, thread, comment) };
  }

  /**
   * Takes a comment away for good; what others have replied to stays as a gap, and the thread goes
   * with the last that was said in it.
   * @throws FupanError NOT_FOUND also for one that was removed, FORBIDDEN
   */
  async delete(tx: TxCtx, id: string): Promise<CommentEntity> {
    const { row, thread } = await this.#require(tx, 'remove', id);
    const all = await tx.db.find(CommentEntity, { where: { threadId: thread.id } });
    const others = all.filter((each) => each.id !== id);
    const removed = { text: '', editedAt: null, removedAt: tx.clock.now() };
    if (others.every(({ removedAt }) => removedAt !== null)) {
      await tx.db.delete(CommentThreadEntity, { id: thread.id });
    } else if (row.number === 0) {
      return updateVersioned(tx, CommentEntity, row, null, removed);
    } else {
      await tx.db.delete(CommentEntity, { id });
    }
    return { ...row, ...removed };
  }

  async #require(
    tx: TxCtx,
    act: CommentAct,
    id: string,
  ): Promise<{ row: CommentEntity; thread: CommentThreadEntity; postmortem: PostmortemEntity }> {
    const seen = await tx.db.findOneBy(CommentEntity, { id });
    if (!seen) throw new NotFoundError('comment', ['id']);
    const { postmortemId, threadId, authorId } = seen;
    const postmortem = await this.access.requireAside(tx, 'read', postmortemId, ['id'], 'comment');
    const isOwn = authorId === personIdOf(tx.actor);
    if (!mayComment(tx.actor, act, { isOwn })) throw new ForbiddenError();
    const thread = await takeThreadTurn(tx, threadId);
    const row = await tx.db.findOneBy(CommentEntity, { id });
    if (!thread || row?.removedAt !== null) throw new NotFoundError('comment', ['id']);
    return { row, thread, postmortem };
  }
}
