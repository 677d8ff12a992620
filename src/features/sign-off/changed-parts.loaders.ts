import { In } from 'typeorm';

import { defineLoader } from '../../core/loader.js';
import { RevisionEntity } from '../history/revision.entity.js';
import { changedParts, type CasePart } from './changed-parts.js';

export type { CasePart };

/** Two revisions of a case that the caller has. */
export interface RevisionPair {
  readonly postmortemId: string;
  readonly from: number;
  readonly to: number;
}

/** What reads otherwise in the later of two revisions. One statement; nothing is read of two that are the same. */
export const changesBetween = defineLoader(async (ctx, pairs: readonly RevisionPair[]) => {
  const where = pairs
    .filter(({ from, to }) => from !== to)
    .map(({ postmortemId, from, to }) => ({ postmortemId, number: In([from, to]) }));
  const rows = where.length === 0 ? [] : await ctx.db.findBy(RevisionEntity, where);
  const documentOf = (postmortemId: string, number: number) =>
    rows.find((row) => row.postmortemId === postmortemId && row.number === number)?.document;
  return pairs.map(({ postmortemId, from, to }): CasePart[] => {
    const [before, after] = [documentOf(postmortemId, from), documentOf(postmortemId, to)];
    return before && after ? changedParts(before, after) : [];
  });
});
