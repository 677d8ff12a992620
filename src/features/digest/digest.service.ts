import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { mayReadPeople } from '../people/people.policy.js';
import { TeamEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { digestOf, type DigestContent } from './digest.content.js';
import { happenedBetween, standingAt, type DigestScope } from './digest.read.js';
import { boundsOf, weekOf, weeksAfter, type Week } from './week.js';

/** What became of the actions of a team in a week, as it was when the week was over. */
export interface TeamDigest extends DigestContent {
  readonly team: TeamEntity;
  readonly week: string;
  /** When the week began, in the zone of the team's calendar. */
  readonly from: Date;
  /** The cut-off: when the week is over, or now while it is not. */
  readonly until: Date;
  /** False while the week is not over, so that more may come. */
  readonly isFinal: boolean;
}

/** Makes digests. Nothing of them is stored: the history of the actions tells any week again. */
@Injectable()
export class DigestService {
  /**
   * The digest of a team for a week, with nothing in it that the caller may not read now; null if
   * there is no such team or the caller may not read it.
   * @throws FupanError VALIDATION for a week that there is not
   */
  async ofTeam(ctx: Ctx, teamKey: string, weekText: string): Promise<TeamDigest | null> {
    const week = weekOf(weekText);
    if (!mayReadPeople(ctx.actor)) return null;
    const team = await ctx.db.findOneBy(TeamEntity, { key: teamKey.trim().toLowerCase() });
    if (!team) return null;
    const { zone } = await calendarOfTeam(ctx).load(team.id);
    const { from, until } = boundsOf(week, zone);
    const now = ctx.clock.now();
    const isFinal = until <= now;
    const content = await this.#content(ctx, { teamId: team.id }, week, zone);
    return { ...content, team, week: week.text, from, until: isFinal ? until : now, isFinal };
  }

  async #content(ctx: Ctx, scope: DigestScope, week: Week, zone: string): Promise<DigestContent> {
    const { from, until } = boundsOf(week, zone);
    const last = boundsOf(weeksAfter(week, -1), zone);
    return digestOf({
      day: weeksAfter(week, 1).monday,
      standing: await standingAt(ctx, scope, until),
      standingBefore: await standingAt(ctx, scope, from),
      happened: await happenedBetween(ctx, scope, from, until),
      happenedBefore: await happenedBetween(ctx, scope, last.from, last.until),
    });
  }
}
