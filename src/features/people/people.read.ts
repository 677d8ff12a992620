import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Direction, type Page, type PageRequest } from '../../core/paging.js';
import { keepArchived, keepContaining } from '../../infra/database/filters.js';
import { mayReadPeople } from './people.policy.js';
import { PersonEntity } from './person.entity.js';
import { TeamEntity, TeamMemberEntity } from './team.entity.js';

/** What a list of teams keeps; all that is given must hold. */
export interface TeamListFilter {
  readonly query?: string | null;
  readonly archived?: boolean | null;
}

/** The same for people. */
export interface PersonListFilter extends TeamListFilter {
  readonly teamId?: string | null;
}

const PERSON_PROPERTY = { NAME: 'name', CREATED_AT: 'createdAt' } as const;
const TEAM_PROPERTY = { NAME: 'name', KEY: 'key', CREATED_AT: 'createdAt' } as const;

interface ListOrder<Field> {
  readonly field: Field;
  readonly direction: Direction;
}

/** The lists of people and teams, for screens. Two statements a page. */
@Injectable()
export class PeopleList {
  /** One page of the people; by name unless said otherwise. */
  people(
    ctx: Ctx,
    filter: PersonListFilter,
    order: ListOrder<keyof typeof PERSON_PROPERTY> | undefined,
    paging: PageRequest,
  ): Promise<Page<PersonEntity>> {
    const query = onlyReadable(ctx, ctx.db.createQueryBuilder(PersonEntity, 'p'));
    keepContaining(query, ['p.name', 'p.email'], filter.query);
    keepArchived(query, filter.archived);
    if (filter.teamId) {
      const member = query
        .subQuery()
        .select('1')
        .from(TeamMemberEntity, 'm')
        .where('m.personId = p.id AND m.teamId = :teamId')
        .getQuery();
      query.andWhere(`EXISTS ${member}`, { teamId: filter.teamId });
    }
    const property = PERSON_PROPERTY[order?.field ?? 'NAME'];
    return keysetPage(query, { property, direction: order?.direction ?? 'ASC' }, paging);
  }

  /** One page of the teams; by name unless said otherwise. */
  teams(
    ctx: Ctx,
    filter: TeamListFilter,
    order: ListOrder<keyof typeof TEAM_PROPERTY> | undefined,
    paging: PageRequest,
  ): Promise<Page<TeamEntity>> {
    const query = onlyReadable(ctx, ctx.db.createQueryBuilder(TeamEntity, 't'));
    keepContaining(query, ['t.name', 't.key'], filter.query);
    keepArchived(query, filter.archived);
    const property = TEAM_PROPERTY[order?.field ?? 'NAME'];
    return keysetPage(query, { property, direction: order?.direction ?? 'ASC' }, paging);
  }
}

function onlyReadable<Row extends ObjectLiteral>(
  ctx: Ctx,
  query: SelectQueryBuilder<Row>,
): SelectQueryBuilder<Row> {
  return mayReadPeople(ctx.actor) ? query : query.andWhere('1 = 0');
}
