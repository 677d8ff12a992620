import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError } from '../../core/errors.js';
import { CaseHistory } from '../history/case-history.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { HelpfulVoteEntity } from './helpful-vote.entity.js';
import { mayVoteHelpful } from './helpful-vote.policy.js';

/**
 * Lets readers say that a case helped them. The case itself stays as it is: no version, no date of
 * change and no revision of it. Only the search index hears of a vote, by the stamp that it is
 * compared by, so that one that it missed is made up for.
 */
@Injectable()
export class HelpfulVotes {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /**
   * Says that a case helped the caller; nothing changes if they have said so.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE `helpfulDraft`
   */
  async give(tx: TxCtx, postmortemId: string): Promise<PostmortemEntity> {
    const { row, vote } = await this.#voteOf(tx, postmortemId);
    // Only those who write it read a draft, and what it will say nobody knows yet. Votes from before
    // it became one again stay.
    if (row.status === 'DRAFT') {
      throw new FupanError('WRONG_STATE', 'helpfulDraft', {}, ['postmortemId']);
    }
    if (await tx.db.existsBy(HelpfulVoteEntity, vote)) return row;
    // Who presses twice at the same time gives one: the second does nothing.
    await tx.db
      .createQueryBuilder()
      .insert()
      .into(HelpfulVoteEntity)
      .values({ ...vote, createdAt: tx.clock.now() })
      .orIgnore()
      .execute();
    await this.history.touched(tx, [postmortemId]);
    return row;
  }

  /**
   * Takes it back; nothing changes if the caller has not said so.
   * @throws FupanError NOT_FOUND, FORBIDDEN
   */
  async withdraw(tx: TxCtx, postmortemId: string): Promise<PostmortemEntity> {
    const { row, vote } = await this.#voteOf(tx, postmortemId);
    const { affected } = await tx.db.delete(HelpfulVoteEntity, vote);
    if (affected !== 0) await this.history.touched(tx, [postmortemId]);
    return row;
  }

  async #voteOf(tx: TxCtx, postmortemId: string) {
    const row = await this.access.require(tx, 'read', postmortemId, ['postmortemId']);
    const { actor } = tx;
    if (actor.kind !== 'person' || !mayVoteHelpful(actor)) throw new ForbiddenError();
    return { row, vote: { postmortemId, personId: actor.personId } };
  }
}
