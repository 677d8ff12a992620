import { attempt, id, type Attempt } from './authorization-attempt.js';
import type { TypeRule } from './authorization-fields.js';
import {
  isAdmin,
  isWriter,
  readsCase,
  rule,
  writes,
  writesCase,
  type Rule,
} from './authorization-matrix.js';
import type { CallerName } from './world.js';

/** The facilitator of the meetings and slots of the world, which nobody in it has planned. */
const mayRun = (caller: CallerName) =>
  isAdmin(caller) || caller === 'facilitator' ? undefined : 'FORBIDDEN';
const runs = rule('write', mayRun);
const answers = rule('write', (caller) =>
  ['facilitator', 'lead', 'member'].includes(caller) ? undefined : 'FORBIDDEN',
);
/** The case is on the agenda of a meeting that goes on, or is archived. */
const addsHeld = rule('write', isWriter, readsCase, (_caller, name) =>
  /archived/i.test(name ?? '') ? 'WRONG_STATE' : 'IN_USE',
);
const inAgenda = rule('write', isWriter, readsCase);
const again =
  (first: Rule, code: 'ALREADY_EXISTS' | 'WRONG_STATE'): Rule =>
  (caller, name) => {
    const outcome = first(caller, name);
    return outcome === 'OK' ? code : outcome;
  };
const board = id('meeting board');
const later = id('meeting later');
const values = { title: 'Board', durationMinutes: 60 };

/** Of the mutations those of review meetings. */
export const REVIEW_MUTATIONS: Readonly<Record<string, readonly Attempt[]>> = {
  reviewAgendaCaseUpdate: [attempt(inAgenda, { ...id('agenda of $'), input: { notes: 'Heard' } })],
  reviewDecisionCreate: [
    attempt(inAgenda, {
      input: {
        ...{ reviewMeetingId: '@meeting board', postmortemId: '@postmortem of $', text: 'Do it' },
      },
    }),
  ],
  reviewDecisionDelete: [attempt(writesCase, id('decision of $'))],
  reviewDecisionToAction: [
    attempt(again(writesCase, 'ALREADY_EXISTS'), {
      ...id('decision of $'),
      input: { title: 'Bound the pool' },
    }),
  ],
  reviewDecisionUpdate: [attempt(writesCase, { ...id('decision of $'), input: { text: 'So' } })],
  reviewMeetingAddCase: [
    attempt(addsHeld, { ...later, input: { postmortemId: '@postmortem of $' } }),
  ],
  reviewMeetingAnswer: [attempt(answers, { ...later, answer: 'ACCEPTED' })],
  reviewMeetingAttendanceSet: [
    attempt(writes, { ...board, input: { personId: '@person viewer', presence: 'PRESENT' } }),
  ],
  reviewMeetingCancel: [attempt(runs, { ...later, input: { reason: 'Nobody has time' } })],
  reviewMeetingCreate: [
    attempt(writes, { input: { ...values, startsAt: '2025-06-01T09:00:00Z', zone: 'UTC' } }),
  ],
  reviewMeetingEnd: [attempt(runs, board)],
  // The meeting that goes on has no minutes to send, and asks nothing yet.
  reviewMeetingClosingSet: [attempt(runs, { ...board, input: { closing: 'Thank you' } })],
  reviewMeetingFeedback: [
    attempt(again(answers, 'WRONG_STATE'), {
      ...board,
      input: { timeWellSpent: 4, learnedSomething: 5, decisionsCarriedOut: 3 },
    }),
  ],
  reviewMinutesSend: [attempt(again(runs, 'WRONG_STATE'), board)],
  reviewMeetingMoveCase: [
    attempt(inAgenda, { ...board, postmortemId: '@postmortem of $', input: { place: 0 } }),
  ],
  // With its notes and decisions it stays.
  reviewMeetingRemoveCase: [
    attempt(
      rule('write', isWriter, readsCase, () => 'IN_USE'),
      { ...board, postmortemId: '@postmortem of $' },
    ),
  ],
  reviewMeetingStart: [attempt(runs, later)],
  reviewMeetingUpdate: [attempt(writes, { ...later, input: { title: 'Later still' } })],
  reviewSeriesArchive: [attempt(runs, id('series weekly'))],
  reviewSeriesCreate: [
    attempt(writes, {
      input: {
        ...values,
        cadence: { rule: 'FREQ=DAILY', startsOn: '2025-03-01', zone: 'UTC', time: '09:00' },
      },
    }),
  ],
  reviewSeriesRestore: [attempt(runs, id('series shelved'))],
  reviewSeriesUpdate: [attempt(writes, { ...id('series weekly'), input: { title: 'Weekly' } })],
};

/** What was thought of a meeting: nothing of it is of a case, and `review-feedback.test.ts` says who sees it. */
export const REVIEW_ANSWERS: Readonly<Record<string, string>> = {
  ReviewFeedbackAnswer: 'decisionsCarriedOut learnedSomething timeWellSpent word',
  ReviewFeedbackResults: 'count decisionsCarriedOut learnedSomething timeWellSpent words',
};

/** Of the places of the schema from which objects are reached those of review meetings. */
export const REVIEW_ROOTS = {
  reviewMeeting: { field: 'reviewMeeting', args: { id: '@meeting board' } },
  reviewSeries: { field: 'reviewSeries', args: { id: '@series weekly' } },
  reviewQueue: { field: 'reviewQueue', args: {} },
} as const;

/** The types of review meetings. */
export const REVIEW_TYPES: Readonly<Record<string, TypeRule>> = {
  ReviewMeeting: {
    root: 'reviewMeeting',
    fields: {
      same: `attendance calendarFile closing closingHtml createdAt createdBy durationMinutes endedAt
        facilitator id key people place reason sequence series startedAt startsAt state teams title updatedAt
        version zone`,
      within: 'agenda',
      clean: 'minutes overdueActions',
      any: 'allowedActs feedback',
    },
  },
  ReviewMinutes: {
    root: 'reviewMeeting',
    path: 'minutes',
    fields: { same: 'title', clean: 'html text' },
  },
  ReviewMeetingFeedback: {
    root: 'reviewMeeting',
    path: 'feedback',
    fields: { same: 'openUntil', any: 'mayAnswer mine results' },
  },
  ReviewAttendee: {
    root: 'reviewMeeting',
    path: 'attendance',
    fields: { same: 'answer answeredAt isInvited person presence' },
  },
  ReviewAgendaCase: {
    root: 'case',
    path: 'reviews',
    fields: {
      same: `decisions id notes notesHtml outcome plannedMinutes postmortem reviewMeeting unmeasuredSpans
        version`,
    },
  },
  ReviewDecision: {
    root: 'case',
    path: 'reviews decisions',
    fields: { same: 'actionItem agendaCase createdAt createdBy id text textHtml version' },
  },
  ReviewUnmeasuredSpan: {
    root: 'case',
    path: 'reviews unmeasuredSpans',
    fields: { same: 'incident missing name' },
  },
  ReviewSeries: {
    root: 'reviewSeries',
    fields: {
      same: `archivedAt cadence createdAt createdBy durationMinutes facilitator id nextMeetings
        people place teams title version`,
    },
  },
  ReviewCadence: {
    root: 'reviewSeries',
    path: 'cadence',
    fields: { same: 'rule startsOn time zone' },
  },
  ReviewQueueEntry: {
    root: 'reviewQueue',
    path: 'nodes',
    fields: { clean: 'clock postmortem severity waitingSince' },
  },
};
