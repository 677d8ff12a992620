import { Injectable } from '@nestjs/common';

import type { Actor } from '../../core/actor.js';
import { isTx, type Ctx, type TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { PostmortemEntity } from './postmortem.entity.js';
import { caseFactsOf } from './postmortem.facts.js';
import { mayPostmortem, type PostmortemAct, type PostmortemFacts } from './postmortem.policy.js';

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
    if (act !== 'read' && isTx(ctx)) await this.takeTurn(ctx, id);
    return this.requireAside(ctx, act, id, field, what);
  }

  /**
   * The same for what stands beside the case and changes nothing of it: it waits for no turn.
   * @throws NotFoundError, ForbiddenError
   */
  async requireAside(
    ctx: Ctx,
    act: PostmortemAct,
    id: string,
    field: readonly string[],
    what = 'postmortem',
  ): Promise<PostmortemEntity> {
    const row = await ctx.db.findOneBy(PostmortemEntity, { id });
    if (!row) throw new NotFoundError(what, field);
    const facts = await factsOf(ctx, row);
    if (!mayPostmortem(ctx.actor, 'read', facts)) throw new NotFoundError(what, field);
    if (!mayPostmortem(ctx.actor, act, facts)) throw new ForbiddenError();
    return row;
  }

  /** Whether somebody else than the actor may read a case. */
  async isReadableBy(ctx: Ctx, actor: Actor, row: PostmortemEntity): Promise<boolean> {
    return mayPostmortem(actor, 'read', await factsOf({ ...ctx, actor }, row));
  }

  /**
   * Refuses what this transaction has done to a case if the actor would not see it any more:
   * nobody locks themselves out.
   * @throws FupanError VALIDATION `lockedOut`
   */
  async refuseLockOut(tx: TxCtx, row: PostmortemEntity, field: readonly string[]): Promise<void> {
    const facts = await factsOf(tx, row);
    if (!mayPostmortem(tx.actor, 'read', facts)) {
      throw new FupanError('VALIDATION', 'lockedOut', {}, field);
    }
  }

  /**
   * Has the edits of one case come one after another: what one of them checks, such as that a tree
   * has no ring, another must not change meanwhile. On SQLite they do so anyway; on PostgreSQL an
   * update holds the row until the commit.
   */
  async takeTurn(tx: TxCtx, id: string): Promise<void> {
    await tx.db
      .createQueryBuilder()
      .update(PostmortemEntity)
      .set({ revision: () => 'revision' })
      .where('id = :id', { id })
      .execute();
  }
}

/** What the actor is to a case; two statements at most. */
async function factsOf(ctx: Ctx, row: PostmortemEntity): Promise<PostmortemFacts> {
  const [facts] = await caseFactsOf(ctx, [row]);
  if (!facts) throw new Error('no facts of a case');
  return facts;
}
