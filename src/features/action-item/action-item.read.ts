import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import {
  keysetPage,
  type Direction,
  type Ordering,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import { chosen, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { InitiativeActionEntity } from '../initiative/initiative-action.entity.js';
import { InitiativeEntity } from '../initiative/initiative.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { TrackerLinkEntity } from '../tracker/tracker-link.entity.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { readableActionItems } from './action-item.loaders.js';
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
  /** Not finished, and closed in a tracker without anybody having said whether it is done. */
  readonly closedInTracker?: boolean | null;
}

export interface ActionItemListOrder {
  readonly field:
    'DUE_ON' | 'URGENCY' | 'CREATED_AT' | 'KEY' | 'PRIORITY' | 'UPDATED_AT' | 'POSITION';
  readonly direction: Direction;
}

/** The list of action items, for screens. */
@Injectable()
export class ActionItemList {
  /** One page of the items in cases that the caller may read; two statements. */
  page(
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
    return keysetPage(query, orderingOf(order), paging);
  }
}

/** A text that sorts as people attend to things: open, set aside, over; each by its day. */
const URGENCY = {
  name: 'urgency',
  sql: `(CASE WHEN a.status IN (:...openFirst) THEN '0' WHEN a.status = 'PAUSED' THEN '1' ELSE '2' END
    || COALESCE(a.dueOn, '9999-12-31'))`,
  parameters: { openFirst: OPEN_STATUSES },
};

/** What is not known comes last, whichever end is first. */
function orderingOf(order: ActionItemListOrder | undefined): Ordering<ActionItemEntity> {
  const { field, direction } = order ?? { field: 'DUE_ON', direction: 'ASC' };
  const last = (greatest: string): string => (direction === 'ASC' ? greatest : '');
  switch (field) {
    case 'DUE_ON':
      return { property: 'dueOn', direction, nullAs: last('9999-12-31') };
    case 'URGENCY':
      return { property: 'dueOn', direction, computed: URGENCY };
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
