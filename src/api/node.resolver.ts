import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../core/ctx.js';
import { personById, teamById } from '../features/people/people.loaders.js';
import { postmortemById } from '../features/postmortem/postmortem.loaders.js';
import { NodeType } from '../infra/graphql/node.graphql.js';
import { Reading } from '../infra/graphql/request.js';

/** How a thing of each type is found; an id does not say which type it is of. */
const FINDERS: Readonly<Record<string, (ctx: Ctx, id: string) => Promise<object | null>>> = {
  Postmortem: (ctx, id) => postmortemById(ctx).load(id),
  Person: (ctx, id) => personById(ctx).load(id),
  Team: (ctx, id) => teamById(ctx).load(id),
};

@Resolver(() => NodeType)
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id; null if there is none or the caller may not see it.',
  })
  async node(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
  ): Promise<object | null> {
    for (const [typeName, find] of Object.entries(FINDERS)) {
      const found = await find(ctx, id);
      if (found) return { ...found, __typename: typeName };
    }
    return null;
  }
}
