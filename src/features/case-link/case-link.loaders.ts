import { In } from 'typeorm';

import { defineLoader } from '../../core/loader.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { CaseLinkEntity } from './case-link.entity.js';

/** A link as one of its two cases sees it. */
export interface SeenLink {
  readonly id: string;
  readonly kind: CaseLinkEntity['kind'];
  readonly note: string | null;
  readonly direction: 'OUTGOING' | 'INCOMING';
  /** The case that sees it. */
  readonly postmortemId: string;
  /** The case at the other end. */
  readonly otherId: string;
}

/** The link as the case with this id sees it. */
export function seenFrom(link: CaseLinkEntity, postmortemId: string): SeenLink {
  const { id, kind, note, fromId, toId } = link;
  return fromId === postmortemId
    ? { id, kind, note, direction: 'OUTGOING', postmortemId, otherId: toId }
    : { id, kind, note, direction: 'INCOMING', postmortemId, otherId: fromId };
}

/** The links of a case in both directions, its own first, to cases that the caller may read. */
export const linksOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const among = In([...postmortemIds]);
  const links = await ctx.db.find(CaseLinkEntity, {
    where: [{ fromId: among }, { toId: among }],
    order: { position: 'ASC', id: 'ASC' },
  });
  const wanted = new Set(postmortemIds);
  const views = new Map<string, SeenLink[]>(postmortemIds.map((id) => [id, []]));
  for (const link of links) {
    for (const end of [link.fromId, link.toId]) {
      if (wanted.has(end)) views.get(end)?.push(seenFrom(link, end));
    }
  }
  const otherIds = [...new Set([...views.values()].flat().map((link) => link.otherId))];
  const others = await Promise.all(otherIds.map((id) => postmortemById(ctx).load(id)));
  const readable = new Set(others.flatMap((other) => other?.id ?? []));
  return postmortemIds.map((id) => {
    const visible = (views.get(id) ?? []).filter((link) => readable.has(link.otherId));
    return [
      ...visible.filter((link) => link.direction === 'OUTGOING'),
      ...visible.filter((link) => link.direction === 'INCOMING'),
    ];
  });
});
