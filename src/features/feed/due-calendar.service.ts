import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import { calendarDocument, type CalendarDay } from '../../infra/feed/icalendar.js';
import { FEED_WORDS } from '../../locales/feed.js';
import { personById } from '../people/people.loaders.js';
import { TeamService } from '../people/team.service.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { waitingRuns, type WaitingRun } from '../recurring-task/waiting-runs.service.js';
import { dueActions, type DueAction, type DueScope } from './due-days.read.js';

/**
 * Calendars of what is due, in the language of the context: actions, the ends of their pauses and
 * the checks of their effect, and the runs of recurring tasks, all of them all day.
 */
@Injectable()
export class DueCalendars {
  constructor(
    private readonly publicUrl: PublicUrl,
    private readonly teams: TeamService,
  ) {}

  /** What the caller owns; null for a program that is nobody. */
  async ofCaller(ctx: Ctx): Promise<string | null> {
    const ownerId = personIdOf(ctx.actor);
    if (ownerId === null) return null;
    return this.#calendar(ctx, { ownerId }, FEED_WORDS[ctx.locale].ownDays, '/mine');
  }

  /** What a team owes; null if there is no such team or the caller may not read it. */
  async ofTeam(ctx: Ctx, teamKey: string): Promise<string | null> {
    const team = await this.teams.find(ctx, { key: teamKey });
    if (!team) return null;
    const title = FEED_WORDS[ctx.locale].teamDays(team.name);
    return this.#calendar(
      ctx,
      { teamId: team.id },
      title,
      `/teams/${encodeURIComponent(team.key)}`,
    );
  }

  async #calendar(ctx: Ctx, scope: DueScope, title: string, path: string): Promise<string> {
    const actions = await dueActions(ctx, scope);
    const runs = await waitingRuns(ctx, scope);
    const days = await Promise.all([
      ...actions.map((action) => this.#actionDay(ctx, action)),
      ...runs.map((run) => this.#runDay(ctx, run)),
    ]);
    return calendarDocument({ title, url: this.#url(path), days });
  }

  async #actionDay(ctx: Ctx, { item, kind, day }: DueAction): Promise<CalendarDay> {
    const words = FEED_WORDS[ctx.locale];
    const { key, priority, updatedAt, version } = item;
    const status = item.status as keyof typeof words.states;
    const found = await postmortemById(ctx).load(item.postmortemId);
    const categories = [words.states[status], ...(priority === null ? [] : [priority])];
    const url = this.#url(`/actions/${key}`);
    return {
      uid: `${item.id}-${UID_OF[kind]}`,
      day,
      title: words.day[kind](`${key} ${item.title}`),
      lines: [
        categories.join(' · '),
        await ownerLine(ctx, item.ownerId),
        ...(found ? [`${found.key} ${found.title}`] : []),
        url,
      ],
      url,
      categories,
      sequence: version,
      changedAt: updatedAt,
      isTentative: item.status === 'PROPOSED',
    };
  }

  async #runDay(
    ctx: Ctx,
    { task, occurrence: { dueOn, state } }: WaitingRun,
  ): Promise<CalendarDay> {
    const words = FEED_WORDS[ctx.locale];
    const word = words.states[state as 'UPCOMING' | 'DUE' | 'MISSED'];
    const url = this.#url(`/tasks/${task.key}`);
    return {
      uid: `${task.id}-${dueOn}`,
      day: dueOn,
      title: words.day.TASK(`${task.key} ${task.title}`),
      lines: [word, await ownerLine(ctx, task.ownerId), url],
      url,
      categories: [word],
      sequence: task.version,
      changedAt: task.createdAt,
      isTentative: false,
    };
  }

  #url(path: string): string {
    return `${this.publicUrl.origin}${path}`;
  }
}

/** What each kind of day is called in its UID: never to be changed, or calendars show days twice. */
const UID_OF = { DUE: 'due', PAUSE_ENDING: 'pause', EFFECT_CHECK: 'effect' } as const;

async function ownerLine(ctx: Ctx, ownerId: string | null): Promise<string> {
  const { owner, nobody } = FEED_WORDS[ctx.locale];
  const found = ownerId === null ? null : await personById(ctx).load(ownerId);
  return found ? owner(found.name) : nobody;
}
