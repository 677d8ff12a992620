import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { announcePublication } from '../announcement/announcement.service.js';
import { teamById } from '../people/people.loaders.js';
import { approvalOf } from '../sign-off/approval.loaders.js';
import { CaseAccess } from './case-access.service.js';
import { PostmortemMoveEntity } from './postmortem-move.entity.js';
import { PostmortemEntity } from './postmortem.entity.js';
import { canMove, CASE_MOVES, type CaseMove } from './postmortem.states.js';

/**
 * Moves cases from state to state. Each move throws WRONG_STATE where it is not possible. A case
 * that becomes a draft again is hidden from all who do not write or review it, so that nobody else
 * can make it one.
 */
@Injectable()
export class PostmortemLifecycle {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  submit(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    return this.#move(tx, id, 'SUBMIT');
  }

  /**
   * @throws FupanError also FORBIDDEN for somebody who is not to approve it, WRONG_STATE `teamsMissing`
   *   while a team that has to agree has not
   */
  approve(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    return this.#move(tx, id, 'APPROVE');
  }

  publish(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    return this.#move(tx, id, 'PUBLISH');
  }

  archive(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    return this.#move(tx, id, 'ARCHIVE');
  }

  reopen(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    return this.#move(tx, id, 'REOPEN');
  }

  async #move(tx: TxCtx, id: string, move: CaseMove): Promise<PostmortemEntity> {
    const row = await this.access.require(tx, 'edit', id);
    const from = row.status;
    const to = CASE_MOVES[move];
    if (!canMove(from, move)) {
      const key = from === to ? 'alreadyInState' : 'postmortemTransition';
      throw new FupanError('WRONG_STATE', key, { status: from, from, to }, ['id']);
    }
    if (move === 'APPROVE') await this.#assertApprovable(tx, id);
    const now = tx.clock.now();
    const updated = await updateVersioned(tx, PostmortemEntity, row, undefined, {
      status: to,
      updatedAt: now,
      ...(to === 'PUBLISHED' ? { publishedAt: row.publishedAt ?? now } : {}),
    });
    await insertRows(tx, PostmortemMoveEntity, [
      {
        id: newId(),
        postmortemId: id,
        at: now,
        fromStatus: from,
        status: to,
        revision: row.revision + 1,
      },
    ]);
    await this.access.refuseLockOut(tx, updated, ['id']);
    this.history.edited(tx, id);
    if (to === 'PUBLISHED' && row.publishedAt === null) await announcePublication(tx, updated);
    return updated;
  }

  async #assertApprovable(tx: TxCtx, id: string): Promise<void> {
    const { rule, missing } = await approvalOf(tx).load(id);
    if (rule === 'ONE_REVIEWER') await this.access.require(tx, 'approve', id);
    if (missing.length === 0) return;
    const teams = await Promise.all(missing.map(({ teamId }) => teamById(tx).load(teamId)));
    const names = teams.map((team) => team?.name ?? '').join(', ');
    throw new FupanError('WRONG_STATE', 'teamsMissing', { value: names }, ['id']);
  }
}
