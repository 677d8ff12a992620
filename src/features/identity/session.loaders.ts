import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { maySession } from './identity.policy.js';
import { SessionEntity } from './session.entity.js';

/** The sessions of a person, the newest first, those that have ended by time among them; none where the caller may not see them. */
export const sessionsOfPerson = defineLoader(async (ctx, personIds: readonly string[]) => {
  const visible = personIds.filter((id) => maySession(ctx.actor, 'see', id));
  const rows =
    visible.length === 0
      ? []
      : await ctx.db.find(SessionEntity, {
          where: { personId: In(visible) },
          order: { id: 'DESC' },
        });
  return groupedBy(rows, personIds, (row) => row.personId);
});
