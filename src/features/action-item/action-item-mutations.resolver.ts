import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import { ActionItemLifecycle } from './action-item-lifecycle.service.js';
import type { ActionItemEntity } from './action-item.entity.js';
import { ActionItem } from './action-item.graphql.js';
import {
  ActionItemCommitInput,
  ActionItemCommitPayload,
  ActionItemCompleteInput,
  ActionItemCompletePayload,
  ActionItemConfirmEffectInput,
  ActionItemConfirmEffectPayload,
  ActionItemCreateInput,
  ActionItemCreatePayload,
  ActionItemDeletePayload,
  ActionItemExtendInput,
  ActionItemExtendPayload,
  ActionItemPauseInput,
  ActionItemPausePayload,
  ActionItemRejectInput,
  ActionItemRejectPayload,
  ActionItemReopenInput,
  ActionItemReopenPayload,
  ActionItemResumePayload,
  ActionItemStartPayload,
  ActionItemUpdateInput,
  ActionItemUpdatePayload,
  ActionItemVerifyInput,
  ActionItemVerifyPayload,
} from './action-item.inputs.graphql.js';
import { ActionItemService } from './action-item.service.js';

type ActionItemPayload = Promise<Payload<'actionItem', ActionItemEntity>>;

const ITEM_ID = { type: () => ID, description: 'The action item.' };

@Resolver(() => ActionItem)
export class ActionItemMutations {
  constructor(
    private readonly items: ActionItemService,
    private readonly lifecycle: ActionItemLifecycle,
  ) {}

  @Requires('write')
  @Mutation(() => ActionItemCreatePayload, { description: 'Proposes an action.' })
  async actionItemCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The action.' }) input: ActionItemCreateInput,
  ): ActionItemPayload {
    return { actionItem: await this.items.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemUpdatePayload, { description: 'Changes an action item.' })
  async actionItemUpdate(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'What to change.' }) input: ActionItemUpdateInput,
  ): ActionItemPayload {
    return { actionItem: await this.items.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemCommitPayload, {
    description: 'Promises an action: somebody will do it by a day.',
  })
  async actionItemCommit(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', {
      nullable: true,
      description: 'Who and when; what the item has already may be left out.',
    })
    input?: ActionItemCommitInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.commit(tx, id, input ?? {}) };
  }

  @Requires('write')
  @Mutation(() => ActionItemStartPayload, { description: 'Says that somebody is at it.' })
  async actionItemStart(@Writing() tx: TxCtx, @Args('id', ITEM_ID) id: string): ActionItemPayload {
    return { actionItem: await this.lifecycle.start(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ActionItemExtendPayload, {
    description: 'Puts off the due date of what is promised, with a reason.',
  })
  async actionItemExtend(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'The new day and why.' }) input: ActionItemExtendInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.extend(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemCompletePayload, {
    description: 'Says that an action is done, and shows it.',
  })
  async actionItemComplete(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'The evidence.' }) input: ActionItemCompleteInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.complete(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemVerifyPayload, {
    description: 'Says that somebody other than the owner has checked it.',
  })
  async actionItemVerify(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { nullable: true, description: 'Who, and when to look again.' })
    input?: ActionItemVerifyInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.verify(tx, id, input ?? {}) };
  }

  @Requires('write')
  @Mutation(() => ActionItemConfirmEffectPayload, {
    description: 'Says that it has been shown to work.',
  })
  async actionItemConfirmEffect(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { nullable: true, description: 'What was found.' })
    input?: ActionItemConfirmEffectInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.confirmEffect(tx, id, input ?? {}) };
  }

  @Requires('write')
  @Mutation(() => ActionItemRejectPayload, {
    description: 'Says that it will not be done, and why.',
  })
  async actionItemReject(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'The reason.' }) input: ActionItemRejectInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.reject(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemPausePayload, { description: 'Sets an action aside until a day.' })
  async actionItemPause(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'Why, until when, and who agreed.' }) input: ActionItemPauseInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.pause(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemResumePayload, {
    description: 'Takes up again what was paused, where it was.',
  })
  async actionItemResume(@Writing() tx: TxCtx, @Args('id', ITEM_ID) id: string): ActionItemPayload {
    return { actionItem: await this.lifecycle.resume(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ActionItemReopenPayload, {
    description: 'Takes up again what was done or rejected.',
  })
  async actionItemReopen(
    @Writing() tx: TxCtx,
    @Args('id', ITEM_ID) id: string,
    @Args('input', { description: 'The reason.' }) input: ActionItemReopenInput,
  ): ActionItemPayload {
    return { actionItem: await this.lifecycle.reopen(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ActionItemDeletePayload, {
    description: 'Removes an action item for good; rejecting it with a reason is the gentle way.',
  })
  async actionItemDelete(@Writing() tx: TxCtx, @Args('id', ITEM_ID) id: string): ActionItemPayload {
    return { actionItem: await this.items.delete(tx, id) };
  }
}
