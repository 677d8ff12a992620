import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { checked, needed } from '../../core/validation.js';
import type { InitiativeStatus } from '../../core/vocabulary.js';
import { requireKnown } from '../action-item/action-item.service.js';
import { InitiativeHistory } from './initiative-history.service.js';
import type { InitiativeEntity } from './initiative.entity.js';
import { Initiatives } from './initiative.service.js';
import { ACT_OF, AIM, stateAfter, type InitiativeMove } from './initiative.states.js';

const startSchema = z.object({ ownerId: z.string().nullish() });
const reasonSchema = z.object({ reason: needed('reasonMissing') });

export type InitiativeStart = z.input<typeof startSchema>;
export type InitiativeReason = z.input<typeof reasonSchema>;

/** Moves initiatives from state to state. Each move throws WRONG_STATE where it is not possible. */
@Injectable()
export class InitiativeLifecycle {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly history: InitiativeHistory,
  ) {}

  /** Begins it. @throws FupanError VALIDATION `initiativeOwnerMissing` */
  async start(tx: TxCtx, id: string, input: InitiativeStart): Promise<InitiativeEntity> {
    const row = await this.#ready(tx, id, 'start');
    const values = checked(startSchema, input);
    await requireKnown(tx, values);
    const ownerId = values.ownerId ?? row.ownerId;
    if (ownerId === null) {
      throw new FupanError('VALIDATION', 'initiativeOwnerMissing', {}, ['input', 'ownerId']);
    }
    return this.#move(tx, row, 'start', { ownerId });
  }

  /**
   * Says that it has been reached. Whether all it gathers is done is for people to judge: a rule
   * would tell them of action items that they may not see.
   */
  async complete(tx: TxCtx, id: string): Promise<InitiativeEntity> {
    return this.#move(tx, await this.#ready(tx, id, 'complete'), 'complete', {});
  }

  async drop(tx: TxCtx, id: string, input: InitiativeReason): Promise<InitiativeEntity> {
    const row = await this.#ready(tx, id, 'drop');
    const { reason } = checked(reasonSchema, input);
    return this.#move(tx, row, 'drop', { reason }, reason);
  }

  /** Takes it up again after it was done or dropped; the reason stands in the history. */
  async reopen(tx: TxCtx, id: string, input: InitiativeReason): Promise<InitiativeEntity> {
    const row = await this.#ready(tx, id, 'reopen');
    const { reason } = checked(reasonSchema, input);
    return this.#move(tx, row, 'reopen', { reason: null }, reason);
  }

  async #ready(tx: TxCtx, id: string, move: InitiativeMove): Promise<InitiativeEntity> {
    const row = await this.initiatives.require(tx, 'edit', id);
    if (stateAfter(row.status, move) !== undefined) return row;
    throw wrongState(row.status, AIM[move]);
  }

  #move(
    tx: TxCtx,
    row: InitiativeEntity,
    move: InitiativeMove,
    changes: Partial<InitiativeEntity>,
    reason?: string,
  ): Promise<InitiativeEntity> {
    const status = stateAfter(row.status, move) ?? row.status;
    const what = { act: ACT_OF[move], reason, expectedVersion: row.version };
    return this.history.change(tx, row, { ...changes, status }, what);
  }
}

function wrongState(from: InitiativeStatus, to: InitiativeStatus | undefined): FupanError {
  const field = ['id'];
  if (to === undefined)
    return new FupanError('WRONG_STATE', 'WRONG_STATE', { status: from }, field);
  const key = from === to ? 'alreadyInState' : 'initiativeTransition';
  return new FupanError('WRONG_STATE', key, { status: from, from, to }, field);
}
