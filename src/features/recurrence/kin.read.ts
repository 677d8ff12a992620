import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import type { ActionStatus, FactorCategory } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { CaseLinkEntity } from '../case-link/case-link.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { IncidentEntity, IncidentServiceEntity } from '../incident/incident.entity.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { SearchService } from '../search/search.service.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';

/** Why a case is kin to another one. */
export interface Kinship {
  readonly postmortemId: string;
  /** Somebody linked the two because the same factor was at work. */
  isLinked: boolean;
  /** Texts of factors that both have, word for word. */
  readonly sharedFactors: Set<string>;
  readonly sharedCategories: Set<FactorCategory>;
  /** Names of services that both struck. */
  readonly sharedServices: Set<string>;
  /** 0 to 1, where 1 is the most similar; null where their words do not tell. */
  similarity: number | null;
  sharedTerms: readonly string[];
}

/** Which kin are wanted; all that is given must hold. */
export interface KinFilter {
  /** With an action item in one of these states. */
  readonly statuses?: readonly ActionStatus[];
  /** Begun after this; a case without a beginning counts from when it was written. */
  readonly since?: Date;
}

/** Similar cases, and those that were found for one reason: more than anybody looks through. */
const SIMILAR = 20;
const ROWS = 300;
/** Texts and categories of one case that are looked for. */
const MOST_TEXTS = 100;

/** In these categories is what belongs nowhere: that two cases share one says nothing. */
const TELLS_NOTHING: ReadonlySet<FactorCategory> = new Set([
  'INTERNAL_OTHER',
  'EXTERNAL_OTHER',
  'UNKNOWN',
]);

/** Finds the kin of cases, of those that the caller may read. */
@Injectable()
export class KinFinder {
  constructor(private readonly search: SearchService) {}

  /**
   * The kin of a case, in no order, by id; the same number of statements whatever there is.
   * @throws NotFoundError if the caller may not read that case
   */
  async find(ctx: Ctx, ofId: string, filter: KinFilter): Promise<Map<string, Kinship>> {
    const similar = await this.search.similar(ctx, ofId, SIMILAR);
    const kin = new Map<string, Kinship>();
    const at = (postmortemId: string): Kinship => {
      const there = kin.get(postmortemId) ?? unrelated(postmortemId);
      kin.set(postmortemId, there);
      return there;
    };
    for (const { postmortem, score, sharedTerms } of similar) {
      Object.assign(at(postmortem.id), { similarity: score, sharedTerms });
    }
    for (const id of await linked(ctx, ofId)) at(id).isLinked = true;
    for (const row of await this.#byFactor(ctx, ofId, filter)) {
      const { sharedCategories, sharedFactors } = at(row.id);
      if (row.category !== null) sharedCategories.add(row.category);
      if (row.text !== null) sharedFactors.add(row.text);
    }
    for (const { id, name } of await this.#byService(ctx, ofId, filter)) {
      at(id).sharedServices.add(name);
    }
    // Once more for all of them, whatever they were found by.
    const ids = [...kin.keys()];
    const rows = await this.#cases(ctx, ofId, filter)
      .select('p.id', 'id')
      .andWhere(ids.length === 0 ? '1 = 0' : 'p.id IN (:...ids)', { ids })
      .getRawMany<{ id: string }>();
    const wanted = new Set(rows.map(({ id }) => id));
    return new Map([...kin].filter(([id]) => wanted.has(id)));
  }

  async #byFactor(
    ctx: Ctx,
    ofId: string,
    filter: KinFilter,
  ): Promise<{ id: string; category: FactorCategory | null; text: string | null }[]> {
    const own = await ctx.db.find(FactorEntity, {
      where: { postmortemId: ofId },
      order: { position: 'ASC' },
      take: MOST_TEXTS,
    });
    const categories = [
      ...new Set(own.flatMap(({ category }) => (category === null ? [] : [category]))),
    ].filter((category) => !TELLS_NOTHING.has(category));
    const texts = [...new Set(own.map(({ text }) => text))];
    const either = [
      ...(categories.length > 0 ? ['f.category IN (:...categories)'] : []),
      ...(texts.length > 0 ? ['f.text IN (:...texts)'] : []),
    ];
    const rows = await this.#cases(ctx, ofId, filter)
      .innerJoin(FactorEntity, 'f', 'f.postmortemId = p.id')
      .select('p.id', 'id')
      .addSelect('f.category', 'category')
      .addSelect('f.text', 'text')
      .andWhere(either.length === 0 ? '1 = 0' : `(${either.join(' OR ')})`, { categories, texts })
      .orderBy('p.createdAt', 'DESC')
      .limit(ROWS)
      .getRawMany<{ id: string; category: FactorCategory | null; text: string }>();
    return rows.map(({ id, category, text }) => ({
      id,
      category: category !== null && categories.includes(category) ? category : null,
      text: texts.includes(text) ? text : null,
    }));
  }

  #byService(ctx: Ctx, ofId: string, filter: KinFilter): Promise<{ id: string; name: string }[]> {
    const query = this.#cases(ctx, ofId, filter)
      .innerJoin(PostmortemIncidentEntity, 'pi', 'pi.postmortemId = p.id')
      .innerJoin(IncidentServiceEntity, 'x', 'x.incidentId = pi.incidentId')
      .innerJoin(ServiceEntity, 's', 's.id = x.serviceId');
    const own = query
      .subQuery()
      .select('own.serviceId')
      .from(IncidentServiceEntity, 'own')
      .innerJoin(PostmortemIncidentEntity, 'about', 'about.incidentId = own.incidentId')
      .where('about.postmortemId = :ofId')
      .getQuery();
    return query
      .select('p.id', 'id')
      .addSelect('s.name', 'name')
      .andWhere(`x.serviceId IN ${own}`)
      .orderBy('p.createdAt', 'DESC')
      .limit(ROWS)
      .getRawMany<{ id: string; name: string }>();
  }

  /** The other cases, as `p`, that the caller may read and that fit the filter. */
  #cases(
    ctx: Ctx,
    ofId: string,
    { statuses, since }: KinFilter,
  ): SelectQueryBuilder<PostmortemEntity> {
    const query = ctx.db.createQueryBuilder(PostmortemEntity, 'p').where('p.id <> :ofId', { ofId });
    if (statuses) {
      const wanted = query
        .subQuery()
        .select('1')
        .from(ActionItemEntity, 'wanted')
        .where('wanted.postmortemId = p.id AND wanted.status IN (:...statuses)')
        .getQuery();
      query.andWhere(`EXISTS ${wanted}`, { statuses });
    }
    if (since) {
      const began = query
        .subQuery()
        .select('MIN(i.startedAt)')
        .from(IncidentEntity, 'i')
        .innerJoin(PostmortemIncidentEntity, 'of', 'of.incidentId = i.id')
        .where('of.postmortemId = p.id')
        .getQuery();
      query.andWhere(`COALESCE(${began}, p.createdAt) > :since`, { since: since.toISOString() });
    }
    return onlyReadable(query, ctx.actor, 'p');
  }
}

/** The cases at the other end of a link that says that the same factor was at work. */
async function linked(ctx: Ctx, ofId: string): Promise<string[]> {
  const rows = await ctx.db.find(CaseLinkEntity, {
    where: [
      { fromId: ofId, kind: 'SAME_FACTOR' },
      { toId: ofId, kind: 'SAME_FACTOR' },
    ],
    order: { id: 'ASC' },
    take: ROWS,
  });
  return rows.map(({ fromId, toId }) => (fromId === ofId ? toId : fromId));
}

const unrelated = (postmortemId: string): Kinship => ({
  postmortemId,
  isLinked: false,
  sharedFactors: new Set(),
  sharedCategories: new Set(),
  sharedServices: new Set(),
  similarity: null,
  sharedTerms: [],
});
