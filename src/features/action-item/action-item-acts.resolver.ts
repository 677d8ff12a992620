import { Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { Reading } from '../../infra/graphql/request.js';
import { allowedActsOf } from '../postmortem/postmortem-acts.loaders.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { ActionItem } from './action-item.graphql.js';
import { actsInState, ITEM_ACTS, type ItemAct } from './action-item.states.js';

const ActionMoveEnum = enumOf(Object.keys(ITEM_ACTS) as ItemAct[]);
registerEnumType(ActionMoveEnum, {
  name: 'ActionMove',
  description: 'What can be done with an action item.',
  valuesMap: {
    EDIT: { description: 'Change what it says.' },
    COMMIT: { description: 'Promise it.' },
    START: { description: 'Be at it.' },
    EXTEND: { description: 'Put off its due date.' },
    COMPLETE: { description: 'Say that it is done.' },
    VERIFY: { description: 'Say that somebody other than the owner has checked it.' },
    CONFIRM_EFFECT: { description: 'Say that it has been shown to work.' },
    REJECT: { description: 'Say that it will not be done.' },
    PAUSE: { description: 'Set it aside until a day.' },
    RESUME: { description: 'Take up what was paused.' },
    REOPEN: { description: 'Take up what was done or rejected.' },
    DELETE: { description: 'Remove it for good.' },
  },
});

/** What may be done with an action item. */
@Resolver(() => ActionItem)
export class ActionItemActsResolver {
  @ResolveField(() => [ActionMoveEnum], {
    description: 'What the caller may do with it now, by role and by its state.',
  })
  async allowedMoves(@Reading() ctx: Ctx, @Parent() item: ActionItemEntity): Promise<ItemAct[]> {
    const postmortem = await postmortemById(ctx).load(item.postmortemId);
    const acts = postmortem === null ? [] : await allowedActsOf(ctx).load(postmortem);
    return acts.includes('EDIT') ? actsInState(item) : [];
  }
}
