import { In, type FindOptionsWhere } from 'typeorm';

import { LIMITS } from '../../core/limits.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import type { ThreadState } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { CommentEntity, CommentThreadEntity } from './comment.entity.js';

/** What was said in a thread, in order. Who may see the thread is asked before. */
export const commentsOf = defineLoader(async (ctx, threadIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(CommentEntity, {
      where: { threadId: In([...threadIds]) },
      order: { number: 'ASC' },
    }),
    threadIds,
    (comment) => comment.threadId,
  ),
);

const byIdOf = <Row extends { id: string }>(entity: new () => Row) =>
  defineLoader(async (ctx, ids: readonly string[]) =>
    byId(await ctx.db.findBy<Row>(entity, { id: In([...ids]) } as FindOptionsWhere<Row>), ids),
  );

/** What a thread is about; null once it is gone. Who may see the thread is asked before. */
export const entryById = {
  TIMELINE_EVENT: byIdOf(TimelineEventEntity),
  FACTOR: byIdOf(FactorEntity),
  FINDING: byIdOf(FindingEntity),
  ACTION_ITEM: byIdOf(ActionItemEntity),
} as const;

/** How many questions of a case nobody has resolved. Who may see the case is asked before. */
export const openQuestionsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await ctx.db
    .createQueryBuilder(CommentThreadEntity, 't')
    .select('t.postmortemId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where('t.postmortemId IN (:...postmortemIds)', { postmortemIds })
    .andWhere("t.kind = 'QUESTION' AND t.state <> 'RESOLVED'")
    .groupBy('t.postmortemId')
    .getRawMany<{ id: string; count: string | number }>();
  const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return postmortemIds.map((id) => counts.get(id) ?? 0);
});

/** A question that nobody has resolved, in the words of whoever asked. */
export interface OpenQuestion {
  readonly threadId: string;
  readonly state: ThreadState;
  readonly text: string;
}

/** The first of the questions of a case that nobody has resolved, oldest first. Who may see the case is asked before. */
export const firstOpenQuestionsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await ctx.db
    .createQueryBuilder(CommentThreadEntity, 't')
    .innerJoin(CommentEntity, 'c', 'c.threadId = t.id AND c.number = 0')
    .select(['t.postmortemId AS "caseId"', 't.id AS "threadId"', 't.state AS "state"'])
    .addSelect('c.text', 'text')
    .where('t.postmortemId IN (:...postmortemIds)', { postmortemIds })
    .andWhere("t.kind = 'QUESTION' AND t.state <> 'RESOLVED'")
    .orderBy('t.createdAt')
    .addOrderBy('t.id')
    .limit(LIMITS.threadsPerCase)
    .getRawMany<OpenQuestion & { readonly caseId: string }>();
  return groupedBy(rows, postmortemIds, ({ caseId }) => caseId);
});
