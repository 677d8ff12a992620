import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import type { Severity } from '../../core/vocabulary.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { targetDaysFor } from '../improvement-policy/improvement-policy.loaders.js';
import { incidentById } from '../incident/incident.loaders.js';
import { incidentIdsOf } from '../postmortem/postmortem.loaders.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { actionClock } from './action-clock.js';
import type { Clock } from './clock.js';

/** Moves of one batch of actions: far more than there are. */
const MOST_EVENTS = 50_000;

/** The incidents of a case that the caller may read, in order. */
export const incidentsOfCase = defineLoader((ctx, postmortemIds: readonly string[]) =>
  Promise.all(
    postmortemIds.map(async (postmortemId) => {
      const ids = await incidentIdsOf(ctx).load(postmortemId);
      const incidents = await Promise.all(ids.map((id) => incidentById(ctx).load(id)));
      return incidents.filter((incident) => incident !== null);
    }),
  ),
);

/** The severity of the gravest of these; null while none has one. */
export const gravestSeverityOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const all = await Promise.all(postmortemIds.map((id) => incidentsOfCase(ctx).load(id)));
  return all.map((incidents): Severity | null => {
    const [gravest] = incidents.flatMap(({ severity }) => severity ?? []).sort();
    return gravest ?? null;
  });
});

/**
 * The clock of an action that the caller has. Its days are those of its team now. However many
 * actions: their moves, the incidents of their cases, the targets and the calendars, each once.
 */
export const clockOfAction = defineLoader(async (ctx, items: readonly ActionItemEntity[]) => {
  const now = ctx.clock.now();
  const events = await movesOf(ctx, items);
  return Promise.all(
    items.map(async ({ postmortemId, priority: subject, teamId }, at): Promise<Clock> => {
      const severity = await gravestSeverityOf(ctx).load(postmortemId);
      const targetDays = subject && (await targetDaysFor(ctx).load({ subject, severity }));
      const calendar = await calendarOfTeam(ctx).load(teamId ?? '');
      return actionClock(events[at] ?? [], { targetDays, calendar, now });
    }),
  );
});

/** What moved the clocks, the first thing first. */
async function movesOf(
  ctx: Ctx,
  items: readonly ActionItemEntity[],
): Promise<ActionItemEventEntity[][]> {
  const ids = items.map(({ id }) => id);
  const rows = await ctx.db
    .createQueryBuilder(ActionItemEventEntity, 'e')
    .select(['e.id', 'e.actionItemId', 'e.at', 'e.status', 'e.pausedUntil'])
    .where({ actionItemId: In(ids) })
    .andWhere(`(e.fromStatus IS NULL OR e.fromStatus <> e.status OR e.status = 'PAUSED')`)
    .orderBy('e.number')
    .limit(MOST_EVENTS)
    .getMany();
  return groupedBy(rows, ids, (row) => row.actionItemId);
}

/** How often an action was put off. */
export interface Extensions {
  readonly count: number;
  /** Why the last time; null if nobody said. */
  readonly lastReason: string | null;
  readonly lastOn: Date;
}

/** How often the due date of an action that the caller has was put off; null for never. */
export const extensionsOfAction = defineLoader(async (ctx, ids: readonly string[]) => {
  const rows = await ctx.db
    .createQueryBuilder(ActionItemEventEntity, 'e')
    .select(['e.id', 'e.actionItemId', 'e.at', 'e.reason'])
    .where({ actionItemId: In([...ids]), act: 'EXTEND' })
    .orderBy('e.number')
    .limit(MOST_EVENTS)
    .getMany();
  return groupedBy(rows, ids, (row) => row.actionItemId).map((all): Extensions | null => {
    const last = all.at(-1);
    return last ? { count: all.length, lastReason: last.reason, lastOn: last.at } : null;
  });
});
