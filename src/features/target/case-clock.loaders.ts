import { In } from 'typeorm';

import { defineLoader, groupedBy } from '../../core/loader.js';
import { targetDaysFor } from '../improvement-policy/improvement-policy.loaders.js';
import { PostmortemMoveEntity } from '../postmortem/postmortem-move.entity.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { caseClock, type CaseLife, type CaseStage } from './case-clock.js';
import type { Clock } from './clock.js';
import { gravestSeverityOf, incidentsOfCase } from './target.loaders.js';

/** Moves of one batch of cases: far more than there are. */
const MOST_MOVES = 50_000;

/** The clocks of a case; each is null where there is nothing to tell. */
export type CaseClocks = Readonly<Record<'writing' | 'reviewing', Clock | null>>;

/**
 * The clocks of a case that the caller has, in the working days of the organization: a case is often
 * that of several teams. However many cases: their moves, their incidents, the targets and the
 * calendar, each once.
 */
export const clocksOfCase = defineLoader(async (ctx, cases: readonly PostmortemEntity[]) => {
  const now = ctx.clock.now();
  const ids = cases.map(({ id }) => id);
  const rows = await ctx.db.find(PostmortemMoveEntity, {
    where: { postmortemId: In(ids) },
    order: { at: 'ASC', id: 'ASC' },
    take: MOST_MOVES,
  });
  const moves = groupedBy(rows, ids, (row) => row.postmortemId);
  return Promise.all(
    cases.map(async (postmortem, index): Promise<CaseClocks> => {
      const { id, status } = postmortem;
      const severity = await gravestSeverityOf(ctx).load(id);
      const startedAt = beginningOf(postmortem, await incidentsOfCase(ctx).load(id));
      const life: CaseLife = { status, startedAt, moves: moves[index] ?? [] };
      const calendar = await calendarOfTeam(ctx).load('');
      const [writing, reviewing] = await Promise.all(
        (['WRITING', 'REVIEWING'] satisfies CaseStage[]).map(async (subject) => {
          const targetDays = await targetDaysFor(ctx).load({ subject, severity });
          return caseClock(subject, life, { targetDays, calendar, now });
        }),
      );
      return { writing: writing ?? null, reviewing: reviewing ?? null };
    }),
  );
});

/** When the last of its incidents was resolved; for a case from a file, when it came. */
function beginningOf(
  { createdAt, importIdentity }: PostmortemEntity,
  incidents: readonly { readonly resolvedAt: Date | null }[],
): Date {
  if (importIdentity !== null) return createdAt;
  const resolved = incidents.flatMap(({ resolvedAt }) => resolvedAt?.getTime() ?? []);
  return resolved.length === 0 ? createdAt : new Date(Math.max(...resolved));
}
