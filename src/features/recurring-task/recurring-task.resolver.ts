import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import { Reading } from '../../infra/graphql/request.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { ServiceEntity } from '../service-catalog/service.entity.js';
import { Service } from '../service-catalog/service.graphql.js';
import { serviceById } from '../service-catalog/service.loaders.js';
import type { RecurringTaskEntity, TaskRunEntity } from './recurring-task.entity.js';
import {
  OccurrenceArgs,
  RecurringTask,
  RecurringTaskConnection,
  RecurringTaskFilter,
  TaskOccurrence,
  TaskRun,
  TaskStateEnum,
} from './recurring-task.graphql.js';
import { lastRunOf } from './recurring-task.loaders.js';
import { RecurringTaskList } from './recurring-task.read.js';
import { RecurringTasks } from './recurring-task.service.js';
import { occurrencesOf, type SeenOccurrence } from './task-occurrences.read.js';
import { taskState, type TaskState } from './task-state.js';

@Resolver(() => RecurringTask)
export class RecurringTaskResolver {
  constructor(
    private readonly tasks: RecurringTasks,
    private readonly list: RecurringTaskList,
  ) {}

  @Requires('read')
  @Query(() => RecurringTask, {
    nullable: true,
    description:
      'One recurring task by id or by key; null if there is none or the caller may not see it.',
  })
  recurringTask(
    @Reading() ctx: Ctx,
    @Args('id', { type: () => ID, nullable: true, description: 'Opaque id.' }) id?: string,
    @Args('key', { type: () => String, nullable: true, description: 'RT-4.' }) key?: string,
  ): Promise<RecurringTaskEntity | null> {
    return this.tasks.find(ctx, { id, key });
  }

  @Requires('read')
  @Query(() => RecurringTaskConnection, {
    description:
      'The recurring tasks: missed ones first, then those that are due, those that failed, and the others by the day they are due next.',
  })
  recurringTasks(
    @Reading() ctx: Ctx,
    @Args() paging: PagingArgs,
    @Args('filter', { nullable: true, description: 'Default: all.' }) filter?: RecurringTaskFilter,
  ): Promise<Page<RecurringTaskEntity>> {
    return this.list.page(ctx, filter ?? {}, paging);
  }

  @ResolveField(() => TaskStateEnum, {
    nullable: true,
    description: 'How it stands now; null once it is set aside.',
  })
  async state(@Reading() ctx: Ctx, @Parent() task: RecurringTaskEntity): Promise<TaskState | null> {
    if (task.archivedAt) return null;
    return taskState(task, await lastRunOf(ctx).load(task.id), ctx.clock.now());
  }

  @ResolveField(() => [TaskOccurrence], {
    description:
      'The last times that it has fallen due since it was begun, and the next ones; the earliest first.',
  })
  occurrences(
    @Reading() ctx: Ctx,
    @Parent() task: RecurringTaskEntity,
    @Args() args: OccurrenceArgs,
  ): Promise<SeenOccurrence[]> {
    return occurrencesOf(ctx, task, args);
  }

  @ResolveField(() => TaskRun, {
    nullable: true,
    description: 'The run of the last occurrence that has one; null before the first.',
  })
  lastRun(
    @Reading() ctx: Ctx,
    @Parent() { id }: RecurringTaskEntity,
  ): Promise<TaskRunEntity | null> {
    return lastRunOf(ctx).load(id);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Answers for it; null: no team yet.' })
  team(
    @Reading() ctx: Ctx,
    @Parent() { teamId }: RecurringTaskEntity,
  ): Promise<TeamEntity | null> | null {
    return teamId === null ? null : teamById(ctx).load(teamId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Sees to it; null: nobody yet.' })
  owner(
    @Reading() ctx: Ctx,
    @Parent() { ownerId }: RecurringTaskEntity,
  ): Promise<PersonEntity | null> | null {
    return ownerId === null ? null : personById(ctx).load(ownerId);
  }

  @ResolveField(() => Service, {
    nullable: true,
    description: 'What it is about; null: no service in particular.',
  })
  service(
    @Reading() ctx: Ctx,
    @Parent() { serviceId }: RecurringTaskEntity,
  ): Promise<ServiceEntity | null> | null {
    return serviceId === null ? null : serviceById(ctx).load(serviceId);
  }
}

@Resolver(() => TaskRun)
export class TaskRunResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null if nobody said.' })
  doneBy(
    @Reading() ctx: Ctx,
    @Parent() { doneById }: TaskRunEntity,
  ): Promise<PersonEntity | null> | null {
    return doneById === null ? null : personById(ctx).load(doneById);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who wrote it down; null for whoever runs the program.',
  })
  recordedBy(
    @Reading() ctx: Ctx,
    @Parent() { recordedById }: TaskRunEntity,
  ): Promise<PersonEntity | null> | null {
    return recordedById === null ? null : personById(ctx).load(recordedById);
  }
}
