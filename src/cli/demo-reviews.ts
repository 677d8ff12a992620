import type { Ctx, TxCtx } from '../core/ctx.js';
import { FupanError } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { CommentThreads } from '../features/comment/comment-thread.service.js';
import { PostmortemLifecycle } from '../features/postmortem/postmortem-lifecycle.service.js';
import { ReviewAttendance } from '../features/review-meeting/review-attendance.service.js';
import { ReviewAgenda } from '../features/review-meeting/review-agenda.service.js';
import { ReviewDecisions } from '../features/review-meeting/review-decision.service.js';
import { ReviewFeedback } from '../features/review-meeting/review-feedback.service.js';
import { ReviewMeetingLifecycle } from '../features/review-meeting/review-meeting-lifecycle.service.js';
import { ReviewSeriesService } from '../features/review-meeting/review-series.service.js';
import { SignOffs } from '../features/sign-off/sign-off.service.js';
import type { Database } from '../infra/database/database.js';
import { messageOf } from '../locales/messages.js';
import { agendaCaseOf, caseOf, meetingAt, partOf, personOf, teamOf } from './demo-reviews-names.js';
import {
  readReviewsFile,
  type DemoAgendaCase,
  type DemoMeeting,
  type DemoReviews,
  type DemoSeries,
  type DemoThread,
} from './demo-reviews-file.js';

/** Where the demo is made: a running server, or one of a test. */
export interface DemoHost {
  readonly database: Database;
  get<Service>(type: new (...args: never[]) => Service): Service;
}

/** What is wrong with the file, and where. */
export interface DemoFault {
  readonly line: number;
  readonly message: string;
}

/** Something that somebody did, and where the file says so. */
interface Deed {
  readonly by: string;
  readonly at: Date;
  readonly path: readonly PropertyKey[];
  readonly do: (tx: TxCtx) => Promise<unknown>;
}

/**
 * Does what the file tells, in the order in which it happened, each as whoever did it at the time
 * they did: what they may not do is a fault of the file, and what depends on it too.
 * @returns the faults
 * @throws CaseFileError for a file that cannot be read
 */
export async function playReviews(host: DemoHost, ctx: Ctx, content: string): Promise<DemoFault[]> {
  const { data, lineOf } = readReviewsFile(content);
  const deeds = deedsOf(host, data).sort((one, other) => one.at.getTime() - other.at.getTime());
  const faults: DemoFault[] = [];
  for (const { by, at, path, do: work } of deeds) {
    try {
      const { id, role } = await personOf(ctx.db, by);
      const actor = { kind: 'person', personId: id, role } as const;
      await host.database.transaction({ ...ctx, actor, clock: { now: () => at } }, work);
    } catch (error) {
      if (!(error instanceof FupanError)) throw error;
      faults.push({ line: lineOf(path), message: reasonFor(error, ctx.locale) });
    }
  }
  return faults;
}

/** What is missing is named, as one who mends the file may know of everything. */
function reasonFor(error: FupanError, language: Language): string {
  const { what } = error.params;
  return [messageOf(error, language), ...(what === undefined ? [] : [`(${what})`])].join(' ');
}

function deedsOf(host: DemoHost, reviews: DemoReviews): Deed[] {
  const { submissions, threads, signOffs, series } = reviews;
  return [
    ...submissions.map(({ by, at, case: key }, index) => ({
      ...{ by, at, path: ['submissions', index] },
      do: async (tx: TxCtx) => host.get(PostmortemLifecycle).submit(tx, await caseOf(tx.db, key)),
    })),
    ...threads.flatMap((thread, index) => deedsOfThread(host, thread, ['threads', index])),
    ...series.flatMap((each, index) => deedsOfSeries(host, each, ['series', index])),
    ...signOffs.map(({ by, at, case: key, team, ...said }, index) => ({
      ...{ by, at, path: ['signOffs', index] },
      do: async (tx: TxCtx) =>
        host.get(SignOffs).sign(tx, await caseOf(tx.db, key), {
          ...said,
          teamId: await teamOf(tx.db, team),
        }),
    })),
  ];
}

function deedsOfThread(host: DemoHost, thread: DemoThread, path: PropertyKey[]): Deed[] {
  const threads = host.get(CommentThreads);
  const { by, at, case: key, kind, part, on, quote, text, forMeeting, resolved } = thread;
  let id = '';
  return [
    {
      ...{ by, at, path },
      do: async (tx) => {
        const caseId = await caseOf(tx.db, key);
        const place = await partOf(tx.db, caseId, part, on);
        const said = await threads.create(tx, caseId, { kind, ...place, quote, text, forMeeting });
        id = said.thread.id;
      },
    },
    ...thread.replies.map((reply, index) => ({
      ...{ by: reply.by, at: reply.at, path: [...path, 'replies', index] },
      do: (tx: TxCtx) => threads.reply(tx, id, { text: reply.text }),
    })),
    ...(resolved
      ? [
          {
            ...{ by: resolved.by, at: resolved.at, path: [...path, 'resolved'] },
            do: (tx: TxCtx) => threads.resolve(tx, id, { answer: resolved.answer }),
          },
        ]
      : []),
  ];
}

function deedsOfSeries(host: DemoHost, series: DemoSeries, path: PropertyKey[]): Deed[] {
  const { by, at, title, cadence, durationMinutes, place, facilitator, meetings } = series;
  let id = '';
  const makeSeries: Deed = {
    ...{ by, at, path },
    do: async (tx) => {
      const teamIds = await Promise.all(series.teams.map((key) => teamOf(tx.db, key)));
      const people = await Promise.all(series.people.map((each) => personOf(tx.db, each)));
      const row = await host.get(ReviewSeriesService).create(tx, {
        ...{ title, cadence, durationMinutes, place, teamIds },
        facilitatorId: (await personOf(tx.db, facilitator)).id,
        personIds: people.map((person) => person.id),
      });
      ({ id } = row);
    },
  };
  const find = (startsAt: Date) => (tx: TxCtx) => meetingAt(tx.db, id, startsAt);
  return [
    makeSeries,
    ...meetings.flatMap((meeting, index) =>
      deedsOfMeeting(host, meeting, find(meeting.startsAt), [...path, 'meetings', index]),
    ),
  ];
}

type FindMeeting = (tx: TxCtx) => Promise<string>;

function deedsOfMeeting(
  host: DemoHost,
  { answers, agenda, held, feedback }: DemoMeeting,
  find: FindMeeting,
  path: PropertyKey[],
): Deed[] {
  const attendance = host.get(ReviewAttendance);
  return [
    ...answers.map(({ by, at, answer }, index) => ({
      ...{ by, at, path: [...path, 'answers', index] },
      do: async (tx: TxCtx) => attendance.answer(tx, await find(tx), answer),
    })),
    ...(held ? beginningOf(host, held, find, [...path, 'held']) : []),
    ...agenda.flatMap((each, index) =>
      deedsOfCase(host, each, find, [...path, 'agenda', index], held),
    ),
    ...(held ? endOf(host, held, find, [...path, 'held']) : []),
    ...feedback.map(({ by, at, ...answer }, index) => ({
      ...{ by, at, path: [...path, 'feedback', index] },
      do: async (tx: TxCtx) => host.get(ReviewFeedback).answer(tx, await find(tx), answer),
    })),
  ];
}

type Held = NonNullable<DemoMeeting['held']>;

function beginningOf(
  host: DemoHost,
  { by, from, present, absent }: Held,
  find: FindMeeting,
  path: PropertyKey[],
): Deed[] {
  const note =
    (presence: 'PRESENT' | 'ABSENT', name: string) => (email: string, index: number) => ({
      ...{ by, at: from, path: [...path, name, index] },
      do: async (tx: TxCtx) => {
        const { id: personId } = await personOf(tx.db, email);
        await host.get(ReviewAttendance).setPresence(tx, await find(tx), { personId, presence });
      },
    });
  return [
    {
      ...{ by, at: from, path },
      do: async (tx) => host.get(ReviewMeetingLifecycle).start(tx, await find(tx)),
    },
    ...present.map(note('PRESENT', 'present')),
    ...absent.map(note('ABSENT', 'absent')),
  ];
}

function endOf(
  host: DemoHost,
  { by, until, closing }: Held,
  find: FindMeeting,
  path: PropertyKey[],
): Deed[] {
  return [
    {
      ...{ by, at: until, path },
      do: async (tx) => {
        const id = await find(tx);
        const lifecycle = host.get(ReviewMeetingLifecycle);
        if (closing !== undefined) await lifecycle.setClosing(tx, id, { closing });
        await lifecycle.end(tx, id);
      },
    },
  ];
}

function deedsOfCase(
  host: DemoHost,
  { by, at, case: key, minutes, notes, decisions, outcome }: DemoAgendaCase,
  find: FindMeeting,
  path: PropertyKey[],
  held: Held | undefined,
): Deed[] {
  const agenda = host.get(ReviewAgenda);
  const update = async (tx: TxCtx, values: Parameters<typeof agenda.update>[2]) =>
    agenda.update(tx, await agendaCaseOf(tx.db, await find(tx), key), values);
  return [
    {
      ...{ by, at, path },
      do: async (tx) => {
        const postmortemId = await caseOf(tx.db, key);
        await agenda.add(tx, await find(tx), { postmortemId, plannedMinutes: minutes });
      },
    },
    ...(notes
      ? [
          {
            ...{ by: notes.by, at: notes.at, path: [...path, 'notes'] },
            do: (tx: TxCtx) => update(tx, { notes: notes.text }),
          },
        ]
      : []),
    ...decisions.map((decision, index) => ({
      ...{ by: decision.by, at: decision.at, path: [...path, 'decisions', index] },
      do: (tx: TxCtx) => decide(host, tx, key, find, decision),
    })),
    ...(held && outcome
      ? [
          {
            ...{ by: held.by, at: held.until, path: [...path, 'outcome'] },
            do: (tx: TxCtx) => update(tx, { outcome }),
          },
        ]
      : []),
  ];
}

async function decide(
  host: DemoHost,
  tx: TxCtx,
  key: string,
  find: FindMeeting,
  { text, action }: DemoAgendaCase['decisions'][number],
): Promise<void> {
  const decisions = host.get(ReviewDecisions);
  const postmortemId = await caseOf(tx.db, key);
  const { id } = await decisions.create(tx, {
    reviewMeetingId: await find(tx),
    postmortemId,
    text,
  });
  if (!action) return;
  const { owner, team, ...values } = action;
  await decisions.toAction(tx, id, {
    ...values,
    ownerId: (await personOf(tx.db, owner)).id,
    teamId: await teamOf(tx.db, team),
  });
}
