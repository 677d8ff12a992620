import type { TxCtx } from '../../src/core/ctx.js';
import { RecurringTasks } from '../../src/features/recurring-task/recurring-task.service.js';
import { TaskRuns } from '../../src/features/recurring-task/task-run.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import type { TestApp } from './app.js';

/** Has a team go by a calendar, and a member of it do something every day. */
export async function makeCalendarAndTask(
  tx: TxCtx,
  app: TestApp,
  { teamId, ownerId }: { readonly teamId: string; readonly ownerId: string },
): Promise<void> {
  const calendar = await app.get(WorkCalendars).create(tx, {
    name: 'Taipei',
    zone: 'Asia/Taipei',
    specialDays: [{ from: '2025-01-27', to: '2025-01-31', name: '春節' }],
  });
  await app.get(TeamService).update(tx, teamId, { calendarId: calendar.id });
  const cadence = { rule: 'FREQ=DAILY', startsOn: '2025-03-01', zone: 'UTC', time: '00:00' };
  const { id } = await app.get(RecurringTasks).create(tx, {
    title: 'Patch the hosts',
    ownerId,
    teamId,
    cadence: { ...cadence, graceDays: 1 },
  });
  const dueOn = tx.clock.now().toISOString().slice(0, 10);
  await app.get(TaskRuns).record(tx, id, { dueOn, result: 'PASSED', note: 'All of them' });
}

/** Their ids by what the world calls them. */
export async function labelsOfTasks(app: TestApp): Promise<Map<string, string>> {
  const task = await app.get(RecurringTasks).find(app.ctx(), { key: 'RT-1' });
  const [calendar] = await app.get(WorkCalendars).list(app.ctx());
  return new Map([
    ['task patch', task?.id ?? ''],
    ['calendar taipei', calendar?.id ?? ''],
  ]);
}
