import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { keysetPage, type Direction, type Page, type PageRequest } from '../../core/paging.js';
import { keepOneOf } from '../../infra/database/filters.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { mayReadAudit, onlyVisibleEntries } from './audit.policy.js';

/** What a list of entries keeps; all that is given must hold. */
export interface AuditListFilter {
  readonly personId?: string | null;
  /** What it was about, or the case that this belongs to. */
  readonly subjectId?: string | null;
  readonly act?: readonly string[] | null;
  readonly outcome?: AuditEntryEntity['outcome'] | null;
  /** From then on. */
  readonly after?: Date | null;
  /** Up to then, and not then itself. */
  readonly before?: Date | null;
}

/** Entries that are read at a stretch. */
const BATCH = 500;

/** The audit log, for whoever keeps the organization. */
@Injectable()
export class AuditList {
  /**
   * One page, by time; two statements.
   * @throws ForbiddenError for anybody but administrators
   */
  async page(
    ctx: Ctx,
    filter: AuditListFilter,
    direction: Direction,
    paging: PageRequest,
  ): Promise<Page<AuditEntryEntity>> {
    if (!mayReadAudit(ctx.actor)) throw new ForbiddenError();
    return keysetPage(kept(ctx, filter), { property: 'at', direction }, paging);
  }

  /**
   * All of it in the order in which it was written, some entries at a time.
   * @throws ForbiddenError for anybody but administrators
   */
  async *all(ctx: Ctx, filter: AuditListFilter): AsyncGenerator<AuditEntryEntity[]> {
    if (!mayReadAudit(ctx.actor)) throw new ForbiddenError();
    for (let last = 0; ;) {
      const rows = await kept(ctx, filter)
        .andWhere('e.seq > :last', { last })
        .orderBy('e.seq')
        .limit(BATCH)
        .getMany();
      const end = rows.at(-1);
      if (!end) return;
      yield rows;
      last = end.seq;
    }
  }
}

function kept(ctx: Ctx, filter: AuditListFilter): SelectQueryBuilder<AuditEntryEntity> {
  const { personId, subjectId, act, outcome, after, before } = filter;
  const query = ctx.db.createQueryBuilder(AuditEntryEntity, 'e');
  onlyVisibleEntries(query, ctx.actor, 'e');
  keepOneOf(query, 'act', act);
  if (personId) query.andWhere('e.personId = :personId', { personId });
  if (subjectId)
    query.andWhere('(e.subjectId = :about OR e.caseId = :about)', { about: subjectId });
  if (outcome) query.andWhere('e.outcome = :outcome', { outcome });
  if (after) query.andWhere('e.at >= :after', { after: after.toISOString() });
  if (before) query.andWhere('e.at < :before', { before: before.toISOString() });
  return query;
}
