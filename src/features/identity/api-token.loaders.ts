import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { mayToken } from './api-token.policy.js';

/** The tokens of a person, the newest first; none where the caller may not see them. */
export const apiTokensOfPerson = defineLoader(async (ctx, personIds: readonly string[]) => {
  const visible = personIds.filter((id) => mayToken(ctx.actor, 'see', id));
  const rows =
    visible.length === 0
      ? []
      : await ctx.db.find(ApiTokenEntity, {
          where: { personId: In(visible) },
          order: { id: 'DESC' },
        });
  return groupedBy(rows, personIds, (row) => row.personId);
});
