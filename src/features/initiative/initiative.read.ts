import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import {
  keysetPage,
  type Direction,
  type Ordering,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { InitiativeStatus } from '../../core/vocabulary.js';
import { chosen, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { dayOf } from '../action-item/action-item.states.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { InitiativeActionEntity } from './initiative-action.entity.js';
import { InitiativeEntity } from './initiative.entity.js';
import { mayInitiative } from './initiative.policy.js';
import { OPEN_STATUSES } from './initiative.states.js';

/** What a list keeps; all that is given must hold. */
export interface InitiativeListFilter {
  readonly query?: string | null;
  readonly status?: readonly InitiativeStatus[] | null;
  /** Keys of teams. */
  readonly team?: readonly string[] | null;
  readonly ownerId?: string | null;
  readonly late?: boolean | null;
}

export interface InitiativeListOrder {
  readonly field: 'URGENCY' | 'TARGET_ON' | 'CREATED_AT' | 'UPDATED_AT' | 'KEY';
  readonly direction: Direction;
}

/** The lists of initiatives and of the cases they answer, for screens. */
@Injectable()
export class InitiativeList {
  /** One page of the initiatives; two statements. */
  page(
    ctx: Ctx,
    filter: InitiativeListFilter,
    order: InitiativeListOrder | undefined,
    paging: PageRequest,
  ): Promise<Page<InitiativeEntity>> {
    const query = ctx.db.createQueryBuilder(InitiativeEntity, 'i');
    if (!mayInitiative(ctx.actor, 'read')) query.andWhere('1 = 0');
    keepContaining(query, ['i.title', 'i.key'], filter.query);
    keepOneOf(query, 'status', filter.status);
    const team = chosen('team', filter.team);
    if (team) {
      const teams = query
        .subQuery()
        .select('t.id')
        .from(TeamEntity, 't')
        .where('t.key IN (:...team)')
        .getQuery();
      query.andWhere(`i.teamId IN ${teams}`, { team });
    }
    if (filter.ownerId) query.andWhere('i.ownerId = :ownerId', { ownerId: filter.ownerId });
    if (typeof filter.late === 'boolean') {
      // COALESCE, so that "not late" keeps what has no day.
      query.andWhere(
        `${filter.late ? '' : 'NOT '}(COALESCE(i.targetOn, :today) < :today AND i.status IN (:...open))`,
        { today: dayOf(ctx.clock.now()), open: OPEN_STATUSES },
      );
    }
    return keysetPage(query, orderingOf(order), paging);
  }

  /** One page of the action items that an initiative gathers, in cases that the caller may read. */
  actionItems(
    ctx: Ctx,
    initiativeId: string,
    paging: PageRequest,
  ): Promise<Page<ActionItemEntity>> {
    const query = readableActionItems(ctx)
      .innerJoin(InitiativeActionEntity, 'ia', 'ia.actionItemId = a.id')
      .andWhere('ia.initiativeId = :initiativeId', { initiativeId });
    const order = { property: 'dueOn', direction: 'ASC', nullAs: '9999-12-31' } as const;
    return keysetPage(query, order, paging);
  }

  /** One page of the cases whose action items an initiative gathers, of those that the caller may read. */
  cases(ctx: Ctx, initiativeId: string, paging: PageRequest): Promise<Page<PostmortemEntity>> {
    const query = onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p');
    const gathered = query
      .subQuery()
      .select('a.postmortemId')
      .from(InitiativeActionEntity, 'ia')
      .innerJoin(ActionItemEntity, 'a', 'a.id = ia.actionItemId')
      .where('ia.initiativeId = :initiativeId')
      .getQuery();
    query.andWhere(`p.id IN ${gathered}`, { initiativeId });
    return keysetPage(query, { property: 'createdAt', direction: 'DESC' }, paging);
  }
}

/** A text that sorts as people attend to initiatives: what goes on, what may, what is over; by its day. */
const URGENCY = {
  name: 'urgency',
  sql: `(CASE i.status WHEN 'ACTIVE' THEN '0' WHEN 'PROPOSED' THEN '1' WHEN 'DONE' THEN '2' ELSE '3' END
    || COALESCE(i.targetOn, '9999-12-31'))`,
  parameters: {},
};

/** What has no day comes last, whichever end is first. */
function orderingOf(order: InitiativeListOrder | undefined): Ordering<InitiativeEntity> {
  const { field, direction } = order ?? { field: 'URGENCY', direction: 'ASC' };
  switch (field) {
    case 'URGENCY':
      return { property: 'targetOn', direction, computed: URGENCY };
    case 'TARGET_ON':
      return { property: 'targetOn', direction, nullAs: direction === 'ASC' ? '9999-12-31' : '' };
    case 'CREATED_AT':
      return { property: 'createdAt', direction };
    case 'UPDATED_AT':
      return { property: 'updatedAt', direction };
    case 'KEY':
      return { property: 'number', direction };
  }
}
