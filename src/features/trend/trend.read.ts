import type { Ctx } from '../../core/ctx.js';
import type { ActionStatus } from '../../core/vocabulary.js';
import { dayIn } from '../../core/working-days.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import type { OpenAction } from './trend.content.js';

/** Ages are told of no more open actions than this. */
const MOST_OPEN = 50_000;

const OPEN: readonly ActionStatus[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS', 'PAUSED'];

/** What is open now in cases that the reader may read: of a team, or of all. One statement. */
export async function openActions(
  ctx: Ctx,
  teamId: string | null,
  zone: string,
): Promise<OpenAction[]> {
  const query = ctx.db
    .createQueryBuilder(ActionItemEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
    .innerJoin(ActionItemEventEntity, 'e', 'e.actionItemId = a.id AND e.number = 1')
    .select('a.status', 'status')
    .addSelect('a.dueOn', 'dueOn')
    .addSelect('e.at', 'at')
    .where('a.status IN (:...open)', { open: OPEN })
    .limit(MOST_OPEN);
  if (teamId !== null) query.andWhere('a.teamId = :teamId', { teamId });
  const rows = await onlyReadable(query, ctx.actor, 'p').getRawMany<
    Pick<OpenAction, 'status' | 'dueOn'> & { at: string }
  >();
  return rows.map(({ status, dueOn, at }) => ({
    status,
    dueOn,
    proposedOn: dayIn(new Date(at), zone),
  }));
}

/**
 * How many actions stood in each state at each of the instants: those that were of the
 * team then, or all; only of cases that the reader may read now. One statement, however many there are.
 * @returns counts in the order of the instants; a state in which none ever stood is left out
 */
export async function countsAt(
  ctx: Ctx,
  teamId: string | null,
  instants: readonly Date[],
): Promise<ReadonlyMap<ActionStatus, readonly number[]>> {
  const stays = onlyReadable(
    ctx.db
      .createQueryBuilder(ActionItemEventEntity, 'e')
      .innerJoin(ActionItemEntity, 'a', 'a.id = e.actionItemId')
      .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
      .select('e.status', 'status')
      .addSelect('e.at', 'since')
      // An event tells how an action stood until the next one.
      .addSelect('LEAD(e.at) OVER (PARTITION BY e.action_item_id ORDER BY e.number)', 'until')
      .addSelect('e.teamId', 'team'),
    ctx.actor,
    'p',
  );
  const query = stays
    .createQueryBuilder()
    .select('s.status', 'status')
    .from(`(${stays.getQuery()})`, 's')
    .setParameters(stays.getParameters())
    .groupBy('s.status');
  if (teamId !== null) query.where('s.team = :teamId', { teamId });
  for (const [index, instant] of instants.entries()) {
    const at = `at${index}`;
    query
      .addSelect(
        `SUM(CASE WHEN s.since <= :${at} AND (s.until IS NULL OR s.until > :${at}) THEN 1 ELSE 0 END)`,
        at,
      )
      .setParameter(at, instant.toISOString());
  }
  const rows = await query.getRawMany<{ status: ActionStatus } & Record<string, unknown>>();
  return new Map(
    rows.map((row) => [row.status, instants.map((_, index) => Number(row[`at${index}`] ?? 0))]),
  );
}
