import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { ReviewAgendaCaseEntity, ReviewDecisionEntity } from './review-agenda.entity.js';
import {
  ReviewAgendaCase,
  ReviewDecision,
  ReviewDecisionCreateInput,
  ReviewDecisionCreatePayload,
  ReviewDecisionDeletePayload,
  ReviewDecisionToActionInput,
  ReviewDecisionToActionPayload,
  ReviewDecisionUpdateInput,
  ReviewDecisionUpdatePayload,
} from './review-agenda.graphql.js';
import { agendaCaseById } from './review-agenda.loaders.js';
import { ReviewDecisions } from './review-decision.service.js';

type DecisionPayload = Promise<Payload<'decision', ReviewDecisionEntity>>;

const WHICH = { type: () => ID, description: 'The decision.' } as const;

@Resolver(() => ReviewDecision)
export class ReviewDecisionResolver {
  constructor(private readonly decisions: ReviewDecisions) {}

  @Requires('write')
  @Mutation(() => ReviewDecisionCreatePayload, {
    description: 'Records a decision about a case on the agenda, in the meeting or after it.',
  })
  async reviewDecisionCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The decision.' }) input: ReviewDecisionCreateInput,
  ): DecisionPayload {
    return { decision: await this.decisions.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewDecisionUpdatePayload, { description: 'Rewords or moves a decision.' })
  async reviewDecisionUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: ReviewDecisionUpdateInput,
  ): DecisionPayload {
    return { decision: await this.decisions.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewDecisionDeletePayload, {
    description: 'Removes a decision; an action item that was made of it stays.',
  })
  async reviewDecisionDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): DecisionPayload {
    return { decision: await this.decisions.delete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ReviewDecisionToActionPayload, {
    description: 'Makes an action item of a decision, once.',
  })
  async reviewDecisionToAction(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The action item.' }) input: ReviewDecisionToActionInput,
  ): DecisionPayload {
    return { decision: await this.decisions.toAction(tx, id, input) };
  }

  @ResolveField(() => ReviewAgendaCase, {
    nullable: true,
    description: 'The case and the meeting it is about; null once that is off the agenda.',
  })
  agendaCase(
    @Reading() ctx: Ctx,
    @Parent() { agendaCaseId }: ReviewDecisionEntity,
  ): Promise<ReviewAgendaCaseEntity | null> {
    return agendaCaseById(ctx).load(agendaCaseId);
  }

  @ResolveField(() => ActionItem, {
    nullable: true,
    description: 'The action item that was made of it; null while there is none.',
  })
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() { actionItemId }: ReviewDecisionEntity,
  ): Promise<ActionItemEntity | null> | null {
    return actionItemId === null ? null : actionItemById(ctx).load(actionItemId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Wrote it down; null for whoever runs the program.',
  })
  createdBy(
    @Reading() ctx: Ctx,
    @Parent() { createdById }: ReviewDecisionEntity,
  ): Promise<PersonEntity | null> | null {
    return createdById === null ? null : personById(ctx).load(createdById);
  }
}
