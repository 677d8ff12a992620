import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { AttachmentEntity } from './attachment.entity.js';

/** The files of a case, oldest first. */
export const attachmentsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(AttachmentEntity, {
      where: { postmortemId: In([...postmortemIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    }),
    postmortemIds,
    (attachment) => attachment.postmortemId,
  ),
);
