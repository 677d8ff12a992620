import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { Clock, Extensions } from './target.graphql.js';
import { clockOfAction, extensionsOfAction } from './target.loaders.js';

/** The time of an action. */
@Resolver(() => ActionItem)
export class ActionClockResolver {
  @ResolveField(() => Clock, {
    description:
      'Its time, from the proposal until it is done, in the working days of its team; it stands still while it is paused.',
  })
  clock(@Reading() ctx: Ctx, @Parent() item: ActionItemEntity): Promise<Clock> {
    return clockOfAction(ctx).load(item);
  }

  @ResolveField(() => Extensions, {
    nullable: true,
    description: 'How often its due date was put off; null for never.',
  })
  extensions(@Reading() ctx: Ctx, @Parent() { id }: ActionItemEntity): Promise<Extensions | null> {
    return extensionsOfAction(ctx).load(id);
  }
}
