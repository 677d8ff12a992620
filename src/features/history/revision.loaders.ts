import { Between } from 'typeorm';

import { defineLoader } from '../../core/loader.js';
import { writeCaseFile } from '../case-file/case-file.write.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { RevisionEntity } from './revision.entity.js';

/** A revision without its document, which may be large. */
export type RevisionHead = Omit<RevisionEntity, 'document'>;

/** Some revisions of one case, by number, both ends included. */
export interface RevisionRange {
  readonly postmortemId: string;
  readonly from: number;
  readonly to: number;
}

/** The revisions of each range, newest first. Whether the caller may read the case is asked before. */
export const revisionsBetween = defineLoader(async (ctx, ranges: readonly RevisionRange[]) => {
  const rows: RevisionHead[] = await ctx.db.find(RevisionEntity, {
    select: { postmortemId: true, number: true, at: true, editorId: true, reason: true },
    where: ranges.map(({ postmortemId, from, to }) => ({
      postmortemId,
      number: Between(from, to),
    })),
    order: { number: 'DESC' },
  });
  return ranges.map(({ postmortemId, from, to }) =>
    rows.filter(
      (row) => row.postmortemId === postmortemId && row.number >= from && row.number <= to,
    ),
  );
});

/** The case as the export file of that revision, without links to cases that the caller may not read. */
export const revisionMarkdown = defineLoader(async (ctx, heads: readonly RevisionHead[]) => {
  const rows = await ctx.db.find(RevisionEntity, {
    where: heads.map(({ postmortemId, number }) => ({ postmortemId, number })),
  });
  return Promise.all(
    heads.map(async ({ postmortemId, number }) => {
      const row = rows.find((each) => each.postmortemId === postmortemId && each.number === number);
      if (!row) return '';
      const links = await Promise.all(
        row.document.links.map(async (link) =>
          (await readableCaseKeys(ctx).load(link.to)) ? [link] : [],
        ),
      );
      const { readers = [], ...document } = row.document;
      return writeCaseFile({ ...document, readers, links: links.flat() });
    }),
  );
});

/** Whether the caller may read the case with a key. */
const readableCaseKeys = defineLoader(async (ctx, keys: readonly string[]) => {
  const rows = await onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p')
    .andWhere('p.key IN (:...keys)', { keys })
    .getMany();
  const found = new Set(rows.map((row) => row.key));
  return keys.map((key) => found.has(key));
});
