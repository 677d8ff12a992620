import { Args, Int, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import { LinkTarget } from './link-target.graphql.js';
import { LinkTargets } from './link-target.read.js';

@Resolver(() => LinkTarget)
export class LinkTargetResolver {
  constructor(private readonly targets: LinkTargets) {}

  @Requires('read')
  @Query(() => [LinkTarget], {
    description:
      'What a text that is being typed may point to, of what the caller may see: cases, incidents, action items, people.',
  })
  linkTargets(
    @Reading() ctx: Ctx,
    @Args('query', {
      description:
        'The beginning of a key or part of a title, at most 200 characters; empty for the newest.',
    })
    query: string,
    @Args('first', { type: () => Int, defaultValue: 8, description: 'How many, 1 to 100.' })
    first: number,
  ): Promise<LinkTarget[]> {
    return this.targets.find(ctx, query, first);
  }
}
