import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import type { IncidentEntity } from '../incident/incident.entity.js';
import { Incident } from '../incident/incident.graphql.js';
import { incidentById } from '../incident/incident.loaders.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';
import { timelineOf } from '../timeline/timeline.loaders.js';
import type { AdviceDismissalEntity } from './advice-dismissal.entity.js';
import type { Advice } from './completeness.js';
import {
  AdviceDismissal,
  AdviceDismissInput,
  AdviceDismissPayload,
  AdviceRestorePayload,
  CaseAdvice,
  CaseCompleteness,
} from './guidance.graphql.js';
import {
  Guidance,
  type CaseCompleteness as Completeness,
  type Marked,
} from './guidance.service.js';

type CaseFound = Marked<Advice>;
type PostmortemPayload = Promise<Payload<'postmortem', PostmortemEntity>>;

const CASE_ID = { type: () => ID, description: 'The case.' };

@Resolver(() => Postmortem)
export class CaseCompletenessResolver {
  constructor(private readonly guidance: Guidance) {}

  @ResolveField(() => CaseCompleteness, {
    description: 'What it lacks and how far it is. Advice: nothing is refused for it.',
  })
  completeness(@Reading() ctx: Ctx, @Parent() row: PostmortemEntity): Promise<Completeness> {
    return this.guidance.completeness(ctx, row);
  }

  @Requires('write')
  @Mutation(() => AdviceDismissPayload, {
    description:
      'Puts aside what a case lacks or what the language check found, with a reason. It comes back as soon as it is about something else.',
  })
  async adviceDismiss(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('input', { description: 'What, and why.' }) input: AdviceDismissInput,
  ): PostmortemPayload {
    return { postmortem: await this.guidance.dismiss(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => AdviceRestorePayload, { description: 'Takes up again what was put aside.' })
  async adviceRestore(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('mark', { type: () => String, description: '`mark` of what was put aside.' })
    mark: string,
  ): PostmortemPayload {
    return { postmortem: await this.guidance.restore(tx, postmortemId, mark) };
  }
}

@Resolver(() => CaseAdvice)
export class CaseAdviceResolver {
  @ResolveField()
  sections(@Parent() { sections = [] }: CaseFound): string[] {
    return [...sections];
  }

  @ResolveField(() => [ActionItem], {
    description: 'The actions that it is about, at most 20; none where it is about all of them.',
  })
  async actionItems(
    @Reading() ctx: Ctx,
    @Parent() { actionItemIds = [] }: CaseFound,
  ): Promise<ActionItemEntity[]> {
    const items = await Promise.all(actionItemIds.map((id) => actionItemById(ctx).load(id)));
    return items.filter((item) => item !== null);
  }

  @ResolveField(() => [Incident], { description: 'The incidents that it is about, at most 20.' })
  async incidents(
    @Reading() ctx: Ctx,
    @Parent() { incidentIds = [] }: CaseFound,
  ): Promise<IncidentEntity[]> {
    const incidents = await Promise.all(incidentIds.map((id) => incidentById(ctx).load(id)));
    return incidents.filter((incident) => incident !== null);
  }

  @ResolveField(() => [TimelineEvent], {
    description: 'The entries of the timeline after which the gaps are, at most 20.',
  })
  async timelineEvents(
    @Reading() ctx: Ctx,
    @Parent() { timelineEventIds = [], postmortemId }: CaseFound,
  ): Promise<TimelineEventEntity[]> {
    const timeline = await timelineOf(ctx).load(postmortemId);
    return timeline.filter(({ id }) => timelineEventIds.includes(id));
  }
}

@Resolver(() => AdviceDismissal)
export class AdviceDismissalResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Who; null for the program itself.' })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: AdviceDismissalEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : personById(ctx).load(personId);
  }
}
