import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { TimelineEventEntity } from './timeline-event.entity.js';

/** The timeline of a case: by instant, then by position. */
export const timelineOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(TimelineEventEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { at: 'ASC', position: 'ASC' },
    }),
    postmortemIds,
    (event) => event.postmortemId,
  ),
);
