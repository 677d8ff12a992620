import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { FactorEntity } from './factor.entity.js';
import { FactorTree } from './factor.tree.js';

/** The factors of a case, as a tree. */
export const factorTreeOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(FactorEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { position: 'ASC' },
    }),
    postmortemIds,
    (factor) => factor.postmortemId,
  ).map((rows) => new FactorTree(rows)),
);
