import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';

import { roleAllows, type Actor } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import {
  assertPageSize,
  openCursor,
  sealCursor,
  wrongCursor,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import { OutboxEntity } from '../../infra/database/outbox.entity.js';

/** A side effect that was tried so often that it was given up. */
export interface DeadLetterRow {
  readonly id: string;
  readonly topic: string;
  readonly subjectId: string;
  readonly attempts: number;
  readonly error: string;
  readonly createdAt: Date;
  readonly failedAt: Date;
}

/** Whether the actor may see to what could not be delivered. */
const mayKeepDeadLetters = (actor: Actor): boolean => roleAllows(actor, 'administer');

const MARK = 'dead letter';
/** Numbers stay below what a column holds. */
const SEQ = /^dead letter (\d{1,9})$/;

/** What could not be delivered, and what becomes of it. */
@Injectable()
export class DeadLetters {
  /** One page, the newest first; two statements. @throws FupanError FORBIDDEN, VALIDATION */
  async page(ctx: Ctx, { first, after }: PageRequest): Promise<Page<DeadLetterRow>> {
    if (!mayKeepDeadLetters(ctx.actor)) throw new ForbiddenError();
    assertPageSize(first);
    const last = typeof after === 'string' ? openCursor(after, MARK)[0] : undefined;
    if (typeof last === 'string') throw wrongCursor();
    const rows = await ctx.db.find(OutboxEntity, {
      where: { deadAt: Not(IsNull()), ...(last === undefined ? {} : { seq: LessThan(last) }) },
      order: { seq: 'DESC' },
      take: first + 1,
    });
    const edges = rows.slice(0, first).map((row) => {
      const node = letterOf(row);
      return { node, cursor: sealCursor(MARK, row.seq, node.id) };
    });
    return {
      nodes: edges.map(({ node }) => node),
      edges,
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: last !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      get totalCount() {
        return ctx.db.countBy(OutboxEntity, { deadAt: Not(IsNull()) });
      },
    };
  }

  /** Has it delivered again as soon as this commits. @throws FupanError FORBIDDEN, NOT_FOUND */
  async retry(tx: TxCtx, id: string): Promise<DeadLetterRow> {
    const row = await this.#require(tx, id);
    const again = { deadAt: null, attempts: 0, claimedBy: null, nextAttemptAt: tx.clock.now() };
    await tx.db.update(OutboxEntity, { seq: row.seq }, again);
    return letterOf(row);
  }

  /** Gives it up for good. @throws FupanError FORBIDDEN, NOT_FOUND */
  async discard(tx: TxCtx, id: string): Promise<DeadLetterRow> {
    const row = await this.#require(tx, id);
    await tx.db.delete(OutboxEntity, { seq: row.seq });
    return letterOf(row);
  }

  async #require(tx: TxCtx, id: string): Promise<OutboxEntity> {
    if (!mayKeepDeadLetters(tx.actor)) throw new ForbiddenError();
    const seq = SEQ.exec(Buffer.from(id, 'base64url').toString())?.[1];
    const row =
      seq === undefined
        ? null
        : await tx.db.findOneBy(OutboxEntity, { seq: Number(seq), deadAt: Not(IsNull()) });
    if (!row) throw new NotFoundError('dead letter', ['id']);
    return row;
  }
}

/** Opaque, as ids are. */
const idOf = (seq: number): string => Buffer.from(`${MARK} ${seq}`).toString('base64url');

function letterOf({ seq, lastError, deadAt, ...row }: OutboxEntity): DeadLetterRow {
  const { topic, subjectId, attempts, createdAt } = row;
  const failedAt = deadAt ?? row.nextAttemptAt;
  const error = lastError ?? '';
  return { id: idOf(seq), topic, subjectId, attempts, error, createdAt, failedAt };
}
