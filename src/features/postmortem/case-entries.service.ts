import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { CaseAccess } from './case-access.service.js';
import type { PostmortemEntity } from './postmortem.entity.js';

/** A row that belongs to one case: a timeline event, a factor, a finding, an action item. */
type Entry = ObjectLiteral & { id: string; version: number; postmortemId: string };

/**
 * Changes what belongs to a case. Every change passes here, so that none goes past the policy of
 * the case or leaves it without a revision.
 */
@Injectable()
export class CaseEntries {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /**
   * The case, if the actor may add entries to it and it has room for them.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION
   */
  async requireRoom(
    tx: TxCtx,
    entity: new () => Entry,
    postmortemId: string,
    field: readonly string[] = ['postmortemId'],
    count = 1,
  ): Promise<PostmortemEntity> {
    const postmortem = await this.access.require(tx, 'edit', postmortemId, field);
    const present = await tx.db.countBy(entity, { postmortemId });
    if (present + count > LIMITS.entriesPerCase) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.entriesPerCase }, field);
    }
    return postmortem;
  }

  /**
   * The entry, if the actor may edit the case it belongs to.
   * @param what what it is called in the error
   * @throws FupanError NOT_FOUND, the same for one that is hidden; FORBIDDEN
   */
  async require<Row extends Entry>(
    tx: TxCtx,
    entity: new () => Row,
    what: string,
    id: string,
    field: readonly string[] = ['id'],
  ): Promise<Row> {
    const row = await tx.db.findOneBy(entity, { id } as FindOptionsWhere<Row>);
    if (!row) throw new NotFoundError(what, field);
    await this.access.require(tx, 'edit', row.postmortemId, field, what);
    return row;
  }

  async add<Row extends Entry>(tx: TxCtx, entity: new () => Row, row: Row): Promise<Row> {
    await this.addAll(tx, entity, [row]);
    return row;
  }

  async addAll<Row extends Entry>(
    tx: TxCtx,
    entity: new () => Row,
    rows: readonly Row[],
  ): Promise<void> {
    await insertRows(tx, entity, rows);
    for (const row of rows) this.history.edited(tx, row.postmortemId);
  }

  /**
   * Changes an entry; returns it as it is now.
   * @param reason why, for the history
   * @throws ConflictError if it is not at `expectedVersion`
   */
  async change<Row extends Entry>(
    tx: TxCtx,
    entity: new () => Row,
    row: Row,
    expectedVersion: number | null | undefined,
    changes: Partial<Row>,
    reason?: string,
  ): Promise<Row> {
    const changed = await updateVersioned(tx, entity, row, expectedVersion, changes);
    this.history.edited(tx, row.postmortemId, reason);
    return changed;
  }

  async remove<Row extends Entry>(tx: TxCtx, entity: new () => Row, row: Row): Promise<Row> {
    await tx.db.delete(entity, { id: row.id });
    this.history.edited(tx, row.postmortemId);
    return row;
  }
}
