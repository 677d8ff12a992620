import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import { InitiativeActions } from './initiative-actions.service.js';
import { InitiativeLifecycle } from './initiative-lifecycle.service.js';
import type { InitiativeEntity } from './initiative.entity.js';
import { Initiative } from './initiative.graphql.js';
import {
  InitiativeAddActionsInput,
  InitiativeAddActionsPayload,
  InitiativeCompletePayload,
  InitiativeCreateInput,
  InitiativeCreatePayload,
  InitiativeDeletePayload,
  InitiativeDropInput,
  InitiativeDropPayload,
  InitiativeRemoveActionPayload,
  InitiativeReopenInput,
  InitiativeReopenPayload,
  InitiativeStartInput,
  InitiativeStartPayload,
  InitiativeUpdateInput,
  InitiativeUpdatePayload,
} from './initiative.inputs.graphql.js';
import { Initiatives } from './initiative.service.js';

type InitiativePayload = Promise<Payload<'initiative', InitiativeEntity>>;

const WHICH = { type: () => ID, description: 'The initiative.' } as const;

@Resolver(() => Initiative)
export class InitiativeMutations {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly lifecycle: InitiativeLifecycle,
    private readonly actions: InitiativeActions,
  ) {}

  @Requires('write')
  @Mutation(() => InitiativeCreatePayload, { description: 'Proposes an initiative.' })
  async initiativeCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The initiative.' }) input: InitiativeCreateInput,
  ): InitiativePayload {
    return { initiative: await this.initiatives.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => InitiativeUpdatePayload, {
    description: 'Changes an initiative. One that is active keeps an owner.',
  })
  async initiativeUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: InitiativeUpdateInput,
  ): InitiativePayload {
    return { initiative: await this.initiatives.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => InitiativeStartPayload, { description: 'Begins an initiative.' })
  async initiativeStart(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', {
      nullable: true,
      description: 'Who sees to it; may be left out where that is known.',
    })
    input?: InitiativeStartInput,
  ): InitiativePayload {
    return { initiative: await this.lifecycle.start(tx, id, input ?? {}) };
  }

  @Requires('write')
  @Mutation(() => InitiativeCompletePayload, {
    description: 'Says that an initiative has been reached. Its action items stay as they are.',
  })
  async initiativeComplete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): InitiativePayload {
    return { initiative: await this.lifecycle.complete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => InitiativeDropPayload, {
    description: 'Says that an initiative will not be gone on with. Its action items stay.',
  })
  async initiativeDrop(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Why.' }) input: InitiativeDropInput,
  ): InitiativePayload {
    return { initiative: await this.lifecycle.drop(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => InitiativeReopenPayload, {
    description:
      'Takes up an initiative again: one that was done is active, one that was dropped is proposed.',
  })
  async initiativeReopen(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Why.' }) input: InitiativeReopenInput,
  ): InitiativePayload {
    return { initiative: await this.lifecycle.reopen(tx, id, input) };
  }

  @Requires('admin')
  @Mutation(() => InitiativeDeletePayload, {
    description:
      'Removes an initiative for good, with its history; its action items stay. Dropping it is the gentle way. Administrators only.',
  })
  async initiativeDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): InitiativePayload {
    return { initiative: await this.initiatives.delete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => InitiativeAddActionsPayload, {
    description:
      'Gathers action items. Each belongs to one initiative at most, so that no progress counts twice.',
  })
  async initiativeAddActions(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'Which.' }) input: InitiativeAddActionsInput,
  ): InitiativePayload {
    return { initiative: await this.actions.add(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => InitiativeRemoveActionPayload, {
    description: 'Lets go of an action item, which stays as it is.',
  })
  async initiativeRemoveAction(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('actionItemId', { type: () => ID, description: 'The action item.' }) actionItemId: string,
  ): InitiativePayload {
    return { initiative: await this.actions.remove(tx, id, actionItemId) };
  }
}
