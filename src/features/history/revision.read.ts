import type { Ctx } from '../../core/ctx.js';
import {
  assertPageSize,
  openCursor,
  sealCursor,
  wrongCursor,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { revisionsBetween, type RevisionHead } from './revision.loaders.js';

const MARK = 'revision DESC';

/**
 * One page of the revisions of a case, newest first. Revisions are numbered without a gap, so the
 * newest number tells the count and every page is a range: for many cases still one statement.
 */
export async function revisionPage(
  ctx: Ctx,
  postmortemId: string,
  request: PageRequest,
): Promise<Page<RevisionHead>> {
  const { first } = request;
  const after = request.after ?? undefined;
  assertPageSize(first);
  const newest = (await postmortemById(ctx).load(postmortemId))?.revision ?? 0;
  const to = after === undefined ? newest : numberAt(after) - 1;
  const from = Math.max(1, to - first + 1);
  const nodes = await revisionsBetween(ctx).load({ postmortemId, from, to });
  const edges = nodes.map((node) => ({
    node,
    cursor: sealCursor(MARK, node.number, postmortemId),
  }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: nodes.length > 0 && from > 1,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Promise.resolve(newest),
  };
}

function numberAt(cursor: string): number {
  const [number] = openCursor(cursor, MARK);
  if (typeof number !== 'number') throw wrongCursor();
  return number;
}

/** One revision; null if there is none or the caller may not read the case. */
export async function oneRevision(
  ctx: Ctx,
  postmortemId: string,
  number: number,
): Promise<RevisionHead | null> {
  if (!(await postmortemById(ctx).load(postmortemId))) return null;
  const [found] = await revisionsBetween(ctx).load({ postmortemId, from: number, to: number });
  return found ?? null;
}
