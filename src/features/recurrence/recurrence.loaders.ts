import { defineLoader, groupedBy } from '../../core/loader.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { RecurrenceAnswerEntity } from './recurrence-answer.entity.js';

/** The answers about an action item, the latest first, of cases that the caller may read. */
export const recurrenceAnswersOf = defineLoader(async (ctx, actionItemIds: readonly string[]) => {
  const query = ctx.db
    .createQueryBuilder(RecurrenceAnswerEntity, 'r')
    .innerJoin(PostmortemEntity, 'p', 'p.id = r.postmortemId')
    .where('r.actionItemId IN (:...actionItemIds)', { actionItemIds })
    .orderBy('r.at', 'DESC')
    .addOrderBy('r.id', 'DESC');
  return groupedBy(
    await onlyReadable(query, ctx.actor, 'p').getMany(),
    actionItemIds,
    (row) => row.actionItemId,
  );
});
