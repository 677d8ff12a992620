import { In } from 'typeorm';

import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { USUAL_WEEK, WorkingDays } from '../../core/working-days.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { WorkCalendarEntity } from './work-calendar.entity.js';
import { mayReadCalendars } from './work-calendar.policy.js';

/** A calendar by id; null where there is none or the caller may not read it. */
export const workCalendarById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReadCalendars(ctx.actor)
    ? byId(await ctx.db.findBy(WorkCalendarEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** The teams that have chosen a calendar, by name. */
export const teamsOfCalendar = defineLoader(async (ctx, calendarIds: readonly string[]) =>
  groupedBy(
    await ctx.db.find(TeamEntity, {
      where: { calendarId: In([...calendarIds]) },
      order: { name: 'ASC', id: 'ASC' },
    }),
    calendarIds,
    (team) => team.calendarId ?? '',
  ),
);

/**
 * The working days of a team, or of the organization for the id ''. Who has chosen none goes by the
 * organization; where that has chosen none, Monday to Friday are worked, in UTC. Three statements.
 */
export const calendarOfTeam = defineLoader(async (ctx, teamIds: readonly string[]) => {
  const teams = await ctx.db.findBy(TeamEntity, { id: In(teamIds.filter((id) => id !== '')) });
  const chosenBy = new Map(teams.map((team) => [team.id, team.calendarId]));
  const [organization] = await ctx.db.findBy(OrganizationEntity, {});
  const calendarIds = teamIds.map((id) => chosenBy.get(id) ?? organization?.calendarId ?? '');
  const calendars = await ctx.db.findBy(WorkCalendarEntity, { id: In([...new Set(calendarIds)]) });
  const usual = new WorkingDays(USUAL_WEEK);
  const daysOf = new Map(calendars.map((row) => [row.id, new WorkingDays(row)]));
  return calendarIds.map((id) => daysOf.get(id) ?? usual);
});
