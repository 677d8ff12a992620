import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { checked, needed, text } from '../../core/validation.js';
import type { ActionStatus } from '../../core/vocabulary.js';
import { given } from '../../infra/database/versioned.js';
import { ImprovementPolicyService } from '../improvement-policy/improvement-policy.service.js';
import { answerProposals } from '../tracker/tracker-answer.service.js';
import { isBounded } from './action-item.wording.js';
import { ActionItemHistory } from './action-item-history.service.js';
import { ActionItemEntity } from './action-item.entity.js';
import { ActionItemService, requireKnown } from './action-item.service.js';
import { ACT_OF, AIM, dayAfter, dayOf, stateAfter, type ActionMove } from './action-item.states.js';

const EVIDENCE = needed('evidenceMissing');
const day = z.iso.date();
const commitSchema = z.object({
  ownerId: z.string().nullish(),
  teamId: z.string().nullish(),
  dueOn: day.nullish(),
  doneWhen: text.entry.nullish(),
});
const completeSchema = z.object({ evidence: z.string().nullish() });
const verifySchema = z.object({ verifierId: z.string().nullish(), effectCheckOn: day.nullish() });
const effectSchema = z.object({ note: text.entry.nullish() });
const reasonSchema = z.object({ reason: needed('reasonMissing') });
const extendSchema = reasonSchema.extend({ dueOn: day });
const pauseSchema = reasonSchema.extend({ approverId: z.string(), until: day });

export type ActionItemCommit = z.input<typeof commitSchema>;
export type ActionItemComplete = z.input<typeof completeSchema>;
export type ActionItemVerify = z.input<typeof verifySchema>;
export type ActionItemConfirmEffect = z.input<typeof effectSchema>;
export type ActionItemReason = z.input<typeof reasonSchema>;
export type ActionItemExtend = z.input<typeof extendSchema>;
export type ActionItemPause = z.input<typeof pauseSchema>;

const NOT_PAUSED = { reason: null, pauseApproverId: null, pausedUntil: null, pausedFrom: null };
const NOT_DONE = {
  completedAt: null,
  verifierId: null,
  verifiedAt: null,
  effectCheckOn: null,
  effectNote: null,
};

/** Moves action items from state to state. Each move throws WRONG_STATE where it is not possible. */
@Injectable()
export class ActionItemLifecycle {
  constructor(
    private readonly items: ActionItemService,
    private readonly history: ActionItemHistory,
    private readonly policy: ImprovementPolicyService,
  ) {}

  /**
   * Promises it.
   * @throws FupanError VALIDATION `ownerMissing` without owner, team and due date; `unbounded`
   *   where neither its title nor `doneWhen` says where it ends and the organization asks for that
   */
  async commit(tx: TxCtx, id: string, input: ActionItemCommit): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'commit');
    const values = checked(commitSchema, input);
    await requireKnown(tx, values);
    const ownerId = values.ownerId ?? row.ownerId;
    const teamId = values.teamId ?? row.teamId;
    const dueOn = values.dueOn ?? row.dueOn;
    if (ownerId === null || teamId === null || dueOn === null) {
      throw new FupanError('VALIDATION', 'ownerMissing', {}, ['input']);
    }
    const doneWhen = values.doneWhen ?? row.doneWhen;
    const { boundedWording } = await this.policy.find(tx);
    if (boundedWording && !isBounded({ title: row.title, doneWhen })) {
      throw new FupanError('VALIDATION', 'unbounded', {}, ['input', 'doneWhen']);
    }
    return this.#move(tx, row, 'commit', { ownerId, ownerText: null, teamId, dueOn, doneWhen });
  }

  /** Moves the due date of what is promised to a later day. @throws FupanError VALIDATION `notLater` */
  async extend(tx: TxCtx, id: string, input: ActionItemExtend): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'extend');
    const { dueOn, reason } = checked(extendSchema, input);
    if (row.dueOn !== null && dueOn <= row.dueOn) {
      throw new FupanError('VALIDATION', 'notLater', { day: row.dueOn }, ['input', 'dueOn']);
    }
    return this.#move(tx, row, 'extend', { dueOn }, reason);
  }

  async start(tx: TxCtx, id: string): Promise<ActionItemEntity> {
    return this.#move(tx, await this.#ready(tx, id, 'start'), 'start', {});
  }

  /** Says that it is done, and shows it. */
  async complete(tx: TxCtx, id: string, input: ActionItemComplete): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'complete');
    const rules = await this.policy.find(tx);
    const schema = rules.evidence ? completeSchema.extend({ evidence: EVIDENCE }) : completeSchema;
    const { evidence } = checked(schema, input);
    const changes = { evidence: evidence ?? row.evidence, completedAt: tx.clock.now() };
    await answerProposals(tx, { actionItemId: id }, 'ACCEPTED');
    return this.#move(tx, row, 'complete', changes, evidence ?? undefined);
  }

  /**
   * Says that somebody other than the owner has checked it.
   * @throws FupanError VALIDATION `verifierIsOwner`; `verifierMissing` if nobody is named and the
   *   actor is not a person. Without `effectCheckOn` the rules of the organization say when to ask.
   */
  async verify(tx: TxCtx, id: string, input: ActionItemVerify): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'verify');
    const values = checked(verifySchema, input);
    const verifierId = values.verifierId ?? personIdOf(tx.actor);
    const field = ['input', 'verifierId'];
    if (verifierId === null) throw new FupanError('VALIDATION', 'verifierMissing', {}, field);
    await requireKnown(tx, { verifierId });
    const rules = await this.policy.find(tx);
    if (rules.otherVerifier && verifierId === row.ownerId) {
      throw new FupanError('VALIDATION', 'verifierIsOwner', {}, field);
    }
    const now = tx.clock.now();
    const effectCheckOn = values.effectCheckOn ?? dayAfter(now, 7 * rules.effectCheckWeeks);
    return this.#move(tx, row, 'verify', { verifierId, verifiedAt: now, effectCheckOn });
  }

  /** Says that it has been shown to work. */
  async confirmEffect(
    tx: TxCtx,
    id: string,
    input: ActionItemConfirmEffect,
  ): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'confirmEffect');
    const { note } = checked(effectSchema, input);
    const changes = given({ effectNote: note });
    return this.#move(tx, row, 'confirmEffect', changes, note ?? undefined);
  }

  async reject(tx: TxCtx, id: string, input: ActionItemReason): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'reject');
    const { reason } = checked(reasonSchema, input);
    await answerProposals(tx, { actionItemId: id }, 'DECLINED', reason);
    return this.#move(tx, row, 'reject', { ...NOT_PAUSED, reason }, reason);
  }

  /** Sets it aside until a day to come. */
  async pause(tx: TxCtx, id: string, input: ActionItemPause): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'pause');
    const { reason, approverId, until } = checked(pauseSchema, input);
    await requireKnown(tx, { approverId });
    if (approverId === row.ownerId && (await this.policy.find(tx)).otherApprover) {
      throw new FupanError('VALIDATION', 'approverIsOwner', {}, ['input', 'approverId']);
    }
    if (until <= dayOf(tx.clock.now())) {
      throw new FupanError('VALIDATION', 'dayPassed', {}, ['input', 'until']);
    }
    const changes = {
      reason,
      pauseApproverId: approverId,
      pausedUntil: until,
      pausedFrom: row.status,
    };
    return this.#move(tx, row, 'pause', changes, reason);
  }

  /** Takes it up again where it was when it was paused. */
  async resume(tx: TxCtx, id: string): Promise<ActionItemEntity> {
    return this.#move(tx, await this.#ready(tx, id, 'resume'), 'resume', NOT_PAUSED);
  }

  /** Takes it up again after it was done or rejected; the reason stands in the history. */
  async reopen(tx: TxCtx, id: string, input: ActionItemReason): Promise<ActionItemEntity> {
    const row = await this.#ready(tx, id, 'reopen');
    const { reason } = checked(reasonSchema, input);
    return this.#move(tx, row, 'reopen', { ...NOT_PAUSED, ...NOT_DONE }, reason);
  }

  /** The item, if the actor may edit it and the move is possible. */
  async #ready(tx: TxCtx, id: string, move: ActionMove): Promise<ActionItemEntity> {
    const row = await this.items.require(tx, id);
    if (stateAfter(row, move) !== undefined) return row;
    throw wrongState(row.status, AIM[move]);
  }

  #move(
    tx: TxCtx,
    row: ActionItemEntity,
    move: ActionMove,
    changes: Partial<ActionItemEntity>,
    reason?: string,
  ): Promise<ActionItemEntity> {
    const status = stateAfter(row, move) ?? row.status;
    const what = { act: ACT_OF[move], reason, expectedVersion: row.version };
    return this.history.change(tx, row, { ...changes, status }, what);
  }
}

function wrongState(from: ActionStatus, to: ActionStatus | undefined): FupanError {
  const field = ['id'];
  if (to === undefined)
    return new FupanError('WRONG_STATE', 'WRONG_STATE', { status: from }, field);
  const key = from === to ? 'alreadyInState' : 'transition';
  return new FupanError('WRONG_STATE', key, { status: from, from, to }, field);
}
