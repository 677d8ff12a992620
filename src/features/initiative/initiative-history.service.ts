import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { InitiativeAct } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { FOLLOWED, InitiativeEntity, InitiativeEventEntity } from './initiative.entity.js';

/** Writes initiatives. Every change passes here, so that none is left out of the history. */
@Injectable()
export class InitiativeHistory {
  /** Adds a new one. */
  async add(tx: TxCtx, row: InitiativeEntity, act: InitiativeAct): Promise<InitiativeEntity> {
    await insertRows(tx, InitiativeEntity, [row]);
    await this.#remember(tx, null, row, act);
    return row;
  }

  /**
   * Changes one; returns it as it is now.
   * @throws ConflictError if it is not at `expectedVersion`
   */
  async change(
    tx: TxCtx,
    row: InitiativeEntity,
    changes: Partial<InitiativeEntity>,
    what: {
      readonly act: InitiativeAct;
      /** Why. */
      readonly reason?: string | undefined;
      readonly expectedVersion?: number | null | undefined;
    },
  ): Promise<InitiativeEntity> {
    const { act, reason, expectedVersion } = what;
    const changed = await updateVersioned(tx, InitiativeEntity, row, expectedVersion, {
      ...changes,
      updatedAt: tx.clock.now(),
    });
    const isQuiet = act === 'EDIT' && FOLLOWED.every((name) => row[name] === changed[name]);
    if (!isQuiet) await this.#remember(tx, row, changed, act, reason);
    return changed;
  }

  async #remember(
    tx: TxCtx,
    before: InitiativeEntity | null,
    after: InitiativeEntity,
    act: InitiativeAct,
    reason?: string,
  ): Promise<void> {
    const { id: initiativeId, status, title, teamId, ownerId, targetOn } = after;
    const last = before && (await tx.db.maximum(InitiativeEventEntity, 'number', { initiativeId }));
    await insertRows(tx, InitiativeEventEntity, [
      {
        id: newId(),
        initiativeId,
        number: (last ?? 0) + 1,
        at: tx.clock.now(),
        actorId: personIdOf(tx.actor),
        act,
        fromStatus: before?.status ?? null,
        reason: reason ?? null,
        ...{ status, title, teamId, ownerId, targetOn },
      },
    ]);
  }
}
