import { createHash } from 'node:crypto';
import { In, Not } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { STILL_ACTS } from '../../core/vocabulary.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { MARK_BYTES } from './answer-token.js';

/** The last thing that took an action further. */
type LastMove = Pick<ActionItemEventEntity, 'number' | 'act' | 'actorId'>;

/**
 * How an action stands, in a few bytes: its state, whose it is, when it is due and how far its
 * history has come. What was edited besides leaves it as it is.
 */
export function markOf(
  { status, dueOn, ownerId }: ActionItemEntity,
  lastMove: LastMove | undefined,
): string {
  const stands = JSON.stringify([status, dueOn, ownerId, lastMove?.number ?? 0]);
  return createHash('sha256').update(stands).digest().subarray(0, MARK_BYTES).toString('hex');
}

/** The last move of each action, by its id. @param ids of actions that the caller may read */
export async function lastMovesOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LastMove>> {
  if (ids.length === 0) return new Map();
  const query = ctx.db.createQueryBuilder(ActionItemEventEntity, 'e');
  const last = query
    .subQuery()
    .select('MAX(m.number)')
    .from(ActionItemEventEntity, 'm')
    .where(`m.actionItemId = e.actionItemId AND m.act NOT IN (:...still)`)
    .getQuery();
  const events = await query
    .where({ actionItemId: In([...ids]), act: Not(In([...STILL_ACTS])) })
    .andWhere(`e.number = ${last}`, { still: STILL_ACTS })
    .getMany();
  return new Map(events.map((event) => [event.actionItemId, event]));
}
