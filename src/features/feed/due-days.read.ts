import { Brackets } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import type { ActionStatus } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** Whose days they are. */
export type DueScope = { readonly ownerId: string } | { readonly teamId: string };

/** No calendar has more actions: those that are due last are left out. */
const MOST_ACTIONS = 2_000;

/** Which day an action waits for, by how it stands. */
const WAITING: readonly {
  readonly kind: DueAction['kind'];
  readonly statuses: readonly ActionStatus[];
  readonly column: 'dueOn' | 'pausedUntil' | 'effectCheckOn';
}[] = [
  { kind: 'DUE', statuses: ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'], column: 'dueOn' },
  { kind: 'PAUSE_ENDING', statuses: ['PAUSED'], column: 'pausedUntil' },
  { kind: 'EFFECT_CHECK', statuses: ['VERIFIED'], column: 'effectCheckOn' },
];

/** What is known of an action on its day, with its case. */
export interface DueAction {
  readonly item: ActionItemEntity;
  readonly day: string;
  readonly kind: 'DUE' | 'PAUSE_ENDING' | 'EFFECT_CHECK';
}

/**
 * The actions that wait for a day, in cases that the caller may read, by that day: to be done, to
 * go on after a pause, to be looked at whether they had an effect. One statement.
 */
export async function dueActions(ctx: Ctx, scope: DueScope): Promise<DueAction[]> {
  const query = ctx.db
    .createQueryBuilder(ActionItemEntity, 'a')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
    .where(
      new Brackets((any) => {
        for (const { statuses, column } of WAITING) {
          const list = statuses.map((status) => `'${status}'`).join(', ');
          any.orWhere(`(a.status IN (${list}) AND a.${column} IS NOT NULL)`);
        }
      }),
    )
    .orderBy('COALESCE(a.pausedUntil, a.effectCheckOn, a.dueOn)')
    .addOrderBy('a.number')
    .limit(MOST_ACTIONS);
  if ('ownerId' in scope) query.andWhere('a.ownerId = :ownerId', scope);
  else query.andWhere('a.teamId = :teamId', scope);
  const items = await onlyReadable(query, ctx.actor, 'p').getMany();
  return items.flatMap((item) => {
    const waiting = WAITING.find(({ statuses }) => statuses.includes(item.status));
    const day = waiting ? item[waiting.column] : null;
    return waiting && day !== null ? [{ item, kind: waiting.kind, day }] : [];
  });
}
