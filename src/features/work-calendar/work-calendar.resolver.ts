import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { Organization } from '../organization/organization.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { WorkCalendarEntity } from './work-calendar.entity.js';
import {
  WorkCalendar,
  WorkCalendarCreateInput,
  WorkCalendarCreatePayload,
  WorkCalendarDeletePayload,
  WorkCalendarUpdateInput,
  WorkCalendarUpdatePayload,
} from './work-calendar.graphql.js';
import { teamsOfCalendar, workCalendarById } from './work-calendar.loaders.js';
import { WorkCalendars } from './work-calendar.service.js';

type CalendarPayload = Promise<Payload<'workCalendar', WorkCalendarEntity>>;

const WHICH = { type: () => ID, description: 'The calendar.' } as const;

@Resolver(() => WorkCalendar)
export class WorkCalendarResolver {
  constructor(private readonly service: WorkCalendars) {}

  @Requires('read')
  @Query(() => WorkCalendar, {
    nullable: true,
    description: 'One calendar; null if there is none or the caller may not see it.',
  })
  workCalendar(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
  ): Promise<WorkCalendarEntity | null> {
    return workCalendarById(ctx).load(id);
  }

  @Requires('read')
  @Query(() => [WorkCalendar], { description: 'All calendars by name; at most 200.' })
  workCalendars(@Reading() ctx: Ctx): Promise<WorkCalendarEntity[]> {
    return this.service.list(ctx);
  }

  @ResolveField(() => [Team], { description: 'Who has chosen it, by name.' })
  teams(@Reading() ctx: Ctx, @Parent() { id }: WorkCalendarEntity): Promise<TeamEntity[]> {
    return teamsOfCalendar(ctx).load(id);
  }

  @Requires('write')
  @Mutation(() => WorkCalendarCreatePayload, {
    description: 'Begins a calendar of working days. Administrators only.',
  })
  async workCalendarCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The calendar.' }) input: WorkCalendarCreateInput,
  ): CalendarPayload {
    return { workCalendar: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => WorkCalendarUpdatePayload, {
    description: 'Changes a calendar. Administrators only.',
  })
  async workCalendarUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: WorkCalendarUpdateInput,
  ): CalendarPayload {
    return { workCalendar: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => WorkCalendarDeletePayload, {
    description:
      'Removes a calendar; refused as IN_USE while a team or the organization goes by it. Administrators only.',
  })
  async workCalendarDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): CalendarPayload {
    return { workCalendar: await this.service.delete(tx, id) };
  }
}

@Resolver(() => Team)
export class TeamCalendarResolver {
  @ResolveField(() => WorkCalendar, {
    nullable: true,
    description: 'The working days that it has chosen; null: those of the organization.',
  })
  calendar(
    @Reading() ctx: Ctx,
    @Parent() { calendarId }: TeamEntity,
  ): Promise<WorkCalendarEntity | null> | null {
    return calendarId === null ? null : workCalendarById(ctx).load(calendarId);
  }
}

@Resolver(() => Organization)
export class OrganizationCalendarResolver {
  @ResolveField(() => WorkCalendar, {
    nullable: true,
    description:
      'The working days of teams that have chosen none; null: Monday to Friday without holidays, in UTC.',
  })
  calendar(
    @Reading() ctx: Ctx,
    @Parent() { calendarId }: OrganizationEntity,
  ): Promise<WorkCalendarEntity | null> | null {
    return calendarId === null ? null : workCalendarById(ctx).load(calendarId);
  }
}
