import { insertInOrder, insertRows } from '../../src/infra/database/insert.js';
import {
  ReviewAgendaCaseEntity,
  ReviewDecisionEntity,
} from '../../src/features/review-meeting/review-agenda.entity.js';
import { ReviewAttendance } from '../../src/features/review-meeting/review-attendance.service.js';
import { ReviewMeetingLifecycle } from '../../src/features/review-meeting/review-meeting-lifecycle.service.js';
import { ReviewMeetings } from '../../src/features/review-meeting/review-meeting.service.js';
import { ReviewSeriesService } from '../../src/features/review-meeting/review-series.service.js';
import { newId } from '../../src/core/ids.js';
import type { TestApp } from './app.js';
import type { World } from './world.js';
import { canary, type CaseName } from './world-cases.js';

type Cases = World['cases'];

/** Who is in the meetings of the world. */
interface Cast {
  readonly teamId: string;
  readonly facilitatorId: string;
}

/**
 * Has one meeting that goes on hold every case, with notes, and decisions that have become actions;
 * another one be to come; and one slot go on while another is set aside.
 */
export async function holdReviews(
  app: TestApp,
  cases: Cases,
  { teamId, facilitatorId }: Cast,
): Promise<void> {
  const [meetings, moves] = [app.get(ReviewMeetings), app.get(ReviewMeetingLifecycle)];
  await app.write(async (tx) => {
    const invited = { facilitatorId, teamIds: [teamId], durationMinutes: 60, zone: 'UTC' };
    const startsAt = tx.clock.now();
    const board = { ...invited, title: 'Review board', startsAt, personIds: [facilitatorId] };
    const { id: meetingId } = await meetings.create(tx, board);
    await moves.start(tx, meetingId);
    const presence = { personId: facilitatorId, presence: 'PRESENT' } as const;
    await app.get(ReviewAttendance).setPresence(tx, meetingId, presence);
    await meetings.create(tx, {
      ...{ ...invited, title: 'Later', startsAt: new Date('2025-05-01T09:00:00Z') },
    });
    const entries = Object.entries(cases) as [CaseName, NonNullable<Cases[CaseName]>][];
    // Past the service, which takes none that is archived.
    await insertInOrder(tx, ReviewAgendaCaseEntity, entries, ([name, { postmortem }]) => ({
      ...{ id: newId(), version: 1, meetingId, postmortemId: postmortem, plannedMinutes: 10 },
      ...{ notes: canary(name, 'reviewnotes'), outcome: null },
    }));
    for (const [name, { postmortem: postmortemId, actions }] of entries) {
      const of = { meetingId, postmortemId };
      const { id } = await tx.db.findOneByOrFail(ReviewAgendaCaseEntity, of);
      await insertRows(tx, ReviewDecisionEntity, [
        {
          ...{ id: newId(), version: 1, agendaCaseId: id, postmortemId, position: 0 },
          ...{ text: canary(name, 'decision'), actionItemId: actions['PAUSED'] ?? null },
          ...{ createdById: facilitatorId, createdAt: tx.clock.now() },
        },
      ]);
    }
  });
  const series = app.get(ReviewSeriesService);
  await app.write(async (tx) => {
    const cadence = { rule: 'FREQ=WEEKLY;BYDAY=TU', startsOn: '2025-03-04', zone: 'UTC' };
    const slot = { cadence: { ...cadence, time: '14:00' }, durationMinutes: 60, facilitatorId };
    await series.create(tx, { ...slot, title: 'Weekly', place: 'Room 5', teamIds: [teamId] });
    const shelved = await series.create(tx, { ...slot, title: 'Shelved' });
    await series.archive(tx, shelved.id);
  });
}

/** The ids of the meetings, the slots and what stands on the agenda, by what the world calls them. */
export async function labelsOfReviews(app: TestApp, cases: Cases): Promise<[string, string][]> {
  const { read } = app.platform.database;
  const ctx = app.ctx();
  const meeting = async (key: string): Promise<string> =>
    (await app.get(ReviewMeetings).find(ctx, { key }))?.id ?? '';
  const entries = await read.find(ReviewAgendaCaseEntity);
  const decisions = await read.find(ReviewDecisionEntity);
  const series = await app.get(ReviewSeriesService).list(ctx);
  return [
    ['meeting board', await meeting('RM-1')],
    ['meeting later', await meeting('RM-2')],
    ...series.map(({ title, id }): [string, string] => [`series ${title.toLowerCase()}`, id]),
    ...Object.entries(cases).flatMap(([name, { postmortem }]): [string, string][] => {
      const isTheirs = (row: { postmortemId: string }): boolean => row.postmortemId === postmortem;
      return [
        [`agenda of ${name}`, entries.find(isTheirs)?.id ?? ''],
        [`decision of ${name}`, decisions.find(isTheirs)?.id ?? ''],
      ];
    }),
  ];
}
