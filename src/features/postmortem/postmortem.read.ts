import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import {
  keysetPage,
  type Direction,
  type Ordering,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { Language, PostmortemStatus, Visibility } from '../../core/vocabulary.js';
import { chosen, keepOneOf } from '../../infra/database/filters.js';
import { IncidentServiceEntity } from '../incident/incident.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
} from './postmortem.entity.js';
import { onlyReadable } from './postmortem.policy.js';

/** What a list keeps; all that is given must hold. */
export interface PostmortemListFilter {
  readonly status?: readonly PostmortemStatus[] | null;
  readonly visibility?: readonly Visibility[] | null;
  readonly language?: readonly Language[] | null;
  readonly tag?: readonly string[] | null;
  readonly service?: readonly string[] | null;
  readonly authorId?: string | null;
  readonly reviewerId?: string | null;
  readonly incidentId?: string | null;
  readonly updatedAfter?: Date | null;
}

export interface PostmortemListOrder {
  readonly field: keyof typeof PROPERTY;
  readonly direction: Direction;
}

const PROPERTY = {
  UPDATED_AT: 'updatedAt',
  CREATED_AT: 'createdAt',
  KEY: 'number',
  TITLE: 'title',
} as const satisfies Record<string, keyof PostmortemEntity>;

/** The list of cases, for screens. */
@Injectable()
export class PostmortemList {
  /** One page of the cases that the caller may read; two statements. */
  page(
    ctx: Ctx,
    filter: PostmortemListFilter,
    order: PostmortemListOrder | undefined,
    paging: PageRequest,
  ): Promise<Page<PostmortemEntity>> {
    const query = onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p');
    const { authorId, reviewerId, incidentId } = filter;
    const tag = chosen('tag', filter.tag);
    const service = chosen('service', filter.service);
    keepOneOf(query, 'status', filter.status);
    keepOneOf(query, 'visibility', filter.visibility);
    keepOneOf(query, 'language', filter.language);
    if (filter.updatedAfter) {
      query.andWhere('p.updatedAt >= :updatedAfter', {
        updatedAfter: filter.updatedAfter.toISOString(),
      });
    }
    const exists = (sub: string, parameters: object): void => {
      query.andWhere(`EXISTS ${sub}`, parameters);
    };
    if (tag) {
      const sub = query.subQuery().select('1').from(PostmortemTagEntity, 't');
      exists(sub.where('t.postmortemId = p.id AND t.tag IN (:...tag)').getQuery(), { tag });
    }
    if (service) {
      const sub = query
        .subQuery()
        .select('1')
        .from(PostmortemIncidentEntity, 'pi')
        .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
        .innerJoin(ServiceEntity, 's', 's.id = x.serviceId');
      exists(sub.where('pi.postmortemId = p.id AND s.name IN (:...service)').getQuery(), {
        service,
      });
    }
    if (authorId) {
      const sub = query.subQuery().select('1').from(PostmortemPersonEntity, 'a');
      exists(
        sub
          .where(`a.postmortemId = p.id AND a.role = 'AUTHOR' AND a.personId = :authorId`)
          .getQuery(),
        { authorId },
      );
    }
    if (reviewerId) {
      const sub = query
        .subQuery()
        .select('1')
        .from(PostmortemPersonEntity, 'r')
        .where(`r.postmortemId = p.id AND r.role = 'REVIEWER' AND r.personId = :reviewerId`)
        .getQuery();
      query.andWhere(`(p.facilitatorId = :reviewerId OR EXISTS ${sub})`, { reviewerId });
    }
    if (incidentId) {
      const sub = query.subQuery().select('1').from(PostmortemIncidentEntity, 'i');
      exists(sub.where('i.postmortemId = p.id AND i.incidentId = :incidentId').getQuery(), {
        incidentId,
      });
    }
    const ordering: Ordering<PostmortemEntity> = {
      property: PROPERTY[order?.field ?? 'UPDATED_AT'],
      direction: order?.direction ?? 'DESC',
    };
    return keysetPage(query, ordering, paging);
  }
}
