import { In, IsNull } from 'typeorm';

import { LIMITS } from '../../core/limits.js';
import { byId, defineLoader, groupedBy } from '../../core/loader.js';
import { OwnTemplateEntity } from './own-template.entity.js';
import { mayReadTemplates } from './template.policy.js';

/** The templates of the organization in a language that are offered, by name. */
export const ownTemplatesIn = defineLoader(async (ctx, languages: readonly string[]) =>
  groupedBy(
    await ctx.db.find(OwnTemplateEntity, {
      where: { language: In([...languages]), archivedAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
      take: LIMITS.shortList,
    }),
    languages,
    (row): string => row.language,
  ),
);

/** A template of the organization by id; null where there is none or the caller may not read it. */
export const ownTemplateById = defineLoader(async (ctx, ids: readonly string[]) =>
  mayReadTemplates(ctx.actor)
    ? byId(await ctx.db.findBy(OwnTemplateEntity, { id: In([...ids]) }), ids)
    : ids.map(() => null),
);
