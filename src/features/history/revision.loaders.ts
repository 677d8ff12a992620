import { Between } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { writeCaseFile } from '../case-file/case-file.write.js';
import { restoredDocument } from '../case-file/restored-document.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
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
  const documents = await documentsOf(ctx, heads);
  return Promise.all(heads.map((head) => markdownOf(ctx, documents(head))));
});

/** The case as its export file would be after a restore: its words as at that revision, the rest as now. */
export const restoredMarkdown = defineLoader(async (ctx, heads: readonly RevisionHead[]) => {
  const cases = await postmortemById(ctx).loadMany(heads.map((head) => head.postmortemId));
  const newest = cases.map((row) =>
    row && 'revision' in row ? [{ postmortemId: row.id, number: row.revision }] : [],
  );
  const documents = await documentsOf(ctx, [...heads, ...newest.flat()]);
  return Promise.all(
    heads.map((head, at) => {
      const [past, present] = [head, newest[at]?.[0]].map((each) => each && documents(each));
      return markdownOf(ctx, past && present && restoredDocument(present, past));
    }),
  );
});

type Numbered = Pick<RevisionHead, 'postmortemId' | 'number'>;
type PastDocument = RevisionEntity['document'];

/** Finds the documents of these revisions; one statement. */
async function documentsOf(
  ctx: Ctx,
  wanted: readonly Numbered[],
): Promise<(one: Numbered) => PastDocument | undefined> {
  const rows = await ctx.db.find(RevisionEntity, {
    where: wanted.map(({ postmortemId, number }) => ({ postmortemId, number })),
  });
  return ({ postmortemId, number }) =>
    rows.find((each) => each.postmortemId === postmortemId && each.number === number)?.document;
}

async function markdownOf(ctx: Ctx, document: PastDocument | undefined): Promise<string> {
  if (!document) return '';
  const links = await Promise.all(
    document.links.map(async (link) => ((await readableCaseKeys(ctx).load(link.to)) ? [link] : [])),
  );
  const { readers = [], ...rest } = document;
  return writeCaseFile({ ...rest, readers, links: links.flat() });
}

/** Whether the caller may read the case with a key. */
const readableCaseKeys = defineLoader(async (ctx, keys: readonly string[]) => {
  const rows = await onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p')
    .andWhere('p.key IN (:...keys)', { keys })
    .getMany();
  const found = new Set(rows.map((row) => row.key));
  return keys.map((key) => found.has(key));
});
