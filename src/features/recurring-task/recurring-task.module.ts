import { Module } from '@nestjs/common';

import { RecurringTaskList } from './recurring-task.read.js';
import { RecurringTaskMutations } from './recurring-task-mutations.resolver.js';
import { RecurringTaskResolver, TaskRunResolver } from './recurring-task.resolver.js';
import { RecurringTasks } from './recurring-task.service.js';
import { TaskRuns } from './task-run.service.js';

@Module({
  providers: [
    RecurringTaskList,
    RecurringTaskMutations,
    RecurringTaskResolver,
    RecurringTasks,
    TaskRunResolver,
    TaskRuns,
  ],
  exports: [RecurringTasks, TaskRuns],
})
export class RecurringTaskModule {}
