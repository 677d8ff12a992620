import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { AdviceDismissalEntity } from './advice-dismissal.entity.js';

/** Dismissals of one case that are looked at; more than it can have advice. */
const MOST = 1_000;

/** What was put aside in cases that the caller has, oldest first. */
export const dismissalsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(AdviceDismissalEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { at: 'ASC', id: 'ASC' },
      take: MOST * postmortemIds.length,
    }),
    postmortemIds,
    (row) => row.postmortemId,
  ),
);
