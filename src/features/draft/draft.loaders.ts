import { In } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import { DraftEntity } from './draft.entity.js';

/** A draft without its two long texts, which are read where somebody asks for them. */
export type DraftHead = Omit<DraftEntity, 'text' | 'base'> &
  Partial<Pick<DraftEntity, 'text' | 'base'>>;

/** The columns of a `DraftHead`. */
export const HEAD = ['personId', 'postmortemId', 'part', 'baseVersion', 'updatedAt'] as const;

/** The caller's own drafts of a case, the newest first; nobody else's, whoever the caller is. */
export const draftsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const personId = personIdOf(ctx.actor);
  const rows: DraftHead[] =
    personId === null
      ? []
      : await ctx.db.find(DraftEntity, {
          select: Object.fromEntries(HEAD.map((name) => [name, true])),
          where: { personId, postmortemId: In([...postmortemIds]) },
          order: { updatedAt: 'DESC', part: 'ASC' },
        });
  return groupedBy(rows, postmortemIds, (row) => row.postmortemId);
});

const textsOf = defineLoader(async (ctx, heads: readonly DraftHead[]) => {
  const rows = await ctx.db.find(DraftEntity, {
    where: heads.map(({ personId, postmortemId, part }) => ({ personId, postmortemId, part })),
  });
  const nameOf = (row: DraftHead): string =>
    JSON.stringify([row.personId, row.postmortemId, row.part]);
  const found = new Map(rows.map((row) => [nameOf(row), row]));
  return heads.map((head) => found.get(nameOf(head)));
});

/** One of the two long texts of a draft; empty if it was discarded meanwhile. */
export async function textOf(ctx: Ctx, head: DraftHead, name: 'text' | 'base'): Promise<string> {
  return head[name] ?? (await textsOf(ctx).load(head))?.[name] ?? '';
}
