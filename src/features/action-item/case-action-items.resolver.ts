import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { assertPageSize } from '../../core/paging.js';
import { Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { ActionItem, ActionProgress } from './action-item.graphql.js';
import { actionItemsOf, actionProgressOf, firstActionItemsOf } from './action-item.loaders.js';

@Resolver(() => Postmortem)
export class PostmortemActionItemsResolver {
  @ResolveField(() => [ActionItem], { description: 'What is to be done, in order.' })
  async actionItems(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
    @Args('first', {
      type: () => Int,
      nullable: true,
      description: 'How many from the start, 1 to 100; default: all.',
    })
    first?: number | null,
  ): Promise<ActionItemEntity[]> {
    if (typeof first !== 'number') return actionItemsOf(ctx).load(id);
    assertPageSize(first);
    return firstActionItemsOf(ctx).load({ postmortemId: id, first });
  }

  @ResolveField(() => ActionProgress, { description: 'How much of it is done.' })
  actionProgress(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<ActionProgress> {
    return actionProgressOf(ctx).load(id);
  }
}
