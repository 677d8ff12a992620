import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { RecurrenceAnswerEntity } from '../recurrence/recurrence-answer.entity.js';

/**
 * Gives a query over action items the table `idea`: `item_id` is the same idea as `root_id`, by links
 * from one to the next, itself included. Who may not read an item does not get by way of it to others.
 * @param roots a condition on `id` that keeps the items to begin with
 */
export function withIdeas<Row extends object>(
  query: SelectQueryBuilder<Row>,
  ctx: Ctx,
  roots: string,
): SelectQueryBuilder<Row> {
  const next = readableActionItems(ctx).select('1').andWhere('a.id = link.next_id').getQuery();
  const half = (from: string, to: string): string =>
    `SELECT ${from} AS last_id, ${to} AS next_id FROM action_link WHERE kind = 'SAME_IDEA'`;
  return query.addCommonTableExpression(
    `SELECT id, id FROM action_item WHERE ${roots}
     UNION
     SELECT idea.root_id, link.next_id FROM idea
     INNER JOIN (${half('from_id', 'to_id')} UNION ALL ${half('to_id', 'from_id')}) link
       ON link.last_id = idea.item_id
     WHERE EXISTS (${next})`,
    'idea',
    { recursive: true, columnNames: ['root_id', 'item_id'] },
  );
}

/**
 * Gives a query made by `readableActionItems` the weight of each item, `weightOf` in SQL, as
 * `weighed.weight`: in how many cases that the caller may read the idea came up or would have helped.
 */
export function withWeights(
  query: SelectQueryBuilder<ActionItemEntity>,
  ctx: Ctx,
): SelectQueryBuilder<ActionItemEntity> {
  const asked = readableActionItems(ctx)
    .innerJoin('idea', 'idea', 'idea.item_id = a.id')
    .select('idea.root_id', 'root_id')
    .addSelect('a.postmortemId', 'case_id');
  const helped = ctx.db
    .createQueryBuilder(RecurrenceAnswerEntity, 'r')
    .innerJoin(PostmortemEntity, 'p', 'p.id = r.postmortemId')
    .innerJoin('idea', 'idea', 'idea.item_id = r.actionItemId')
    .select('idea.root_id', 'root_id')
    .addSelect('r.postmortemId', 'case_id')
    .where(`r.answer <> 'NO'`);
  return withIdeas(query, ctx, '1 = 1')
    .addCommonTableExpression(
      `SELECT root_id, CAST(COUNT(*) AS integer) FROM (
         ${asked.getQuery()} UNION ${onlyReadable(helped, ctx.actor, 'p').getQuery()}
       ) came_up GROUP BY root_id`,
      'weighed',
      { columnNames: ['root_id', 'weight'] },
    )
    .innerJoin('weighed', 'weighed', 'weighed.root_id = a.id');
}
