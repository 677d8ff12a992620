import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { ActionItemEntity } from './action-item.entity.js';
import { FINISHED_STATUSES } from './action-item.states.js';

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

/** The first few action items of a case, in order: a case can have thousands. */
export const firstActionItemsOf = defineLoader(
  async (ctx, wanted: readonly { readonly postmortemId: string; readonly first: number }[]) => {
    const postmortemIds = wanted.map(({ postmortemId }) => postmortemId);
    const query = readableActionItems(ctx);
    const placed = query
      .subQuery()
      .select('n.id', 'id')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY n.postmortemId ORDER BY n.position)', 'place')
      .from(ActionItemEntity, 'n')
      .where('n.postmortemId IN (:...postmortemIds)', { postmortemIds });
    const rows = await query
      .andWhere(
        `a.id IN (SELECT placed.id FROM ${placed.getQuery()} placed WHERE placed.place <= :most)`,
      )
      .setParameters({ postmortemIds, most: Math.max(...wanted.map(({ first }) => first)) })
      .orderBy('a.position')
      .getMany();
    const lists = groupedBy(rows, postmortemIds, (item) => item.postmortemId);
    return wanted.map(({ first }, at) => lists[at]?.slice(0, first) ?? []);
  },
);

/** How many action items a case has, and how many of them are finished. */
export const actionProgressOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await readableActionItems(ctx)
    .select('a.postmortemId', 'id')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(CASE WHEN a.status IN (:...finished) THEN 1 ELSE 0 END)', 'finished')
    .andWhere('a.postmortemId IN (:...postmortemIds)', { postmortemIds })
    .setParameter('finished', FINISHED_STATUSES)
    .groupBy('a.postmortemId')
    // PostgreSQL counts in 64 bits, which its driver hands over as text.
    .getRawMany<{ id: string; count: number | string; finished: number | string }>();
  const counts = new Map(
    rows.map(({ id, count, finished }) => [
      id,
      { count: Number(count), finished: Number(finished) },
    ]),
  );
  return postmortemIds.map((id) => counts.get(id) ?? { count: 0, finished: 0 });
});
