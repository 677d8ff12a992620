import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx } from '../../core/ctx.js';
import { checked } from '../../core/validation.js';
import { dayIn } from '../../core/working-days.js';
import { boundsOf, weekAt, weeksAfter } from '../../core/iso-week.js';
import { mayReadPeople } from '../people/people.policy.js';
import { TeamEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { ageingOf, pointOf, type ActionAgeing, type BurnUpPoint } from './trend.content.js';
import { countsAt, openActions } from './trend.read.js';

export const MOST_WEEKS = 104;

/** How the actions of a team, or of all, have come on. */
export interface ActionTrends {
  readonly team: TeamEntity | null;
  readonly zone: string;
  readonly at: Date;
  readonly ageing: ActionAgeing;
  readonly burnUp: readonly BurnUpPoint[];
}

/** Tells how actions come on over the weeks. Nothing is stored for it: their history tells. */
@Injectable()
export class TrendService {
  /**
   * @param teamKey of a team; left out, all that the caller may read
   * @param weeks how many points a burn-up has, 1 to 104; the last is the present week
   * @returns null if there is no such team or the caller may not read it
   * @throws FupanError VALIDATION for any other number of weeks
   */
  async of(
    ctx: Ctx,
    teamKey: string | null | undefined,
    weeks: number,
  ): Promise<ActionTrends | null> {
    checked(z.number().int().min(1).max(MOST_WEEKS), weeks, ['weeks']);
    if (!mayReadPeople(ctx.actor)) return null;
    const key = teamKey?.trim().toLowerCase();
    const team = key === undefined ? null : await ctx.db.findOneBy(TeamEntity, { key });
    if (key !== undefined && !team) return null;
    const teamId = team?.id ?? null;
    const { zone } = await calendarOfTeam(ctx).load(teamId ?? '');
    const at = ctx.clock.now();
    const open = await openActions(ctx, teamId, zone);
    return {
      team,
      zone,
      at,
      ageing: ageingOf(open, dayIn(at, zone)),
      burnUp: await this.#burnUp(ctx, teamId, zone, weeks),
    };
  }

  async #burnUp(
    ctx: Ctx,
    teamId: string | null,
    zone: string,
    weeks: number,
  ): Promise<readonly BurnUpPoint[]> {
    const now = ctx.clock.now();
    const present = weekAt(now, zone);
    const points = Array.from({ length: weeks }, (_, index) => {
      const week = weeksAfter(present, index + 1 - weeks);
      return { week: week.text, at: index + 1 === weeks ? now : boundsOf(week, zone).until };
    });
    const counts = await countsAt(
      ctx,
      teamId,
      // What happens at the stroke of midnight is of the next week.
      points.map(({ at }, index) => (index + 1 === weeks ? now : new Date(at.getTime() - 1))),
    );
    return points.map((point, index) =>
      pointOf(point, (status) => counts.get(status)?.[index] ?? 0),
    );
  }
}
