import { In } from 'typeorm';

import { byId, defineLoader } from '../../core/loader.js';
import { PersonEntity } from './person.entity.js';
import { TeamEntity } from './team.entity.js';

export const personById = defineLoader(async (ctx, ids: readonly string[]) =>
  byId(await ctx.db.findBy(PersonEntity, { id: In([...ids]) }), ids),
);

export const teamById = defineLoader(async (ctx, ids: readonly string[]) =>
  byId(await ctx.db.findBy(TeamEntity, { id: In([...ids]) }), ids),
);
