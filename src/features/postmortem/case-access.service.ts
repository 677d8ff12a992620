import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import { isTx, type Ctx, type TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { PostmortemEntity, PostmortemPersonEntity } from './postmortem.entity.js';
import { mayPostmortem, type PostmortemAct } from './postmortem.policy.js';

/**
 * Asks the policy about one case. Everything that belongs to a case (its timeline, factors, actions,
 * links, revisions) asks here first, because who may see the case decides for all of it.
 */
@Injectable()
export class CaseAccess {
  /**
   * The case, if the actor may do this to it.
   * @throws NotFoundError if it is not there or may not be read
   * @throws ForbiddenError if it may be read but not this
   */
  async require(
    ctx: Ctx,
    act: PostmortemAct,
    id: string,
    field: readonly string[] = ['id'],
    /** What the caller asked for, where it is not the case itself. */
    what = 'postmortem',
  ): Promise<PostmortemEntity> {
    if (act !== 'read' && isTx(ctx)) await this.#takeTurn(ctx, id);
    const row = await ctx.db.findOneBy(PostmortemEntity, { id });
    if (!row) throw new NotFoundError(what, field);
    const facts = { visibility: row.visibility, involved: await this.#isInvolved(ctx, row) };
    if (!mayPostmortem(ctx.actor, 'read', facts)) throw new NotFoundError(what, field);
    if (!mayPostmortem(ctx.actor, act, facts)) throw new ForbiddenError();
    return row;
  }

  /**
   * Has the edits of one case come one after another: what one of them checks, such as that a tree
   * has no ring, another must not change meanwhile. On SQLite they do so anyway; on PostgreSQL an
   * update holds the row until the commit.
   */
  async #takeTurn(tx: TxCtx, id: string): Promise<void> {
    await tx.db
      .createQueryBuilder()
      .update(PostmortemEntity)
      .set({ revision: () => 'revision' })
      .where('id = :id', { id })
      .execute();
  }

  async #isInvolved(ctx: Ctx, row: PostmortemEntity): Promise<boolean> {
    const personId = personIdOf(ctx.actor);
    if (personId === null) return false;
    return (
      row.facilitatorId === personId ||
      (await ctx.db.existsBy(PostmortemPersonEntity, { postmortemId: row.id, personId }))
    );
  }
}
