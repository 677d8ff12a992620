import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItemConnection } from '../action-item/action-item.graphql.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { ReviewAgendaCaseEntity } from './review-agenda.entity.js';
import { ReviewAgendaCase } from './review-agenda.graphql.js';
import { agendaOf } from './review-agenda.loaders.js';
import { attendeesOf, type Attendee } from './review-attendance.service.js';
import { ReviewCalendar } from './review-calendar.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import {
  MeetingActEnum,
  ReviewAttendee,
  ReviewMeeting,
  ReviewMeetingConnection,
  ReviewMeetingFilter,
  ReviewMeetingOrder,
  ReviewSeries,
} from './review-meeting.graphql.js';
import { inviteesOfMeeting, reviewSeriesById } from './review-meeting.loaders.js';
import { mayReview } from './review-meeting.policy.js';
import { overdueSince, ReviewMeetingList } from './review-meeting.read.js';
import { ReviewMeetings } from './review-meeting.service.js';
import { isPossible, MEETING_ACTS, type MeetingAct } from './review-meeting.states.js';
import { ReviewMinutesMail } from './review-minutes-mail.service.js';
import type { ReviewSeriesEntity } from './review-series.entity.js';

@Resolver(() => ReviewMeeting)
export class ReviewMeetingResolver {
  constructor(
    private readonly meetings: ReviewMeetings,
    private readonly list: ReviewMeetingList,
    private readonly calendar: ReviewCalendar,
    private readonly mail: ReviewMinutesMail,
  ) {}

  @Requires('read')
  @Query(() => ReviewMeeting, {
    nullable: true,
    description: 'One review meeting by id or by key; null if there is none.',
  })
  reviewMeeting(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'RM-4.' }) key?: string,
  ): Promise<ReviewMeetingEntity | null> {
    return this.meetings.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => ReviewMeetingConnection, { description: 'The review meetings.' })
  reviewMeetings(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: ReviewMeetingFilter,
    @Args('orderBy', { nullable: true, description: 'Default: the latest first.' })
    orderBy?: ReviewMeetingOrder,
  ): Promise<Page<ReviewMeetingEntity>> {
    const { reviewSeriesId: seriesId = null, ...rest } = filter ?? {};
    return this.list.page(ctx, { ...rest, seriesId }, orderBy?.direction ?? 'DESC', paging);
  }

  @ResolveField(() => ReviewSeries, { nullable: true, description: 'Null for a single one.' })
  series(
    @Reading() ctx: Ctx,
    @Parent() { seriesId }: ReviewMeetingEntity,
  ): Promise<ReviewSeriesEntity | null> | null {
    return seriesId === null ? null : reviewSeriesById(ctx).load(seriesId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Leads it; null: nobody yet.' })
  facilitator(
    @Reading() ctx: Ctx,
    @Parent() { facilitatorId }: ReviewMeetingEntity,
  ): Promise<PersonEntity | null> | null {
    return facilitatorId === null ? null : personById(ctx).load(facilitatorId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Planned it; null for whoever runs the program.',
  })
  createdBy(
    @Reading() ctx: Ctx,
    @Parent() { createdById }: ReviewMeetingEntity,
  ): Promise<PersonEntity | null> | null {
    return createdById === null ? null : personById(ctx).load(createdById);
  }

  @ResolveField(() => [Team], { description: 'The teams invited.' })
  async teams(@Reading() ctx: Ctx, @Parent() { id }: ReviewMeetingEntity): Promise<TeamEntity[]> {
    return teamsOf(ctx, await inviteesOfMeeting(ctx).load(id));
  }

  @ResolveField(() => [Person], { description: 'The people invited by name.' })
  async people(
    @Reading() ctx: Ctx,
    @Parent() { id }: ReviewMeetingEntity,
  ): Promise<PersonEntity[]> {
    return peopleOf(ctx, await inviteesOfMeeting(ctx).load(id));
  }

  @ResolveField(() => [ReviewAttendee], {
    description:
      'Everybody who is invited, through a team too, has answered or was there; those invited first, at most 1,000.',
  })
  attendance(@Reading() ctx: Ctx, @Parent() meeting: ReviewMeetingEntity): Promise<Attendee[]> {
    return attendeesOf(ctx, meeting);
  }

  @ResolveField(() => [ReviewAgendaCase], {
    description: 'The cases on the agenda that the caller may read, in order; at most 200.',
  })
  agenda(
    @Reading() ctx: Ctx,
    @Parent() { id }: ReviewMeetingEntity,
  ): Promise<ReviewAgendaCaseEntity[]> {
    return agendaOf(ctx).load(id);
  }

  @ResolveField(() => ActionItemConnection, {
    description:
      'Actions that have become overdue since the last meeting of the series, or within 14 days for the first and for a single one, and still are; the longest overdue first.',
  })
  overdueActions(
    @Reading() ctx: Ctx,
    @Parent() meeting: ReviewMeetingEntity,
    @Args() paging: PagingArgs,
  ): Promise<Page<ActionItemEntity>> {
    return overdueSince(ctx, meeting, paging);
  }

  @ResolveField(() => String, {
    description: 'The meeting as a file of RFC 5545 for calendars. No case is in it.',
  })
  calendarFile(@Reading() ctx: Ctx, @Parent() meeting: ReviewMeetingEntity): Promise<string> {
    return this.calendar.file(ctx, meeting);
  }

  @ResolveField(() => [MeetingActEnum], { description: 'What the caller may do with it now.' })
  allowedActs(@Reading() { actor }: Ctx, @Parent() meeting: ReviewMeetingEntity): MeetingAct[] {
    return MEETING_ACTS.filter(
      (act) =>
        isPossible(act, meeting.state) &&
        (act !== 'SEND_MINUTES' || this.mail.isOn) &&
        mayReview(actor, act === 'UPDATE' ? 'edit' : 'run', meeting),
    );
  }
}

@Resolver(() => ReviewAttendee)
export class ReviewAttendeeResolver {
  @ResolveField(() => Person, { description: 'Who.' })
  async person(@Reading() ctx: Ctx, @Parent() { personId }: Attendee): Promise<PersonEntity> {
    const person = await personById(ctx).load(personId);
    if (!person) throw new Error('somebody of a meeting is not there');
    return person;
  }
}

interface Invitee {
  readonly teamId: string | null;
  readonly personId: string | null;
}

export async function teamsOf(ctx: Ctx, invitees: readonly Invitee[]): Promise<TeamEntity[]> {
  const ids = invitees.flatMap(({ teamId }) => teamId ?? []);
  const teams = await Promise.all(ids.map((id) => teamById(ctx).load(id)));
  return teams.filter((team) => team !== null);
}

export async function peopleOf(ctx: Ctx, invitees: readonly Invitee[]): Promise<PersonEntity[]> {
  const ids = invitees.flatMap(({ personId }) => personId ?? []);
  const people = await Promise.all(ids.map((id) => personById(ctx).load(id)));
  return people.filter((person) => person !== null);
}
