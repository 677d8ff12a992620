import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { FindingEntity } from './finding.entity.js';

/** The findings of a case, in order. */
export const findingsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(FindingEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { position: 'ASC' },
    }),
    postmortemIds,
    (finding) => finding.postmortemId,
  ),
);
