import { defineLoader, groupedBy } from '../../core/loader.js';
import { TrackerLinkEntity } from './tracker-link.entity.js';

/** The links of action items that the caller may read, in order. */
export const trackerLinksOf = defineLoader(async (ctx, actionItemIds: readonly string[]) =>
  groupedBy(
    await ctx.db
      .createQueryBuilder(TrackerLinkEntity, 'l')
      .where('l.actionItemId IN (:...actionItemIds)', { actionItemIds })
      .orderBy('l.position')
      .getMany(),
    actionItemIds,
    (link) => link.actionItemId,
  ),
);
