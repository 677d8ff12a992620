import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Direction, type Page, type PageRequest } from '../../core/paging.js';
import type { ServiceTier } from '../../core/vocabulary.js';
import { keepArchived, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { ServiceEntity } from './service.entity.js';
import { mayService } from './service.policy.js';

/** What a list keeps; all that is given must hold. */
export interface ServiceListFilter {
  readonly query?: string | null;
  readonly tier?: readonly ServiceTier[] | null;
  readonly ownerTeamId?: string | null;
  readonly archived?: boolean | null;
}

const PROPERTY = { NAME: 'name', TIER: 'tier', CREATED_AT: 'createdAt' } as const;

export interface ServiceListOrder {
  readonly field: keyof typeof PROPERTY;
  readonly direction: Direction;
}

/** The list of services, for screens. */
@Injectable()
export class ServiceList {
  /** One page of the services, by name unless said otherwise; two statements. */
  page(
    ctx: Ctx,
    filter: ServiceListFilter,
    order: ServiceListOrder | undefined,
    paging: PageRequest,
  ): Promise<Page<ServiceEntity>> {
    const query = ctx.db.createQueryBuilder(ServiceEntity, 's');
    if (!mayService(ctx.actor, 'read')) query.andWhere('1 = 0');
    keepContaining(query, ['s.name', 's.businessFunction'], filter.query);
    keepOneOf(query, 'tier', filter.tier);
    keepArchived(query, filter.archived);
    const { ownerTeamId } = filter;
    if (ownerTeamId) query.andWhere('s.ownerTeamId = :ownerTeamId', { ownerTeamId });
    // The names of the tiers happen to sort from the most critical to the least.
    const property = PROPERTY[order?.field ?? 'NAME'];
    return keysetPage(query, { property, direction: order?.direction ?? 'ASC' }, paging);
  }
}
