import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import type { FactorCategory, PreventionAnswer } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { dayOf } from '../action-item/action-item.states.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { RecurrenceAnswerEntity } from './recurrence-answer.entity.js';
import {
  KinCase,
  PreventionAnswerEnum,
  PreventionCount,
  RecurrenceAnswer,
  RecurrenceAnswerPayload,
  RecurrenceAnswerWithdrawPayload,
} from './recurrence.graphql.js';
import { recurrenceAnswersOf } from './recurrence.loaders.js';
import { Recurrences, type KinCase as FoundKin } from './recurrence.service.js';

type AnswerPayload = Promise<Payload<'recurrenceAnswer', RecurrenceAnswerEntity>>;

const CASE_ID = { type: () => ID, description: 'The case that happened.' };
const ITEM_ID = { type: () => ID, description: 'The action of another case.' };
const FIRST = {
  type: () => Int,
  nullable: true,
  defaultValue: 5,
  description: 'How many, 1 to 100.',
};

@Resolver(() => KinCase)
export class KinResolver {
  constructor(private readonly service: Recurrences) {}

  @Requires('read')
  @Query(() => [KinCase], {
    description:
      'The cases like one that asked for something which is open, late, paused or rejected: similar ones, those with the same factor or category, and those that struck the same service; what matters most first.',
  })
  kinCases(
    @Reading() ctx: Ctx,
    @Args('postmortemId', { type: () => ID, description: 'The case to compare with.' })
    postmortemId: string,
    @Args('first', FIRST) first: number,
  ): Promise<FoundKin[]> {
    return this.service.kin(ctx, postmortemId, first);
  }

  @Requires('read')
  @Query(() => [KinCase], {
    description:
      'The cases like that of an action which have begun since it was verified: what tells whether it came back. None while it is not verified.',
  })
  casesSinceVerified(
    @Reading() ctx: Ctx,
    @Args('actionItemId', { type: () => ID, description: 'The action.' }) actionItemId: string,
    @Args('first', FIRST) first: number,
  ): Promise<FoundKin[]> {
    return this.service.sinceVerified(ctx, actionItemId, first);
  }

  @ResolveField(() => [String])
  sharedFactors(@Parent() kin: FoundKin): string[] {
    return [...kin.sharedFactors];
  }

  @ResolveField()
  sharedCategories(@Parent() kin: FoundKin): FactorCategory[] {
    return [...kin.sharedCategories];
  }

  @ResolveField(() => [String])
  sharedServices(@Parent() kin: FoundKin): string[] {
    return [...kin.sharedServices];
  }

  @ResolveField(() => Boolean)
  isSimilar(@Parent() kin: FoundKin): boolean {
    return kin.similarity !== null;
  }
}

@Resolver(() => RecurrenceAnswer)
export class RecurrenceAnswerResolver {
  constructor(private readonly service: Recurrences) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who; null for the program itself.' })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: RecurrenceAnswerEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : personById(ctx).load(personId);
  }

  @ResolveField(() => Postmortem, { description: 'The case that happened.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: RecurrenceAnswerEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @ResolveField(() => ActionItem, { description: 'The action that is asked about.' })
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() { actionItemId }: RecurrenceAnswerEntity,
  ): Promise<ActionItemEntity | null> {
    return actionItemById(ctx).load(actionItemId);
  }

  @Requires('write')
  @Mutation(() => RecurrenceAnswerPayload, {
    description:
      'Says whether an action of another case would have prevented this one; an answer that was there before is replaced.',
  })
  async recurrenceAnswer(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('actionItemId', ITEM_ID) actionItemId: string,
    @Args('answer', { type: () => PreventionAnswerEnum, description: 'The answer.' })
    answer: PreventionAnswer,
  ): AnswerPayload {
    return {
      recurrenceAnswer: await this.service.answer(tx, postmortemId, actionItemId, answer),
    };
  }

  @Requires('write')
  @Mutation(() => RecurrenceAnswerWithdrawPayload, { description: 'Takes an answer back.' })
  async recurrenceAnswerWithdraw(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('actionItemId', ITEM_ID) actionItemId: string,
  ): AnswerPayload {
    return { recurrenceAnswer: await this.service.withdraw(tx, postmortemId, actionItemId) };
  }
}

@Resolver(() => ActionItem)
export class ActionItemRecurrenceResolver {
  @ResolveField(() => PreventionCount, {
    description: 'In how many other cases it would have helped, as people who wrote them said.',
  })
  async wouldHavePrevented(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
  ): Promise<PreventionCount> {
    const answers = await recurrenceAnswersOf(ctx).load(id);
    const count = (wanted: PreventionAnswer): number =>
      answers.filter(({ answer }) => answer === wanted).length;
    return { yes: count('YES'), partly: count('PARTLY'), no: count('NO') };
  }

  @ResolveField(() => [RecurrenceAnswer], {
    description: 'What was answered about it in other cases, the latest first; at most 100.',
  })
  async recurrenceAnswers(
    @Reading() ctx: Ctx,
    @Parent() { id }: ActionItemEntity,
  ): Promise<RecurrenceAnswerEntity[]> {
    return (await recurrenceAnswersOf(ctx).load(id)).slice(0, LIMITS.pageSize);
  }

  @ResolveField(() => Boolean, {
    description: 'It is verified, and the day has come, in UTC, to ask whether it came back.',
  })
  effectCheckDue(
    @Reading() ctx: Ctx,
    @Parent() { status, effectCheckOn }: ActionItemEntity,
  ): boolean {
    const today = dayOf(ctx.clock.now());
    return status === 'VERIFIED' && effectCheckOn !== null && effectCheckOn <= today;
  }
}
