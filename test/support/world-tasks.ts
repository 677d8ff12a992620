import type { TxCtx } from '../../src/core/ctx.js';
import { RecurringTasks } from '../../src/features/recurring-task/recurring-task.service.js';
import { TaskRuns } from '../../src/features/recurring-task/task-run.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { OwnTemplateEntity } from '../../src/features/template/own-template.entity.js';
import { OwnTemplates } from '../../src/features/template/own-template.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import type { TestApp } from './app.js';

/** Has a team go by a calendar, a member of it do something every day, and a template of its own. */
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
  await app.get(OwnTemplates).create(tx, {
    language: 'en',
    text: '---\nname: own\nlabel: Own\ndescription: Ours.\nplace: 9\n---\n## What\n\n> Say.\n',
  });
  const dueOn = tx.clock.now().toISOString().slice(0, 10);
  await app.get(TaskRuns).record(tx, id, { dueOn, result: 'PASSED', note: 'All of them' });
}

/** Their ids by what the world calls them. */
export async function labelsOfTasks(app: TestApp): Promise<Map<string, string>> {
  const task = await app.get(RecurringTasks).find(app.ctx(), { key: 'RT-1' });
  const [calendar] = await app.get(WorkCalendars).list(app.ctx());
  const template = await app.platform.database.read.findOneBy(OwnTemplateEntity, { name: 'own' });
  return new Map([
    ['template own', template?.id ?? ''],
    ['task patch', task?.id ?? ''],
    ['calendar taipei', calendar?.id ?? ''],
  ]);
}
