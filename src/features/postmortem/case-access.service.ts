import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
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
  ): Promise<PostmortemEntity> {
    const row = await ctx.db.findOneBy(PostmortemEntity, { id });
    if (!row) throw new NotFoundError('postmortem', field);
    const facts = { visibility: row.visibility, involved: await this.#isInvolved(ctx, row) };
    if (!mayPostmortem(ctx.actor, 'read', facts)) throw new NotFoundError('postmortem', field);
    if (!mayPostmortem(ctx.actor, act, facts)) throw new ForbiddenError();
    return row;
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
