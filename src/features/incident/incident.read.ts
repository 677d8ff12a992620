import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import {
  keysetPage,
  type Direction,
  type Ordering,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { IncidentKind, IncidentStatus, Severity } from '../../core/vocabulary.js';
import { chosen, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import { IncidentEntity, IncidentServiceEntity } from './incident.entity.js';
import { onlyReadableIncidents, onlyWritten } from './incident.policy.js';

/** What a list keeps; all that is given must hold. */
export interface IncidentListFilter {
  readonly query?: string | null;
  readonly kind?: readonly IncidentKind[] | null;
  readonly severity?: readonly Severity[] | null;
  readonly status?: readonly IncidentStatus[] | null;
  /** Names. */
  readonly service?: readonly string[] | null;
  /** Inclusive. */
  readonly startedAfter?: Date | null;
  /** Exclusive. */
  readonly startedBefore?: Date | null;
  /** Whether a case that the caller may read is about it. */
  readonly hasPostmortem?: boolean | null;
}

export interface IncidentListOrder {
  readonly field: keyof typeof PROPERTY;
  readonly direction: Direction;
}

const PROPERTY = {
  STARTED_AT: 'startedAt',
  CREATED_AT: 'createdAt',
  KEY: 'number',
  SEVERITY: 'severity',
} as const satisfies Record<string, keyof IncidentEntity>;

/** What an unknown value counts as when the smallest come first, so that it comes last; likewise '' otherwise. */
const AFTER_ALL: Partial<Record<IncidentListOrder['field'], string>> = {
  STARTED_AT: '9999',
  SEVERITY: 'SEV9',
};

/** The list of incidents, for screens. */
@Injectable()
export class IncidentList {
  /** One page of the incidents that the caller may read; two statements. */
  page(
    ctx: Ctx,
    filter: IncidentListFilter,
    order: IncidentListOrder | undefined,
    paging: PageRequest,
  ): Promise<Page<IncidentEntity>> {
    const query = ctx.db.createQueryBuilder(IncidentEntity, 'i');
    onlyReadableIncidents(query, ctx.actor, 'i');
    keepContaining(query, ['i.title', 'i.key'], filter.query);
    keepOneOf(query, 'kind', filter.kind);
    keepOneOf(query, 'severity', filter.severity);
    keepOneOf(query, 'status', filter.status);
    const { startedAfter, startedBefore, hasPostmortem } = filter;
    const service = chosen('service', filter.service);
    if (startedAfter) {
      query.andWhere('i.startedAt >= :startedAfter', { startedAfter: startedAfter.toISOString() });
    }
    if (startedBefore) {
      query.andWhere('i.startedAt < :startedBefore', {
        startedBefore: startedBefore.toISOString(),
      });
    }
    if (service) {
      const struck = query
        .subQuery()
        .select('1')
        .from(IncidentServiceEntity, 'x')
        .innerJoin(ServiceEntity, 's', 's.id = x.serviceId')
        .where('x.incidentId = i.id AND s.name IN (:...service)')
        .getQuery();
      query.andWhere(`EXISTS ${struck}`, { service });
    }
    if (typeof hasPostmortem === 'boolean') onlyWritten(query, ctx.actor, 'i', hasPostmortem);
    return keysetPage(query, orderingOf(order), paging);
  }
}

function orderingOf(order: IncidentListOrder | undefined): Ordering<IncidentEntity> {
  const { field, direction } = order ?? { field: 'STARTED_AT', direction: 'DESC' };
  const ordering = { property: PROPERTY[field], direction };
  const afterAll = AFTER_ALL[field];
  if (afterAll === undefined) return ordering;
  return { ...ordering, nullAs: direction === 'ASC' ? afterAll : '' };
}
