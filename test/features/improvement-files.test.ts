import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { ActionLinkEntity } from '../../src/features/action-link/action-link.entity.js';
import { ActionLinks } from '../../src/features/action-link/action-link.service.js';
import { ExportService } from '../../src/features/library/export.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import { ImprovementPolicyService } from '../../src/features/improvement-policy/improvement-policy.service.js';
import { OrganizationService } from '../../src/features/organization/organization.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { RecurrenceAnswerEntity } from '../../src/features/recurrence/recurrence-answer.entity.js';
import { Recurrences } from '../../src/features/recurrence/recurrence.service.js';
import {
  RecurringTaskEntity,
  TaskRunEntity,
} from '../../src/features/recurring-task/recurring-task.entity.js';
import { RecurringTasks } from '../../src/features/recurring-task/recurring-task.service.js';
import { TaskRuns } from '../../src/features/recurring-task/task-run.service.js';
import { WorkCalendarEntity } from '../../src/features/work-calendar/work-calendar.entity.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { counts, exportFrom, importInto, ownForm } from '../support/library.js';

const clock = new FakeClock();
let app: TestApp;
let empty: TestApp;
let folder: Scratch;
let writer: Actor;

beforeAll(async () => {
  app = await startApp({ clock });
  const person = await aPerson(app);
  writer = actingAs(person);
  await makeLoop(person.id);
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  folder = scratchFolder();
  empty = await startApp({ clock });
});
afterEach(async () => {
  folder.remove();
  await empty.close();
});

const caseWith = async (
  title: string,
  visibility: PostmortemEntity['visibility'],
  ...actions: string[]
): Promise<{ id: string; actions: string[] }> => {
  const { id } = await app.write(
    (tx) => app.get(PostmortemService).create(tx, { title, language: 'en', visibility }),
    writer,
  );
  const ids: string[] = [];
  for (const action of actions) {
    const item = await app.write(
      (tx) => app.get(ActionItemService).create(tx, { postmortemId: id, title: action }),
      writer,
    );
    ids.push(item.id);
  }
  return { id, actions: ids };
};

/** One of everything that lies across cases. */
async function makeLoop(ownerId: string): Promise<void> {
  const calendar = await app.write((tx) =>
    app.get(WorkCalendars).create(tx, {
      name: '上海',
      zone: 'Asia/Shanghai',
      weekdays: [5, 1, 2, 3, 4],
      specialDays: [
        { from: '2026-02-15', to: '2026-02-23', name: '春节' },
        { from: '2026-02-14', name: '调休', isWorked: true },
      ],
    }),
  );
  const team = await app.write((tx) =>
    app.get(TeamService).create(tx, { key: 'ops', name: 'Operations' }),
  );
  await app.write(async (tx) => {
    const usual = await app.get(WorkCalendars).create(tx, { name: 'Usual', zone: 'UTC' });
    await app.get(OrganizationService).update(tx, { calendarId: usual.id });
    await app.get(TeamService).update(tx, team.id, { calendarId: calendar.id });
    await app.get(ImprovementPolicyService).update(tx, {
      effectCheckWeeks: 4,
      targets: [{ subject: 'P1', days: 20 }],
    });
  });
  const task = await app.write((tx) =>
    app.get(RecurringTasks).create(tx, {
      title: '還原測試 & "restore"',
      detail: 'One table.\nThen all.',
      ownerId,
      teamId: team.id,
      practice: '1.2',
      cadence: {
        rule: 'FREQ=WEEKLY;BYDAY=MO',
        startsOn: '2026-03-02',
        zone: 'Asia/Taipei',
        time: '09:30',
        graceDays: 1,
      },
    }),
  );
  const record = (input: object) =>
    app.write(
      (tx) =>
        app
          .get(TaskRuns)
          .record(tx, task.id, { dueOn: '2026-03-02', result: 'FAILED', note: 'no', ...input }),
      writer,
    );
  await record({});
  // Two of one moment keep their order.
  await record({ result: 'PASSED', note: null, evidence: 'https://example.org/restore/1' });
  clock.forward({ days: 15 });
  await app.write((tx) =>
    app.get(RecurringTasks).update(tx, task.id, {
      cadence: {
        rule: 'FREQ=MONTHLY;BYMONTHDAY=1',
        startsOn: '2026-03-17',
        zone: 'UTC',
        time: '00:00',
        graceDays: 0,
      },
    }),
  );
  const archived = await app.write((tx) =>
    app.get(RecurringTasks).create(tx, {
      title: 'Gone',
      cadence: {
        rule: 'FREQ=DAILY',
        startsOn: '2026-03-17',
        zone: 'UTC',
        time: '00:00',
        graceDays: 0,
      },
    }),
  );
  await app.write((tx) => app.get(RecurringTasks).archive(tx, archived.id));
  const one = await caseWith('First', 'ORGANIZATION', 'Bound the pool', 'Add a pool');
  const two = await caseWith('Second', 'ORGANIZATION', 'Limit the pool');
  const shut = await caseWith('Shut away', 'RESTRICTED', 'Quokka pool');
  const [bound = '', add = ''] = one.actions;
  const [limit = ''] = two.actions;
  const [quokka = ''] = shut.actions;
  for (const [from, otherId, kind] of [
    [limit, bound, 'SAME_IDEA'],
    [bound, add, 'ALTERNATIVE'],
    [quokka, bound, 'SAME_IDEA'],
  ] as const) {
    await app.write((tx) => app.get(ActionLinks).link(tx, from, { otherId, kind }), writer);
  }
  for (const [of, item, answer] of [
    [two.id, bound, 'PARTLY'],
    [two.id, quokka, 'YES'],
    [shut.id, limit, 'NO'],
  ] as const) {
    clock.forward({ hours: 1 });
    await app.write((tx) => app.get(Recurrences).answer(tx, of, item, answer), writer);
  }
  for (const { id } of [one, two]) {
    clock.forward({ days: 1 });
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id), writer);
  }
}

describe('what was learnt across cases, in files', () => {
  it('goes out and comes in again to the letter, once', async () => {
    const first = await exportFrom(app, folder.path, 'first');
    expect(first['catalog.yaml']).toContain(`organization:
  calendar: Usual
  improvement:
    effectCheckWeeks: 4
    targets:
      - subject: P1
        severity: null
        days: 20
calendars:
`);
    expect(first['catalog.yaml']).toContain('calendar: 上海');
    expect(first['improvement.yaml']).toMatch(/kind: SAME_IDEA[^]*kind: ALTERNATIVE[^]*answers:/);
    expect(first['PM-1.md']).toMatch(/moves:\n {2}- at: \S+\n {4}from: DRAFT\n {4}to: IN_REVIEW\n/);
    expect(counts(await importInto(empty, join(folder.path, 'first')))).toMatchObject({
      created: 3,
      failed: [],
    });
    expect(await exportFrom(empty, folder.path, 'second')).toEqual(first);
    for (const target of [app, empty]) {
      const again = await importInto(target, join(folder.path, 'second'));
      expect(counts(again)).toMatchObject({ created: 0, updated: 0, failed: [] });
      expect(await exportFrom(target, folder.path, 'third')).toEqual(first);
    }
  });

  it('says nothing of a case that the caller may not read', async () => {
    const out = join(folder.path, 'out');
    const stranger = { ...actingAs(await aPerson(app, 'Oona')), readsDrafts: true };
    await app.get(ExportService).run(app.ctx(stranger), { folder: out });
    const text = contentsOf(out)['improvement.yaml'] ?? '';
    expect(text).toContain('Bound the pool');
    expect(text).not.toMatch(/quokka|shut/i);
    expect(text.match(/answer:/g)).toHaveLength(1);
    expect(text.match(/kind:/g)).toHaveLength(2);
    expect(await app.get(ExportService).improvement(app.ctx(stranger))).toBe(text);
    const whole = await ask<{ improvement: string }>(app, '{ improvement }');
    expect(whole.improvement).toContain('Quokka');
  });

  it('reports what leads nowhere with its line, and takes the rest', async () => {
    const broken = `fupan: 1
tasks:
  - title: Rotate keys
    team: nowhere-yet
    cadences: [{ rule: FREQ=YEARLY, startsOn: 2026-01-01, zone: UTC, time: "08:00", graceDays: 5, validFrom: 2026-01-01 }]
links:
  - { kind: SAME_IDEA, from: { key: AI-1 }, to: { key: AI-77 } }
  - { kind: SAME_IDEA, from: { key: AI-1 }, to: { key: AI-2, title: Renamed since } }
  - { kind: ALTERNATIVE, from: { key: AI-1 }, to: { key: AI-1 } }
  - { kind: SAME_IDEA, from: { key: AI-1 }, to: { key: AI-3 } }
  - kind: SAME_IDEA
    from: { key: AI-1 }
    to: { id: 01890000-0000-7000-8000-0000000000a1, key: AI-2, title: Two }
answers:
  - { case: { key: PM-9 }, action: { key: AI-1 }, answer: YES, at: 2026-03-01T00:00:00Z }
  - { case: { key: PM-1 }, action: { key: AI-1 }, answer: YES, at: 2026-03-01T00:00:00Z }
  - { case: { key: PM-2 }, action: { key: AI-1 }, answer: YES, at: 2026-03-01T00:00:00Z }
`;
    folder.write({
      'in/catalog.yaml': 'fupan: 1\nteams:\n  - key: x\n    name: X\n    calendar: None such\n',
      'in/PM-1.md': ownForm(
        'One',
        'key: PM-1\nactions: [{ key: AI-1, title: One }, { key: AI-3, title: Three }]\n',
      ),
      'in/PM-2.md': ownForm('Two', 'key: PM-2\nactions: [{ key: AI-2, title: Two }]\n'),
      'in/improvement.yaml': broken,
    });
    const path = join(folder.path, 'in');
    const lines = [
      ['catalog.yaml', 5],
      ['improvement.yaml', 7],
      ['improvement.yaml', 8],
      ['improvement.yaml', 9],
      ['improvement.yaml', 10],
      ['improvement.yaml', 15],
      ['improvement.yaml', 16],
    ];
    const failed = lines.map(([file = '', line]) => ({
      file: join(path, String(file)),
      line,
      message: expect.any(String),
    }));
    const dry = await importInto(empty, path, { dryRun: true });
    const lasting = dry.failed.map(({ line }) => line);
    expect(lasting).toEqual([5, 7, 15]);
    const { read } = empty.platform.database;
    expect(await read.countBy(RecurringTaskEntity, {})).toBe(0);
    expect(counts(await importInto(empty, path))).toMatchObject({ created: 2, failed });
    expect(await read.countBy(ActionLinkEntity, {})).toBe(1);
    expect(await read.countBy(RecurrenceAnswerEntity, {})).toBe(1);
    expect(await read.countBy(RecurringTaskEntity, { key: 'RT-1' })).toBe(1);
  });

  it('leaves what is there as it is, and adds the runs that came later', async () => {
    await exportFrom(app, folder.path, 'first');
    const path = join(folder.path, 'first');
    await importInto(empty, path);
    const task = await empty.get(RecurringTasks).find(empty.ctx(), { key: 'RT-1' });
    const [shanghai] = await empty.platform.database.read.findBy(WorkCalendarEntity, {
      name: '上海',
    });
    await empty.write(async (tx) => {
      await empty.get(RecurringTasks).update(tx, task?.id ?? '', { title: 'Called otherwise' });
      await empty.get(WorkCalendars).update(tx, shanghai?.id ?? '', { zone: 'UTC' });
      await empty.get(ImprovementPolicyService).update(tx, { effectCheckWeeks: 9 });
    });
    clock.forward({ days: 1 });
    await app.write(
      (tx) =>
        app.get(TaskRuns).record(tx, task?.id ?? '', { dueOn: '2026-03-09', result: 'PASSED' }),
      writer,
    );
    await exportFrom(app, folder.path, 'first');
    expect(counts(await importInto(empty, path))).toMatchObject({ failed: [] });
    const { read } = empty.platform.database;
    expect(await read.findBy(TaskRunEntity, { dueOn: '2026-03-09' })).toHaveLength(1);
    expect(await read.countBy(TaskRunEntity, {})).toBe(3);
    expect(await read.findOneBy(RecurringTaskEntity, { key: 'RT-1' })).toMatchObject({
      title: 'Called otherwise',
    });
    expect(await read.findOneBy(WorkCalendarEntity, { name: '上海' })).toMatchObject({
      zone: 'UTC',
    });
    expect(await empty.get(ImprovementPolicyService).find(empty.ctx())).toMatchObject({
      effectCheckWeeks: 9,
    });
  });

  it('leads nobody to a case that they may not read', async () => {
    const admin = actingAs(await aPerson(empty, 'Root'), 'ADMIN');
    folder.write({
      'PM-1.md': ownForm('Open', 'key: PM-1\nactions: [{ key: AI-1, title: One }]\n'),
      'PM-2.md': ownForm(
        'Shut',
        'key: PM-2\nvisibility: RESTRICTED\nactions: [{ key: AI-2, title: Two }]\n',
      ),
    });
    await importInto(empty, folder.path);
    const link = (key: string) =>
      empty.get(ImportService).handOver(empty.ctx(admin), {
        files: [
          {
            name: 'improvement.yaml',
            content: `fupan: 1\nlinks: [{ kind: SAME_IDEA, from: { key: AI-1 }, to: { key: ${key} } }]\n`,
          },
        ],
      });
    const [hidden, missing] = [await link('AI-2'), await link('AI-3')];
    expect(hidden.failed[0]?.message.replace('AI-2', 'AI-3')).toBe(missing.failed[0]?.message);
    expect(await empty.platform.database.read.countBy(ActionLinkEntity, {})).toBe(0);
  });
});
