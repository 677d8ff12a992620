import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import type { ActionPriority, ActionStatus } from '../../core/vocabulary.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { dayOf, OPEN_STATUSES } from '../action-item/action-item.states.js';
import { InitiativeActionEntity } from './initiative-action.entity.js';
import { InitiativeEntity } from './initiative.entity.js';
import { mayInitiative } from './initiative.policy.js';

/** An initiative by id; null where there is none or the caller may not read it. */
export const initiativeById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayInitiative(ctx.actor, 'read')
    ? byId(await ctx.db.findBy(InitiativeEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);

/** The initiative that gathers an action item which the caller may read; null for none. */
export const initiativeOf = defineLoader(async (ctx, actionItemIds: readonly string[]) => {
  const rows = await ctx.db.findBy(InitiativeActionEntity, {
    actionItemId: In([...actionItemIds]),
  });
  const initiatives = await initiativeById(ctx).loadMany(rows.map((row) => row.initiativeId));
  const found = new Map(rows.map(({ actionItemId }, at) => [actionItemId, initiatives[at]]));
  return actionItemIds.map((id) => {
    const initiative = found.get(id);
    return initiative instanceof Error ? null : (initiative ?? null);
  });
});

/** How many action items of one state and priority an initiative gathers. */
export interface Share {
  readonly status: ActionStatus;
  readonly priority: ActionPriority | null;
  readonly count: number;
  readonly overdue: number;
}

/** As a database hands it over: PostgreSQL counts in 64 bits, which its driver writes as text. */
type Counted<Row> = {
  [Name in keyof Row]: Row[Name] extends number ? number | string : Row[Name];
};

/** What an initiative gathers, of the action items that the caller may read. */
export interface InitiativeShares {
  readonly shares: readonly Share[];
  /** The cases that ask for them. */
  readonly caseCount: number;
}

/** What initiatives gather, counted. Two statements, however many they are. */
export const initiativeSharesOf = defineLoader(
  async (ctx, ids: readonly string[]): Promise<InitiativeShares[]> => {
    const rows = await gathered(ctx, ids)
      .select('ia.initiativeId', 'id')
      .addSelect('a.status', 'status')
      .addSelect('a.priority', 'priority')
      .addSelect('COUNT(*)', 'count')
      .addSelect(
        'SUM(CASE WHEN a.dueOn < :today AND a.status IN (:...open) THEN 1 ELSE 0 END)',
        'overdue',
      )
      .setParameters({ today: dayOf(ctx.clock.now()), open: OPEN_STATUSES })
      .groupBy('ia.initiativeId')
      .addGroupBy('a.status')
      .addGroupBy('a.priority')
      .getRawMany<Counted<Share> & { id: string }>();
    const cases = await gathered(ctx, ids)
      .select('ia.initiativeId', 'id')
      .addSelect('COUNT(DISTINCT a.postmortemId)', 'count')
      .groupBy('ia.initiativeId')
      .getRawMany<Counted<{ id: string; count: number }>>();
    const caseCounts = new Map(cases.map(({ id, count }) => [id, Number(count)]));
    return groupedBy(rows, ids, ({ id }) => id).map((group, at) => ({
      shares: group.map((share) => ({
        ...share,
        count: Number(share.count),
        overdue: Number(share.overdue),
      })),
      caseCount: caseCounts.get(ids[at] ?? '') ?? 0,
    }));
  },
);

/** The action items that initiatives gather, in cases that the caller may read. */
const gathered = (ctx: Ctx, ids: readonly string[]) =>
  readableActionItems(ctx)
    .innerJoin(InitiativeActionEntity, 'ia', 'ia.actionItemId = a.id')
    .andWhere('ia.initiativeId IN (:...ids)', { ids });
