import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { ActionItemEntity } from './action-item.entity.js';

/** The action items, as `a`, of the cases that the caller may read. */
export function readableActionItems(ctx: Ctx): SelectQueryBuilder<ActionItemEntity> {
  const query = ctx.db
    .createQueryBuilder(ActionItemEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId');
  return onlyReadable(query, ctx.actor, 'p');
}

/** An action item by id; null where there is none or the caller may not read its case. */
export const actionItemById = defineLoader(async (ctx, ids: readonly string[]) =>
  byId(await readableActionItems(ctx).andWhere('a.id IN (:...ids)', { ids }).getMany(), ids),
);

/** The action items of a case, in order. */
export const actionItemsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await readableActionItems(ctx)
      .andWhere('a.postmortemId IN (:...postmortemIds)', { postmortemIds })
      .orderBy('a.position')
      .getMany(),
    postmortemIds,
    (item) => item.postmortemId,
  ),
);
