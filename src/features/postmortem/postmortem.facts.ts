import { In } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { groupedBy } from '../../core/loader.js';
import { PostmortemEntity, PostmortemPersonEntity } from './postmortem.entity.js';
import { onlyGranted, type PostmortemFacts } from './postmortem.policy.js';

/** What the actor is to each of these cases, in their order; two statements at most. */
export async function caseFactsOf(
  ctx: Ctx,
  rows: readonly PostmortemEntity[],
): Promise<PostmortemFacts[]> {
  const personId = personIdOf(ctx.actor);
  const people = personId === null ? [] : await peopleOf(ctx, personId, rows);
  const facts = rows.map((row, at) => {
    const { id, visibility, status } = row;
    const facilitates = personId !== null && row.facilitatorId === personId;
    const named = people[at] ?? [];
    const roles = named.filter((each) => each.personId === personId).map(({ role }) => role);
    const involved = facilitates || roles.length > 0;
    const answers = facilitates || roles.includes('AUTHOR');
    const isReviewed = row.facilitatorId !== null || named.some(({ role }) => role === 'REVIEWER');
    const reviews = isReviewed
      ? facilitates || roles.includes('REVIEWER')
      : !roles.includes('AUTHOR');
    return { id, visibility, status, involved, answers, reviews };
  });
  const asked = facts.filter((each) => each.visibility === 'RESTRICTED' && !each.involved);
  const granted = await grantedAmong(ctx, personId === null ? [] : asked.map(({ id }) => id));
  return facts.map(({ id, ...each }) => ({ ...each, granted: granted.has(id) }));
}

/** Of each case its reviewers, and the actor as whatever they are. */
async function peopleOf(
  ctx: Ctx,
  personId: string,
  cases: readonly PostmortemEntity[],
): Promise<PostmortemPersonEntity[][]> {
  const ids = cases.map(({ id }) => id);
  const rows = await ctx.db.findBy(PostmortemPersonEntity, [
    { postmortemId: In(ids), personId },
    { postmortemId: In(ids), role: 'REVIEWER' },
  ]);
  return groupedBy(rows, ids, (row) => row.postmortemId);
}

/** The ids of those that have the actor among their readers. */
async function grantedAmong(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const query = ctx.db
    .createQueryBuilder(PostmortemEntity, 'p')
    .select('p.id', 'id')
    .where('p.id IN (:...ids)', { ids });
  const found = await onlyGranted(query, ctx.actor, 'p').getRawMany<{ id: string }>();
  return new Set(found.map(({ id }) => id));
}
