import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { onlyReadable } from './postmortem.policy.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
  SectionEntity,
} from './postmortem.entity.js';
import { PostmortemReaderEntity } from './reader.entity.js';

/** A case by id; null where there is none or the caller may not read it. */
export const postmortemById = defineLoader(async (ctx, ids: readonly string[]) =>
  byId(await readable(ctx).andWhere('p.id IN (:...ids)', { ids }).getMany(), ids),
);

/** The cases about an incident that the caller may read, oldest first. */
export const postmortemsOfIncident = defineLoader(async (ctx, incidentIds: readonly string[]) => {
  const { entities, raw } = await readable(ctx)
    .innerJoin(PostmortemIncidentEntity, 'pi', 'pi.postmortemId = p.id')
    .addSelect('pi.incidentId', 'of_incident')
    .andWhere('pi.incidentId IN (:...incidentIds)', { incidentIds })
    .orderBy('p.createdAt')
    .addOrderBy('p.id')
    .getRawAndEntities<{ p_id: string; of_incident: string }>();
  const cases = new Map(entities.map((entity) => [entity.id, entity]));
  return groupedBy(raw, incidentIds, (row) => row.of_incident).map((rows) =>
    rows.flatMap((row) => cases.get(row.p_id) ?? []),
  );
});

/** The ids of the incidents of a case, in order. */
export const incidentIdsOf = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(PostmortemIncidentEntity, {
      where: { postmortemId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.postmortemId,
  ).map((rows) => rows.map((row) => row.incidentId)),
);

/** The authors and reviewers of a case, in order. */
export const peopleOfPostmortem = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(PostmortemPersonEntity, {
      where: { postmortemId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.postmortemId,
  ),
);

/** Whom a case is open to while it is restricted, in order. */
export const readersOf = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(PostmortemReaderEntity, {
      where: { postmortemId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.postmortemId,
  ),
);

export const tagsOf = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(PostmortemTagEntity, {
      where: { postmortemId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.postmortemId,
  ).map((rows) => rows.map((row) => row.tag)),
);

export const sectionsOf = defineLoader(async (ctx, ids: readonly string[]) =>
  groupedBy(
    await ctx.db.find(SectionEntity, {
      where: { postmortemId: In([...ids]) },
      order: { position: 'ASC' },
    }),
    ids,
    (row) => row.postmortemId,
  ),
);

function readable(ctx: Ctx) {
  return onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p');
}
