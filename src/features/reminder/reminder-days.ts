import type { ActionStatus } from '../../core/vocabulary.js';
import { daysBetween, plusDays, type WorkingDays } from '../../core/working-days.js';

/** What somebody is reminded of, in the order in which it is read. */
export const REMINDER_KINDS = [
  'OVERDUE',
  'ESCALATED',
  'DUE_SOON',
  'EFFECT_CHECK',
  'PAUSE_ENDING',
  'TO_VERIFY',
  'UNDECIDED',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Of an action, what reminders hang on. Days are `YYYY-MM-DD`. */
export interface Reminding {
  readonly status: ActionStatus;
  readonly dueOn: string | null;
  readonly pausedUntil: string | null;
  readonly effectCheckOn: string | null;
  /** When something was last done with it, edits aside: that is an answer. */
  readonly movedOn: string;
}

/** When people are reminded. */
export interface ReminderRules {
  /** Working days before a day that is set. */
  readonly before: number;
  /** Days from one reminder to the next while nobody answers. */
  readonly every: number;
  /** Working days without an answer after which the leads of the team hear of it. */
  readonly escalateAfter: number;
  /** Working days after which the leads hear of what is done and not verified, or proposed and not decided. */
  readonly verifyAfter: number;
}

/** Whom a reminder goes to. */
export type ReminderAudience = 'OWNER' | 'APPROVER' | 'LEADS';

export const AUDIENCES: Readonly<Record<ReminderKind, readonly ReminderAudience[]>> = {
  OVERDUE: ['OWNER'],
  ESCALATED: ['LEADS'],
  DUE_SOON: ['OWNER'],
  EFFECT_CHECK: ['OWNER'],
  PAUSE_ENDING: ['OWNER', 'APPROVER'],
  TO_VERIFY: ['LEADS'],
  UNDECIDED: ['LEADS'],
};

/** Days after one up to and including another. */
export interface Span {
  readonly after: string;
  readonly on: string;
}

/**
 * What an action reminds of within a span of days, as it stands at its end. An answer stops it: what
 * is done, put off, given up or set aside is not late any more, and whatever else is done with it
 * grants one more interval.
 */
export function remindersIn(
  { status, dueOn, pausedUntil, effectCheckOn, movedOn }: Reminding,
  span: Span,
  days: WorkingDays,
  { before, every, escalateAfter, verifyAfter }: ReminderRules,
): ReminderKind[] {
  /** Once, or from then on again and again. */
  const falls = (first: string, again: number | null): boolean => {
    if (first > span.on) return false;
    if (first > span.after) return true;
    if (again === null) return false;
    const next = Math.floor(daysBetween(first, span.after) / again) + 1;
    return plusDays(first, next * again) <= span.on;
  };
  const soon = (day: string): boolean => {
    const first = days.addWorkingDays(day, -before);
    return movedOn < first && day >= span.on && falls(first, null);
  };
  switch (status) {
    case 'COMMITTED':
    case 'IN_PROGRESS': {
      if (dueOn === null) return [];
      if (dueOn >= span.on) return soon(dueOn) ? ['DUE_SOON'] : [];
      const isMoved = movedOn > dueOn;
      const first = isMoved ? plusDays(movedOn, every) : days.addWorkingDays(dueOn, 1);
      const raised = days.addWorkingDays(isMoved ? movedOn : dueOn, escalateAfter);
      return [
        ...(falls(first, every) ? (['OVERDUE'] as const) : []),
        ...(falls(raised, every) ? (['ESCALATED'] as const) : []),
      ];
    }
    case 'PAUSED':
      if (pausedUntil === null) return [];
      return soon(pausedUntil) || falls(pausedUntil, every) ? ['PAUSE_ENDING'] : [];
    case 'DONE':
      return falls(days.addWorkingDays(movedOn, verifyAfter), every) ? ['TO_VERIFY'] : [];
    case 'VERIFIED':
      return effectCheckOn !== null && falls(effectCheckOn, every) ? ['EFFECT_CHECK'] : [];
    case 'PROPOSED':
      return falls(days.addWorkingDays(movedOn, verifyAfter), every) ? ['UNDECIDED'] : [];
    case 'EFFECTIVE':
    case 'REJECTED':
      return [];
  }
}
