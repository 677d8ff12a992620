import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { IncidentEntity } from './incident.entity.js';

/** More than a glance is no reminder. */
const MOST = 5;

/** What happened on a day of the year. */
@Injectable()
export class OnThisDay {
  /**
   * The cases that the caller may read whose first incident began on this day and month of an
   * earlier year, in UTC; the newest first. One statement.
   * @param date YYYY-MM-DD
   */
  cases(ctx: Ctx, date: string): Promise<PostmortemEntity[]> {
    const query = ctx.db.createQueryBuilder(PostmortemEntity, 'p');
    const earlier = query
      .subQuery()
      .select('1')
      .from(PostmortemIncidentEntity, 'before')
      .where('before.postmortemId = p.id AND before.position < pi.position')
      .getQuery();
    return (
      onlyReadable(query, ctx.actor, 'p')
        .innerJoin(
          PostmortemIncidentEntity,
          'pi',
          `pi.postmortemId = p.id AND NOT EXISTS ${earlier}`,
        )
        .innerJoin(IncidentEntity, 'i', 'i.id = pi.incidentId')
        // Instants are ISO 8601 text: 2024-03-11T…
        .andWhere('SUBSTR(i.startedAt, 6, 5) = :day AND SUBSTR(i.startedAt, 1, 4) < :year')
        .setParameters({ day: date.slice(5), year: date.slice(0, 4) })
        .orderBy('i.startedAt', 'DESC')
        .addOrderBy('p.id', 'DESC')
        .limit(MOST)
        .getMany()
    );
  }
}
