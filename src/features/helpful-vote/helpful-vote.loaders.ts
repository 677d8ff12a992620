import { personIdOf } from '../../core/actor.js';
import type { ReadManager } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { HelpfulVoteEntity } from './helpful-vote.entity.js';

/** Whom a case helped. */
export interface Help {
  readonly postmortemId: string;
  /** How many people. */
  readonly count: number;
  readonly helpedViewer: boolean;
}

/** Whom each of some cases helped, in one statement. Who may see the cases is asked before. */
export const helpOf = defineLoader((ctx, postmortemIds: readonly string[]) =>
  countHelp(ctx.db, postmortemIds, personIdOf(ctx.actor)),
);

/** The same outside of a request: how many people each case helped, in the order of the ids. */
export async function helpedCounts(
  db: ReadManager,
  postmortemIds: readonly string[],
): Promise<number[]> {
  return (await countHelp(db, postmortemIds, null)).map(({ count }) => count);
}

async function countHelp(
  db: ReadManager,
  postmortemIds: readonly string[],
  viewerId: string | null,
): Promise<Help[]> {
  const rows = await db
    .createQueryBuilder(HelpfulVoteEntity, 'v')
    .select('v.postmortemId', 'postmortemId')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(CASE WHEN v.personId = :viewerId THEN 1 ELSE 0 END)', 'ofViewer')
    .where('v.postmortemId IN (:...postmortemIds)', { postmortemIds, viewerId })
    .groupBy('v.postmortemId')
    .getRawMany<Record<'postmortemId' | 'count' | 'ofViewer', string>>();
  const found = new Map(rows.map((row) => [row.postmortemId, row]));
  return postmortemIds.map((postmortemId) => {
    const row = found.get(postmortemId);
    return {
      postmortemId,
      count: Number(row?.count ?? 0),
      helpedViewer: Number(row?.ofViewer ?? 0) > 0,
    };
  });
}

/** The cases that somebody said helped them. */
export async function casesThatHelped(db: ReadManager, personId: string): Promise<string[]> {
  const rows = await db.findBy(HelpfulVoteEntity, { personId });
  return rows.map(({ postmortemId }) => postmortemId);
}
