import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import type { ActionLinkKind } from '../../core/vocabulary.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { actionItemById, readableActionItems } from '../action-item/action-item.loaders.js';
import { recurrenceAnswersOf } from '../recurrence/recurrence.loaders.js';
import { ActionLinkEntity } from './action-link.entity.js';
import { withIdeas } from './action-weight.loaders.js';

/** A link as one of its two action items sees it. */
export interface SeenActionLink {
  readonly id: string;
  readonly kind: ActionLinkKind;
  /** The case of the item that sees it. */
  readonly postmortemId: string;
  /** The item at the other end. */
  readonly otherItem: ActionItemEntity;
  /** The case of that one. */
  readonly otherId: string;
}

/** The link as `item` sees it, `other` being at its other end. */
export function seenFrom(
  { id, kind }: ActionLinkEntity,
  item: ActionItemEntity,
  other: ActionItemEntity,
): SeenActionLink {
  const { postmortemId } = item;
  return { id, kind, postmortemId, otherItem: other, otherId: other.postmortemId };
}

/** The links of an action item, in the order they were made, to items that the caller may read. */
export const actionLinksOf = defineLoader(async (ctx, ids: readonly string[]) => {
  const among = In([...ids]);
  const links = await ctx.db.find(ActionLinkEntity, {
    where: [{ fromId: among }, { toId: among }],
    order: { id: 'ASC' },
  });
  const ends = [...new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const items = new Map(
    (await Promise.all(ends.map((id) => actionItemById(ctx).load(id)))).flatMap((item) =>
      item ? [[item.id, item]] : [],
    ),
  );
  return ids.map((id) =>
    links.flatMap((link): SeenActionLink[] => {
      if (link.fromId !== id && link.toId !== id) return [];
      const [item, other] = [
        items.get(id),
        items.get(link.fromId === id ? link.toId : link.fromId),
      ];
      return item && other ? [seenFrom(link, item, other)] : [];
    }),
  );
});

/** An action item among those of one idea. */
interface IdeaItem {
  readonly id: string;
  readonly postmortemId: string;
}

/**
 * The action items that are the same idea as one, by links from one to the next, itself included.
 * Who may not read an item does not get by way of it to others either. One statement for all.
 */
export const ideaOf = defineLoader(async (ctx: Ctx, ids: readonly string[]) => {
  const rows = await withIdeas(readableActionItems(ctx), ctx, 'id IN (:...ids)')
    .innerJoin('idea', 'idea', 'idea.item_id = a.id')
    .select('idea.root_id', 'root')
    .addSelect('a.id', 'id')
    .addSelect('a.postmortemId', 'postmortemId')
    .orderBy('a.id')
    .setParameter('ids', ids)
    .getRawMany<IdeaItem & { root: string }>();
  return groupedBy(rows, ids, ({ root }) => root);
});

/**
 * In how many cases that the caller may read the idea of an action item came up: those that asked
 * for it, and those that it would have prevented, at least in part.
 */
export const weightOf = defineLoader(async (ctx: Ctx, ids: readonly string[]) => {
  const ideas = await Promise.all(ids.map((id) => ideaOf(ctx).load(id)));
  return Promise.all(
    ideas.map(async (idea) => {
      const answers = await Promise.all(idea.map(({ id }) => recurrenceAnswersOf(ctx).load(id)));
      const helped = answers.flat().filter(({ answer }) => answer !== 'NO');
      return new Set([...idea, ...helped].map(({ postmortemId }) => postmortemId)).size;
    }),
  );
});
