import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { assertPageSize } from '../../core/paging.js';
import { checked, text } from '../../core/validation.js';
import type { Language } from '../../core/vocabulary.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import { IncidentEntity } from '../incident/incident.entity.js';
import { onlyReadableIncidents } from '../incident/incident.policy.js';
import { mayReadPeople } from '../people/people.policy.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

export const LINK_TARGET_KINDS = ['POSTMORTEM', 'INCIDENT', 'ACTION_ITEM', 'PERSON'] as const;
type LinkTargetKind = (typeof LINK_TARGET_KINDS)[number];

/** Something that a text can point to. */
interface LinkTarget {
  readonly kind: LinkTargetKind;
  /** The name, for a person. */
  readonly key: string;
  readonly title: string;
  readonly language: Language | null;
}

interface Ranked extends LinkTarget {
  readonly rank: number | string;
}

/** What is looked for, and in which columns of a table. */
interface Wanted {
  readonly word: string;
  readonly key: string;
  readonly title: string;
  /** Where it is said. */
  readonly language?: string;
  /** The newest first; of people by name. */
  readonly then: readonly [column: string, direction: 'ASC' | 'DESC'];
  readonly most: number;
}

/** What a text can be completed with. */
@Injectable()
export class LinkTargets {
  /**
   * What the caller may read whose key begins with the text or whose title holds it: keys first,
   * then titles that begin with it. Four statements.
   * @throws FupanError VALIDATION for too many or too long a text
   */
  async find(ctx: Ctx, query: string, first: number): Promise<LinkTarget[]> {
    assertPageSize(first);
    const word = query.trim() === '' ? '' : checked(text.name, query, ['query']);
    const numbered = (alias: string): Wanted => ({
      ...{ word, most: first, key: `${alias}.key`, title: `${alias}.title` },
      then: [`${alias}.number`, 'DESC'],
    });
    const cases = ctx.db.createQueryBuilder(PostmortemEntity, 'p');
    const incidents = ctx.db.createQueryBuilder(IncidentEntity, 'i');
    const found = await Promise.all([
      ranked(onlyReadable(cases, ctx.actor, 'p'), {
        ...numbered('p'),
        language: 'p.language',
        kind: 'POSTMORTEM',
      }),
      ranked(onlyReadableIncidents(incidents, ctx.actor, 'i'), {
        ...numbered('i'),
        kind: 'INCIDENT',
      }),
      ranked(readableActionItems(ctx), { ...numbered('a'), kind: 'ACTION_ITEM' }),
      this.#people(ctx, word, first),
    ]);
    return found
      .flat()
      .sort((one, other) => Number(one.rank) - Number(other.rank))
      .slice(0, first)
      .map(({ kind, key, title, language }) => ({ kind, key, title, language }));
  }

  async #people(ctx: Ctx, word: string, most: number): Promise<Ranked[]> {
    if (!mayReadPeople(ctx.actor)) return [];
    const query = ctx.db.createQueryBuilder(PersonEntity, 'n').andWhere('n.archivedAt IS NULL');
    const [key, title] = ['n.name', 'n.name'];
    return ranked(query, { word, most, key, title, then: ['n.name', 'ASC'], kind: 'PERSON' });
  }
}

async function ranked<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { word, key, title, language, then, most, kind }: Wanted & { readonly kind: LinkTargetKind },
): Promise<Ranked[]> {
  const pattern = word.replace(/[\\%_]/g, '\\$&');
  const like = (column: string, parameter: string): string =>
    `LOWER(${column}) LIKE LOWER(:${parameter}) ESCAPE '\\'`;
  const rank = `CASE WHEN LOWER(${key}) = LOWER(:word) THEN 0
    WHEN ${like(key, 'prefix')} THEN 1 WHEN ${like(title, 'prefix')} THEN 2 ELSE 3 END`;
  query.select(key, 'key').addSelect(title, 'title').addSelect(rank, 'rank');
  if (language) query.addSelect(language, 'language');
  const rows = await query
    .andWhere(`(${like(key, 'prefix')} OR ${like(title, 'infix')})`)
    .setParameters({ word, prefix: `${pattern}%`, infix: `%${pattern}%` })
    .orderBy('rank', 'ASC')
    .addOrderBy(...then)
    .limit(most)
    .getRawMany<Omit<Ranked, 'kind' | 'language'> & { language?: Language }>();
  return rows.map((row) => ({ ...row, kind, language: row.language ?? null }));
}
