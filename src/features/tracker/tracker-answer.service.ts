import { IsNull, Not, type UpdateResult } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import type { ProposalAnswer } from '../../core/vocabulary.js';
import { TrackerLinkEntity } from './tracker-link.entity.js';

/** Answers the proposals of a link, or of an action item, that nobody has answered. */
export function answerProposals(
  tx: TxCtx,
  of: Pick<TrackerLinkEntity, 'id'> | Pick<TrackerLinkEntity, 'actionItemId'>,
  answer: ProposalAnswer,
  note: string | null = null,
): Promise<UpdateResult> {
  return tx.db.update(
    TrackerLinkEntity,
    { ...of, proposedAt: Not(IsNull()), answer: IsNull() },
    { answer, note, answeredAt: tx.clock.now(), answeredById: personIdOf(tx.actor) },
  );
}
