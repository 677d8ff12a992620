import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { DayScalar } from '../../infra/graphql/scalars.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { TimelineEventEntity } from './timeline-event.entity.js';
import {
  TimelineEvent,
  TimelineEventCreateInput,
  TimelineEventCreatePayload,
  TimelineEventDeletePayload,
  TimelineEventsCreateInput,
  TimelineEventsCreatePayload,
  TimelineEventUpdateInput,
  TimelineEventUpdatePayload,
  TimelineLine,
  TimelinePasteInput,
  TimelinePastePayload,
  TimelineSource,
} from './timeline.graphql.js';
import type { PastedEntry } from './pasted-timeline.js';
import { TimelineReading } from './timeline-reading.service.js';
import { timelineOf } from './timeline.loaders.js';
import { TimelinePaste, type PastedTimeline } from './timeline-paste.service.js';
import { TimelineService, type AddedEvents } from './timeline.service.js';

type TimelineEventPayload = Promise<Payload<'timelineEvent', TimelineEventEntity>>;

const EVENT_ID = { type: () => ID, description: 'The event.' };

@Resolver(() => Postmortem)
export class PostmortemTimelineResolver {
  @ResolveField(() => [TimelineEvent], { description: 'What happened, in order of time.' })
  timeline(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<TimelineEventEntity[]> {
    return timelineOf(ctx).load(id);
  }
}

@Resolver(() => TimelineEvent)
export class TimelineResolver {
  constructor(
    private readonly service: TimelineService,
    private readonly pasting: TimelinePaste,
    private readonly reading: TimelineReading,
  ) {}

  @ResolveField(() => TimelineSource, {
    nullable: true,
    description: 'Where it is known from; null if nobody said.',
  })
  source(@Parent() { sourceKind, sourceName }: TimelineEventEntity): TimelineSource | null {
    return sourceKind === null ? null : { kind: sourceKind, name: sourceName };
  }

  @ResolveField(() => Postmortem, { description: 'The case it belongs to.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: TimelineEventEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @Requires('write')
  @Mutation(() => TimelineEventCreatePayload, { description: 'Puts an event on the timeline.' })
  async timelineEventCreate(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The event.' }) input: TimelineEventCreateInput,
  ): TimelineEventPayload {
    return { timelineEvent: await this.service.create(tx, postmortemId, input) };
  }

  @Requires('read')
  @Query(() => [TimelineLine], {
    description:
      'Reads lines that were copied from a chat, a log or a document, so that the times can be looked through before they become events. Nothing is kept. No line is lost: each is an entry, or belongs to the one before it or, if it is a day, to the one after it. A time that goes back by more than six hours is on the next day. At most 10,000 entries.',
  })
  timelineRead(
    @Reading() ctx: Ctx,
    @Args('text', { description: 'At most 1,000,000 characters.' }) text: string,
    @Args('date', {
      type: () => DayScalar,
      nullable: true,
      description: 'The day of times without one; without it they stay without an instant.',
    })
    date?: string | null,
    @Args('zone', {
      type: () => String,
      nullable: true,
      description: 'The zone of times without one: an IANA zone or an offset. Default: UTC.',
    })
    zone?: string | null,
  ): PastedEntry[] {
    return this.reading.read(ctx, { text, date, zone });
  }

  @Requires('write')
  @Mutation(() => TimelineEventsCreatePayload, {
    description: 'Puts several events on the timeline, all of them or none, in one revision.',
  })
  async timelineEventsCreate(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The events.' }) input: TimelineEventsCreateInput,
  ): Promise<AddedEvents> {
    return this.service.createAll(tx, postmortemId, input);
  }

  @Requires('write')
  @Mutation(() => TimelinePastePayload, {
    description:
      'Makes events of pasted lines and their times, but of those that the timeline has already.',
  })
  timelinePaste(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The lines.' }) input: TimelinePasteInput,
  ): Promise<PastedTimeline> {
    return this.pasting.paste(tx, postmortemId, input);
  }

  @Requires('write')
  @Mutation(() => TimelineEventUpdatePayload, { description: 'Changes an event.' })
  async timelineEventUpdate(
    @Writing() tx: TxCtx,
    @Args('id', EVENT_ID) id: string,
    @Args('input', { description: 'What to change.' }) input: TimelineEventUpdateInput,
  ): TimelineEventPayload {
    return { timelineEvent: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => TimelineEventDeletePayload, {
    description: 'Takes an event off the timeline; earlier revisions keep it.',
  })
  async timelineEventDelete(
    @Writing() tx: TxCtx,
    @Args('id', EVENT_ID) id: string,
  ): TimelineEventPayload {
    return { timelineEvent: await this.service.delete(tx, id) };
  }
}
