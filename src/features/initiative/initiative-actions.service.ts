import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { checked } from '../../core/validation.js';
import { isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { OvertakenError } from '../../infra/database/versioned.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { InitiativeActionEntity } from './initiative-action.entity.js';
import { InitiativeEntity } from './initiative.entity.js';
import { Initiatives } from './initiative.service.js';
import { OPEN_STATUSES } from './initiative.states.js';

const IDS = ['input', 'actionItemIds'];

const addSchema = z.object({
  actionItemIds: z.array(z.string()).min(1).max(LIMITS.pageSize),
  move: z.boolean().nullish(),
});
export type InitiativeAddActions = z.input<typeof addSchema>;

/** Which action items an initiative gathers: whoever may read them and write initiatives says so. */
@Injectable()
export class InitiativeActions {
  constructor(private readonly initiatives: Initiatives) {}

  /**
   * Gathers action items; those that it gathers already stay.
   * @throws FupanError NOT_FOUND, also for an action item that is hidden; FORBIDDEN; VALIDATION;
   *   WRONG_STATE for one that is over; ALREADY_EXISTS for an action item of another initiative,
   *   unless it is to be moved
   */
  async add(tx: TxCtx, id: string, input: InitiativeAddActions): Promise<InitiativeEntity> {
    const initiative = await this.initiatives.require(tx, 'edit', id);
    const { actionItemIds, move } = checked(addSchema, input);
    const ids = [...new Set(actionItemIds)];
    const items = await readableActionItems(tx).andWhere('a.id IN (:...ids)', { ids }).getMany();
    if (items.length < ids.length) throw new NotFoundError('action item', IDS);
    if (!OPEN_STATUSES.includes(initiative.status)) {
      const status = initiative.status;
      throw new FupanError('WRONG_STATE', 'initiativeOver', { status }, ['id']);
    }
    const present = await tx.db.findBy(InitiativeActionEntity, { actionItemId: In(ids) });
    const elsewhere = present.filter(({ initiativeId }) => initiativeId !== id);
    const [taken] = elsewhere;
    if (taken && !move) {
      const other = await tx.db.findOneByOrFail(InitiativeEntity, { id: taken.initiativeId });
      const value = items.find((item) => item.id === taken.actionItemId)?.key ?? '';
      const params = { value, initiative: `${other.key} ${other.title}` };
      throw new FupanError('ALREADY_EXISTS', 'initiativeOther', params, IDS);
    }
    const moved = elsewhere.map(({ actionItemId }) => actionItemId);
    if (moved.length > 0) {
      await tx.db.delete(InitiativeActionEntity, { actionItemId: In(moved) });
    }
    const kept = new Set(
      present.filter((row) => row.initiativeId === id).map((row) => row.actionItemId),
    );
    const rows = ids
      .filter((actionItemId) => !kept.has(actionItemId))
      .map((actionItemId) => ({ actionItemId, initiativeId: id }));
    try {
      await insertRows(tx, InitiativeActionEntity, rows);
    } catch (error) {
      // Somebody gathered one of them first, in a transaction beside this one.
      throw isUniqueViolation(error) ? new OvertakenError() : error;
    }
    return initiative;
  }

  /**
   * Lets go of an action item.
   * @throws FupanError NOT_FOUND, the same where the action item is hidden or not gathered; FORBIDDEN
   */
  async remove(tx: TxCtx, id: string, actionItemId: string): Promise<InitiativeEntity> {
    const initiative = await this.initiatives.require(tx, 'edit', id);
    const field = ['actionItemId'];
    const item = await readableActionItems(tx)
      .andWhere('a.id = :actionItemId', { actionItemId })
      .getOne();
    if (!item) throw new NotFoundError('action item', field);
    const of = { actionItemId, initiativeId: id };
    if (!(await tx.db.existsBy(InitiativeActionEntity, of))) {
      throw new NotFoundError('action item', field);
    }
    await tx.db.delete(InitiativeActionEntity, of);
    return initiative;
  }
}
