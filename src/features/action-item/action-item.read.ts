import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import {
  keysetPage,
  pageOf,
  type Direction,
  type Ordering,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import { chosen, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { withWeights } from '../action-link/action-weight.loaders.js';
import { InitiativeActionEntity } from '../initiative/initiative-action.entity.js';
import { InitiativeEntity } from '../initiative/initiative.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { clockOfAction } from '../target/target.loaders.js';
import { TrackerLinkEntity } from '../tracker/tracker-link.entity.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { actionItemById, readableActionItems } from './action-item.loaders.js';
import { dayOf, FINISHED_STATUSES, OPEN_STATUSES } from './action-item.states.js';

/** What a list keeps; all that is given must hold. */
export interface ActionItemListFilter {
  readonly query?: string | null;
  /** In a state in which somebody has to do something about it. */
  readonly open?: boolean | null;
  readonly status?: readonly ActionStatus[] | null;
  readonly priority?: readonly ActionPriority[] | null;
  readonly type?: readonly ActionType[] | null;
  readonly ownerId?: string | null;
  readonly teamId?: string | null;
  /** Keys of teams. */
  readonly team?: readonly string[] | null;
  readonly postmortemId?: string | null;
  /** Key or id of the initiative that gathers it. */
  readonly initiative?: string | null;
  /** Due on this day or later. */
  readonly dueAfter?: string | null;
  /** Due earlier than this day. */
  readonly dueBefore?: string | null;
  readonly overdue?: boolean | null;
  /** Not finished, and it has used more working days than its target gives it. */
  readonly overTarget?: boolean | null;
  /** Not finished, and closed in a tracker without anybody having said whether it is done. */
  readonly closedInTracker?: boolean | null;
}

export interface ActionItemListOrder {
  readonly field:
    | 'DUE_ON'
    | 'URGENCY'
    | 'CLOCK'
    | 'WEIGHT'
    | 'CREATED_AT'
    | 'KEY'
    | 'PRIORITY'
    | 'UPDATED_AT'
    | 'POSITION';
  readonly direction: Direction;
}

/** The list of action items, for screens. */
@Injectable()
export class ActionItemList {
  /**
   * One page of the items in cases that the caller may read: two statements, and those of the clocks,
   * which are as many however many items there are.
   * @throws FupanError VALIDATION where too many clocks would have to be compared
   */
  async page(
    ctx: Ctx,
    filter: ActionItemListFilter,
    order: ActionItemListOrder | undefined,
    paging: PageRequest,
  ): Promise<Page<ActionItemEntity>> {
    const query = readableActionItems(ctx);
    const { ownerId, teamId, postmortemId } = filter;
    const team = chosen('team', filter.team);
    const { dueAfter, dueBefore, overdue } = filter;
    keepContaining(query, ['a.title', 'a.key'], filter.query);
    keepOneOf(query, 'status', filter.status);
    if (typeof filter.open === 'boolean') {
      const isOpen = `a.status ${filter.open ? '' : 'NOT '}IN (:...openStatuses)`;
      query.andWhere(isOpen, { openStatuses: OPEN_STATUSES });
    }
    keepOneOf(query, 'priority', filter.priority);
    keepOneOf(query, 'type', filter.type);
    if (ownerId) query.andWhere('a.ownerId = :ownerId', { ownerId });
    if (teamId) query.andWhere('a.teamId = :teamId', { teamId });
    if (team) {
      const teams = query
        .subQuery()
        .select('t.id')
        .from(TeamEntity, 't')
        .where('t.key IN (:...team)')
        .getQuery();
      query.andWhere(`a.teamId IN ${teams}`, { team });
    }
    if (postmortemId) query.andWhere('a.postmortemId = :postmortemId', { postmortemId });
    if (filter.initiative) {
      const gathered = query
        .subQuery()
        .select('ia.actionItemId')
        .from(InitiativeActionEntity, 'ia')
        .innerJoin(InitiativeEntity, 'i', 'i.id = ia.initiativeId')
        .where('i.id = :initiative OR i.key = :initiativeKey')
        .getQuery();
      query.andWhere(`a.id IN ${gathered}`, {
        initiative: filter.initiative,
        initiativeKey: filter.initiative.toUpperCase(),
      });
    }
    if (dueAfter) query.andWhere('a.dueOn >= :dueAfter', { dueAfter });
    if (dueBefore) query.andWhere('a.dueOn < :dueBefore', { dueBefore });
    if (overdue !== null && overdue !== undefined) {
      // COALESCE, so that "not overdue" keeps what has no due day.
      query.andWhere(
        `${overdue ? '' : 'NOT '}(COALESCE(a.dueOn, :today) < :today AND a.status IN (:...open))`,
        { today: dayOf(ctx.clock.now()), open: OPEN_STATUSES },
      );
    }
    if (typeof filter.closedInTracker === 'boolean') {
      const asked = query
        .subQuery()
        .select('1')
        .from(TrackerLinkEntity, 'l')
        .where('l.actionItemId = a.id AND l.proposedAt IS NOT NULL AND l.answer IS NULL')
        .getQuery();
      query.andWhere(
        `${filter.closedInTracker ? '' : 'NOT '}(a.status NOT IN (:...finished) AND EXISTS ${asked})`,
        { finished: FINISHED_STATUSES },
      );
    }
    if (typeof filter.overTarget === 'boolean') {
      const late = await overTarget(ctx, query);
      if (late.length > 0) {
        query.andWhere(`a.id ${filter.overTarget ? '' : 'NOT '}IN (:...late)`, { late });
      } else if (filter.overTarget) query.andWhere('1 = 0');
    }
    const { field, direction } = order ?? { field: 'DUE_ON', direction: 'ASC' };
    if (field === 'CLOCK') return pageByClock(ctx, query, direction, paging);
    if (field === 'WEIGHT') withWeights(query, ctx);
    return keysetPage(query, orderingOf(field, direction), paging);
  }
}

/** The ids of the items of a query that are not finished and over their target. */
async function overTarget(
  ctx: Ctx,
  query: SelectQueryBuilder<ActionItemEntity>,
): Promise<string[]> {
  const unfinished = query
    .clone()
    .andWhere('a.priority IS NOT NULL AND a.status NOT IN (:...over)', { over: FINISHED_STATUSES });
  const clocks = await clocksOf(ctx, unfinished, ['filter', 'overTarget']);
  return clocks.flatMap(({ id, clock }) => (clock.breached ? [id] : []));
}

/** What has no days left comes first when ascending; what has no target or is over comes last. */
async function pageByClock(
  ctx: Ctx,
  query: SelectQueryBuilder<ActionItemEntity>,
  direction: Direction,
  paging: PageRequest,
): Promise<Page<ActionItemEntity>> {
  const last = direction === 'ASC' ? MOST_DAYS : -MOST_DAYS;
  const clocks = await clocksOf(ctx, query, ['orderBy', 'field']);
  const rows = clocks.map(({ id, clock: { state, targetDays, usedDays } }) => {
    const isTold = targetDays !== null && (state === 'RUNNING' || state === 'PAUSED');
    return { id, value: isTold ? targetDays - usedDays : last };
  });
  const page = pageOf(rows, { name: 'clock', direction }, paging);
  const edges = await Promise.all(
    page.edges.map(async ({ cursor, node: { id } }) => {
      const node = await actionItemById(ctx).load(id);
      return node ? [{ cursor, node }] : [];
    }),
  );
  const shown = edges.flat();
  return { ...page, edges: shown, nodes: shown.map(({ node }) => node) };
}

/** More working days than any clock has counted. */
const MOST_DAYS = 1_000_000;

type Clock = Awaited<ReturnType<ReturnType<typeof clockOfAction>['load']>>;

/** The clocks of the items of a query. They count the working days of calendars, which SQL does not know. */
async function clocksOf(
  ctx: Ctx,
  query: SelectQueryBuilder<ActionItemEntity>,
  field: readonly string[],
): Promise<{ readonly id: string; readonly clock: Clock }[]> {
  const max = LIMITS.clocksCompared;
  const items = await query
    .clone()
    .select(['a.id', 'a.postmortemId', 'a.priority', 'a.teamId'])
    .limit(max + 1)
    .getMany();
  if (items.length > max) throw new FupanError('VALIDATION', 'clocksCompared', { max }, field);
  return Promise.all(
    items.map(async (item) => ({ id: item.id, clock: await clockOfAction(ctx).load(item) })),
  );
}

/** A text that sorts as people attend to things: open, set aside, over; each by its day. */
const URGENCY = {
  name: 'urgency',
  sql: `(CASE WHEN a.status IN (:...openFirst) THEN '0' WHEN a.status = 'PAUSED' THEN '1' ELSE '2' END
    || COALESCE(a.dueOn, '9999-12-31'))`,
  parameters: { openFirst: OPEN_STATUSES },
};

const WEIGHT = { name: 'weight', sql: 'weighed.weight', parameters: {}, isNumber: true };

/** What is not known comes last, whichever end is first. */
function orderingOf(
  field: Exclude<ActionItemListOrder['field'], 'CLOCK'>,
  direction: Direction,
): Ordering<ActionItemEntity> {
  const last = (greatest: string): string => (direction === 'ASC' ? greatest : '');
  switch (field) {
    case 'DUE_ON':
      return { property: 'dueOn', direction, nullAs: last('9999-12-31') };
    case 'URGENCY':
      return { property: 'dueOn', direction, computed: URGENCY };
    case 'WEIGHT':
      return { property: 'id', direction, computed: WEIGHT };
    case 'PRIORITY':
      return { property: 'priority', direction, nullAs: last('P9') };
    case 'CREATED_AT':
      return { property: 'createdAt', direction };
    case 'UPDATED_AT':
      return { property: 'updatedAt', direction };
    case 'POSITION':
      return { property: 'position', direction };
    case 'KEY':
      return { property: 'number', direction };
  }
}
