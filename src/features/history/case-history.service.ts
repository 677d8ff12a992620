import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { insertRows } from '../../infra/database/insert.js';
import { promise } from '../../infra/database/outbox.js';
import type { KeptIndex } from '../../infra/search/kept-index.js';
import { KEPT_INDEXES } from '../../infra/search/search-index.token.js';
import { CaseReader } from '../library/case-reader.service.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { RevisionEntity } from './revision.entity.js';

/** A statement takes 32,766 parameters; the rename of a busy service may touch more cases. */
const TOUCHED_AT_ONCE = 1_000;

/** Remembers every edit of a case as a revision and tells the search index. */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly reader: CaseReader,
    @Inject(KEPT_INDEXES) private readonly indexes: readonly KeptIndex[],
  ) {}

  /** Says that a case, or something that belongs to it, is changed in this transaction. */
  edited(tx: TxCtx, postmortemId: string, reason?: string): void {
    tx.beforeCommit(`revision:${postmortemId}`, (last) =>
      this.#record(last, [postmortemId], reason),
    );
  }

  /** The same for every case about an incident. */
  async incidentEdited(tx: TxCtx, incidentId: string): Promise<void> {
    const links = await tx.db.findBy(PostmortemIncidentEntity, { incidentId });
    for (const { postmortemId } of links) this.edited(tx, postmortemId);
  }

  /** Says that something the search index shows of these cases has changed, but not the cases themselves. */
  async touched(tx: TxCtx, postmortemIds: readonly string[]): Promise<void> {
    for (let start = 0; start < postmortemIds.length; start += TOUCHED_AT_ONCE) {
      const ids = postmortemIds.slice(start, start + TOUCHED_AT_ONCE);
      await tx.db.increment(PostmortemEntity, { id: In(ids) }, 'searchStamp', 1);
    }
    await this.written(tx, postmortemIds);
  }

  /** Says that the rows of these cases are other than those that the search indexes have seen. */
  async written(tx: TxCtx, postmortemIds: readonly string[]): Promise<void> {
    for (const { topic } of this.indexes) await promise(tx, topic, postmortemIds);
  }

  /** Says that a case is gone. */
  async deleted(tx: TxCtx, postmortemId: string): Promise<void> {
    await this.written(tx, [postmortemId]);
  }

  async #record(tx: TxCtx, postmortemIds: readonly string[], reason?: string): Promise<void> {
    const now = tx.clock.now();
    await tx.db
      .createQueryBuilder()
      .update(PostmortemEntity)
      .set({
        revision: () => 'revision + 1',
        searchStamp: () => 'search_stamp + 1',
        updatedAt: now,
      })
      .whereInIds([...postmortemIds])
      .execute();
    const rows = await this.reader.read(tx.db, postmortemIds);
    if (rows.length === 0) return;
    await insertRows(
      tx,
      RevisionEntity,
      rows.map(({ row, document }) => ({
        postmortemId: row.id,
        number: row.revision,
        at: now,
        editorId: personIdOf(tx.actor),
        reason: reason ?? null,
        document,
      })),
    );
    await this.written(
      tx,
      rows.map(({ row }) => row.id),
    );
  }
}
