import { In } from 'typeorm';

import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { mayReadPeople } from './people.policy.js';
import { PersonEntity } from './person.entity.js';
import { TeamEntity, TeamMemberEntity } from './team.entity.js';

/** A person by id; null where there is none or the caller may not read it. */
export const personById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReadPeople(ctx.actor)
    ? byId(await ctx.db.findBy(PersonEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** A team by id; null where there is none or the caller may not read it. */
export const teamById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReadPeople(ctx.actor)
    ? byId(await ctx.db.findBy(TeamEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** Who belongs to a team, leads first. */
export const membersOfTeam = defineLoader(async (ctx, teamIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(TeamMemberEntity, {
      where: { teamId: In([...teamIds]) },
      order: { role: 'ASC', personId: 'ASC' },
    }),
    teamIds,
    (row) => row.teamId,
  ),
);

/** The teams that somebody belongs to, those they lead first. */
export const membershipsOfPerson = defineLoader(async (ctx, personIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(TeamMemberEntity, {
      where: { personId: In([...personIds]) },
      order: { role: 'ASC', teamId: 'ASC' },
    }),
    personIds,
    (row) => row.personId,
  ),
);
