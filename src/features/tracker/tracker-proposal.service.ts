import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { checked, text } from '../../core/validation.js';
import { ActionItemHistory } from '../action-item/action-item-history.service.js';
import { ActionItemLifecycle } from '../action-item/action-item-lifecycle.service.js';
import { answerProposals } from './tracker-answer.service.js';
import { TrackerLinkEntity } from './tracker-link.entity.js';
import { TrackerLinks, type LinkOfCase } from './tracker-link.service.js';

const declineSchema = z.object({ note: text.entry.nullish() });

export type TrackerProposalDecline = z.input<typeof declineSchema>;

/** Answers to the question whether an action item is done, because its issue was closed. */
@Injectable()
export class TrackerProposals {
  constructor(
    private readonly links: TrackerLinks,
    private readonly lifecycle: ActionItemLifecycle,
    private readonly history: ActionItemHistory,
  ) {}

  /**
   * It is done, and the issue shows it: completes the action item as anybody would.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE
   */
  async accept(tx: TxCtx, id: string): Promise<LinkOfCase> {
    const { link, item } = await this.links.require(tx, id);
    requireOpen(link);
    await this.lifecycle.complete(tx, item.id, { evidence: link.url });
    return this.#asIs(tx, id, item.postmortemId);
  }

  /** It is not done, whatever the tracker says. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE */
  async decline(tx: TxCtx, id: string, input: TrackerProposalDecline): Promise<LinkOfCase> {
    const { link, item } = await this.links.require(tx, id);
    const note = checked(declineSchema, input).note ?? null;
    requireOpen(link);
    const { affected } = await answerProposals(tx, { id }, 'DECLINED', note);
    // Somebody else was faster.
    if (affected === 0) throw noProposal();
    await this.history.note(tx, item, 'DECLINE_DONE', note ?? undefined);
    return this.#asIs(tx, id, item.postmortemId);
  }

  async #asIs(tx: TxCtx, id: string, postmortemId: string): Promise<LinkOfCase> {
    return { ...(await tx.db.findOneByOrFail(TrackerLinkEntity, { id })), postmortemId };
  }
}

function requireOpen({ proposedAt, answer }: TrackerLinkEntity): void {
  if (proposedAt === null || answer !== null) throw noProposal();
}

const noProposal = (): FupanError => new FupanError('WRONG_STATE', 'noProposal', {}, ['id']);
