import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { ActionAct } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { ActionItemEventEntity, isSameState, stateOf } from './action-item-event.entity.js';
import { ActionItemEntity } from './action-item.entity.js';

/** Writes action items. Every change passes here, so that none is left out of the history. */
@Injectable()
export class ActionItemHistory {
  constructor(private readonly entries: CaseEntries) {}

  /** Adds a new item. */
  async add(tx: TxCtx, row: ActionItemEntity): Promise<ActionItemEntity> {
    await this.entries.add(tx, ActionItemEntity, row);
    await this.#remember(tx, null, row, 'CREATE');
    return row;
  }

  /**
   * Changes an item; returns it as it is now.
   * @param reason why, or what shows it
   * @throws ConflictError if it is not at `expectedVersion`
   */
  async change(
    tx: TxCtx,
    row: ActionItemEntity,
    changes: Partial<ActionItemEntity>,
    what: {
      readonly act: ActionAct;
      readonly reason?: string | undefined;
      readonly expectedVersion?: number | null | undefined;
    },
  ): Promise<ActionItemEntity> {
    const { act, reason, expectedVersion } = what;
    const all = { ...changes, updatedAt: tx.clock.now() };
    const changed = await this.entries.change(
      tx,
      ActionItemEntity,
      row,
      expectedVersion,
      all,
      reason,
    );
    const isQuiet = act === 'EDIT' && isSameState(row, changed);
    if (!isQuiet) await this.#remember(tx, row, changed, act, reason);
    return changed;
  }

  /** Remembers something that leaves an item as it is. @param reason why, or what shows it */
  async note(tx: TxCtx, row: ActionItemEntity, act: ActionAct, reason?: string): Promise<void> {
    await this.#remember(tx, row, row, act, reason);
  }

  async #remember(
    tx: TxCtx,
    before: ActionItemEntity | null,
    after: ActionItemEntity,
    act: ActionAct,
    reason?: string,
  ): Promise<void> {
    const actionItemId = after.id;
    const last = before && (await tx.db.maximum(ActionItemEventEntity, 'number', { actionItemId }));
    await insertRows(tx, ActionItemEventEntity, [
      {
        id: newId(),
        actionItemId,
        number: (last ?? 0) + 1,
        at: tx.clock.now(),
        actorId: personIdOf(tx.actor),
        act,
        fromStatus: before?.status ?? null,
        reason: reason ?? null,
        ...stateOf(after),
      },
    ]);
  }
}
