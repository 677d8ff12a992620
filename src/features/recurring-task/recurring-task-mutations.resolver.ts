import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import type { RecurringTaskEntity } from './recurring-task.entity.js';
import { RecurringTask } from './recurring-task.graphql.js';
import {
  RecurringTaskArchivePayload,
  RecurringTaskCreateInput,
  RecurringTaskCreatePayload,
  RecurringTaskDeletePayload,
  RecurringTaskRestorePayload,
  RecurringTaskRunInput,
  RecurringTaskRunPayload,
  RecurringTaskUpdateInput,
  RecurringTaskUpdatePayload,
} from './recurring-task.inputs.graphql.js';
import { RecurringTasks } from './recurring-task.service.js';
import { TaskRuns } from './task-run.service.js';

type TaskPayload = Promise<Payload<'recurringTask', RecurringTaskEntity>>;

const WHICH = { type: () => ID, description: 'The recurring task.' } as const;

@Resolver(() => RecurringTask)
export class RecurringTaskMutations {
  constructor(
    private readonly tasks: RecurringTasks,
    private readonly runs: TaskRuns,
  ) {}

  @Requires('write')
  @Mutation(() => RecurringTaskCreatePayload, { description: 'Begins a recurring task.' })
  async recurringTaskCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The task.' }) input: RecurringTaskCreateInput,
  ): TaskPayload {
    return { recurringTask: await this.tasks.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => RecurringTaskUpdatePayload, {
    description: 'Changes a recurring task. What was due before today stays as it was.',
  })
  async recurringTaskUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: RecurringTaskUpdateInput,
  ): TaskPayload {
    return { recurringTask: await this.tasks.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => RecurringTaskArchivePayload, {
    description: 'Sets a recurring task aside: from today on it is not due.',
  })
  async recurringTaskArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TaskPayload {
    return { recurringTask: await this.tasks.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => RecurringTaskRestorePayload, {
    description: 'Takes a recurring task up again: it is due from today on.',
  })
  async recurringTaskRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TaskPayload {
    return { recurringTask: await this.tasks.restore(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => RecurringTaskDeletePayload, {
    description:
      'Removes a recurring task for good, with all that was recorded of it; setting it aside is the gentle way. Administrators only.',
  })
  async recurringTaskDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): TaskPayload {
    return { recurringTask: await this.tasks.delete(tx, id) };
  }

  @Requires('write')
  @Mutation(() => RecurringTaskRunPayload, {
    description:
      'Records what came of an occurrence. Recorded again, the later one counts and the earlier one is kept.',
  })
  async recurringTaskRun(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The run.' }) input: RecurringTaskRunInput,
  ): TaskPayload {
    return { recurringTask: await this.runs.record(tx, id, input) };
  }
}
