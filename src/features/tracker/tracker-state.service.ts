import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { ActionItemHistory } from '../action-item/action-item-history.service.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { FINISHED_STATUSES } from '../action-item/action-item.states.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { answerProposals } from './tracker-answer.service.js';
import type { TrackerEvent } from './tracker-event.js';
import { TrackerLinkEntity } from './tracker-link.entity.js';

/** Keeps how linked issues stand, and asks whether what they follow is done. */
@Injectable()
export class TrackerStates {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: ActionItemHistory,
  ) {}

  /**
   * Brings what a tracker tells of an issue into the links to it; at most 200. What is older than
   * what a link knows is passed over.
   * @param tx of the program itself
   */
  async tell(tx: TxCtx, identity: string, event: TrackerEvent): Promise<void> {
    const links = await tx.db.find(TrackerLinkEntity, {
      where: { identity },
      order: { actionItemId: 'ASC' },
      take: LIMITS.shortList,
    });
    for (const { id, actionItemId } of links) await this.#tellLink(tx, id, actionItemId, event);
  }

  async #tellLink(tx: TxCtx, id: string, actionItemId: string, event: TrackerEvent): Promise<void> {
    const before = await tx.db.findOneBy(ActionItemEntity, { id: actionItemId });
    if (!before) return;
    await this.access.require(tx, 'edit', before.postmortemId);
    // Now that nobody else can change them.
    const link = await tx.db.findOneBy(TrackerLinkEntity, { id });
    const item = await tx.db.findOneBy(ActionItemEntity, { id: actionItemId });
    const now = tx.clock.now();
    const at = earlier(event.at ?? now, now);
    if (!link || !item || (link.seenAt !== null && at < link.seenAt)) return;
    const stateAt = sinceWhen(link, event, at);
    const { title, state } = event;
    await tx.db.update(TrackerLinkEntity, { id }, { title, state, stateAt, seenAt: at });
    const isClosed = state === 'CLOSED' && event.isDone;
    if (isClosed) await this.#propose(tx, link, item, stateAt);
    else await this.#withdraw(tx, link, item);
  }

  /** Once for each time that it is closed, and never where the action is beyond it. */
  async #propose(
    tx: TxCtx,
    link: TrackerLinkEntity,
    item: ActionItemEntity,
    closedAt: Date,
  ): Promise<void> {
    const { id, url, proposedAt, answer } = link;
    if (FINISHED_STATUSES.includes(item.status)) return;
    if (proposedAt !== null && (answer === null || !isClosedAnew(link, closedAt))) return;
    const unanswered = { answer: null, answeredAt: null, answeredById: null, note: null };
    const changes = { proposedAt: tx.clock.now(), ...unanswered };
    await tx.db.update(TrackerLinkEntity, { id }, changes);
    await this.history.note(tx, item, 'PROPOSE_DONE', url);
  }

  async #withdraw(
    tx: TxCtx,
    { id, url }: TrackerLinkEntity,
    item: ActionItemEntity,
  ): Promise<void> {
    const { affected } = await answerProposals(tx, { id }, 'WITHDRAWN');
    if (affected) await this.history.note(tx, item, 'WITHDRAW_DONE', url);
  }
}

/** Since when the issue is in the state that it is in now. */
function sinceWhen(link: TrackerLinkEntity, { state, closedAt }: TrackerEvent, at: Date): Date {
  if (state === 'CLOSED' && closedAt) return earlier(closedAt, at);
  return link.state === state && link.stateAt !== null ? link.stateAt : at;
}

const isClosedAnew = ({ state, stateAt }: TrackerLinkEntity, closedAt: Date): boolean =>
  state !== 'CLOSED' || stateAt === null || closedAt > stateAt;

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
