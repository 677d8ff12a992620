import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MoreThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import { ReviewMeeting, ReviewSeries } from './review-meeting.graphql.js';
import {
  ReviewSeriesArchivePayload,
  ReviewSeriesCreateInput,
  ReviewSeriesCreatePayload,
  ReviewSeriesRestorePayload,
  ReviewSeriesUpdateInput,
  ReviewSeriesUpdatePayload,
} from './review-meeting.inputs.graphql.js';
import { inviteesOfSeries, reviewSeriesById } from './review-meeting.loaders.js';
import { peopleOf, teamsOf } from './review-meeting.resolver.js';
import type { ReviewSeriesEntity } from './review-series.entity.js';
import { ReviewSeriesService } from './review-series.service.js';

type SeriesPayload = Promise<Payload<'reviewSeries', ReviewSeriesEntity>>;

const WHICH = { type: () => ID, description: 'The slot.' } as const;
/** Meetings to come that are shown. */
const NEXT = 10;

@Resolver(() => ReviewSeries)
export class ReviewSeriesResolver {
  constructor(private readonly service: ReviewSeriesService) {}

  @Requires('read')
  @Query(() => ReviewSeries, {
    nullable: true,
    description: 'One slot that comes again and again; null if there is none.',
  })
  reviewSeries(
    @Reading() ctx: Ctx,
    @Args('id', WHICH) id: string,
  ): Promise<ReviewSeriesEntity | null> {
    return reviewSeriesById(ctx).load(id);
  }

  @Requires('read')
  @Query(() => [ReviewSeries], {
    description: 'The slots that come again and again, those in use first; at most 200.',
  })
  reviewSeriesList(
    @Reading() ctx: Ctx,
    @Args('archived', {
      type: () => Boolean,
      nullable: true,
      description: 'True: those set aside. False: the others. Left out: both.',
    })
    archived?: boolean | null,
  ): Promise<ReviewSeriesEntity[]> {
    return this.service.list(ctx, archived);
  }

  @Requires('write')
  @Mutation(() => ReviewSeriesCreatePayload, {
    description: 'Begins a slot that comes again and again, and makes its next meetings.',
  })
  async reviewSeriesCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The slot.' }) input: ReviewSeriesCreateInput,
  ): SeriesPayload {
    return { reviewSeries: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewSeriesUpdatePayload, {
    description:
      'Changes a slot, and with it the meetings to come that nobody has changed by hand. They are moved, and what finds no slot is canceled.',
  })
  async reviewSeriesUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: ReviewSeriesUpdateInput,
  ): SeriesPayload {
    return { reviewSeries: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewSeriesArchivePayload, {
    description:
      'Sets a slot aside. Its meetings to come on whose agenda the caller sees no case are canceled. For its facilitator, whoever began it, administrators.',
  })
  async reviewSeriesArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): SeriesPayload {
    return { reviewSeries: await this.service.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ReviewSeriesRestorePayload, {
    description:
      'Takes a slot up again and makes its next meetings. For its facilitator, whoever began it, administrators.',
  })
  async reviewSeriesRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): SeriesPayload {
    return { reviewSeries: await this.service.restore(tx, id) };
  }

  @ResolveField(() => Person, { nullable: true, description: 'Leads it; null: nobody yet.' })
  facilitator(
    @Reading() ctx: Ctx,
    @Parent() { facilitatorId }: ReviewSeriesEntity,
  ): Promise<PersonEntity | null> | null {
    return facilitatorId === null ? null : personById(ctx).load(facilitatorId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Began it; null for whoever runs the program.',
  })
  createdBy(
    @Reading() ctx: Ctx,
    @Parent() { createdById }: ReviewSeriesEntity,
  ): Promise<PersonEntity | null> | null {
    return createdById === null ? null : personById(ctx).load(createdById);
  }

  @ResolveField(() => [Team], { description: 'The teams invited.' })
  async teams(@Reading() ctx: Ctx, @Parent() { id }: ReviewSeriesEntity): Promise<TeamEntity[]> {
    return teamsOf(ctx, await inviteesOfSeries(ctx).load(id));
  }

  @ResolveField(() => [Person], { description: 'The people invited by name.' })
  async people(@Reading() ctx: Ctx, @Parent() { id }: ReviewSeriesEntity): Promise<PersonEntity[]> {
    return peopleOf(ctx, await inviteesOfSeries(ctx).load(id));
  }

  @ResolveField(() => [ReviewMeeting], {
    description: 'Its next meetings that are planned, the soonest first; at most 10.',
  })
  nextMeetings(
    @Reading() ctx: Ctx,
    @Parent() { id: seriesId }: ReviewSeriesEntity,
  ): Promise<ReviewMeetingEntity[]> {
    return ctx.db.find(ReviewMeetingEntity, {
      where: { seriesId, state: 'PLANNED', startsAt: MoreThan(ctx.clock.now()) },
      order: { startsAt: 'ASC' },
      take: NEXT,
    });
  }
}
