import type { ActionAct, ActionStatus } from '../../core/vocabulary.js';

/** What can be done with an action item, by intent. */
export const ACTION_MOVES = [
  'commit',
  'start',
  'extend',
  'complete',
  'verify',
  'confirmEffect',
  'reject',
  'pause',
  'resume',
  'reopen',
] as const;
export type ActionMove = (typeof ACTION_MOVES)[number];

/** The whole life of an action item: from each state, the moves it allows and where they lead. */
const MOVES: Readonly<
  Record<ActionStatus, Readonly<Partial<Record<ActionMove, ActionStatus | 'WHERE_IT_WAS'>>>>
> = {
  PROPOSED: { commit: 'COMMITTED', reject: 'REJECTED' },
  COMMITTED: {
    start: 'IN_PROGRESS',
    extend: 'COMMITTED',
    complete: 'DONE',
    reject: 'REJECTED',
    pause: 'PAUSED',
  },
  IN_PROGRESS: {
    extend: 'IN_PROGRESS',
    complete: 'DONE',
    reject: 'REJECTED',
    pause: 'PAUSED',
  },
  DONE: { verify: 'VERIFIED', reopen: 'IN_PROGRESS' },
  VERIFIED: { confirmEffect: 'EFFECTIVE', reopen: 'IN_PROGRESS' },
  EFFECTIVE: { reopen: 'IN_PROGRESS' },
  REJECTED: { reopen: 'PROPOSED' },
  PAUSED: { resume: 'WHERE_IT_WAS', reject: 'REJECTED' },
};

/** What a move is called in the history. */
export const ACT_OF = {
  commit: 'COMMIT',
  start: 'START',
  extend: 'EXTEND',
  complete: 'COMPLETE',
  verify: 'VERIFY',
  confirmEffect: 'CONFIRM_EFFECT',
  reject: 'REJECT',
  pause: 'PAUSE',
  resume: 'RESUME',
  reopen: 'REOPEN',
} as const satisfies Record<ActionMove, ActionAct>;

/** The state that a refused move would have led to, where there is only one. */
export const AIM: Readonly<Partial<Record<ActionMove, ActionStatus>>> = {
  commit: 'COMMITTED',
  start: 'IN_PROGRESS',
  complete: 'DONE',
  verify: 'VERIFIED',
  confirmEffect: 'EFFECTIVE',
  reject: 'REJECTED',
  pause: 'PAUSED',
};

/** Of an item, what its moves hang on. */
export interface ActionState {
  readonly status: ActionStatus;
  /** Null where it is not paused, or where nobody knows. */
  readonly pausedFrom: ActionStatus | null;
}

/** What screens offer to do with an action item, in the order they do; the moves among them by intent. */
export const ITEM_ACTS = {
  EDIT: null,
  COMMIT: 'commit',
  START: 'start',
  EXTEND: 'extend',
  COMPLETE: 'complete',
  VERIFY: 'verify',
  CONFIRM_EFFECT: 'confirmEffect',
  REJECT: 'reject',
  PAUSE: 'pause',
  RESUME: 'resume',
  REOPEN: 'reopen',
  DELETE: null,
} as const satisfies Record<string, ActionMove | null>;
export type ItemAct = keyof typeof ITEM_ACTS;

/** What whoever may edit an item may do with it in its state. */
export function actsInState(item: ActionState): ItemAct[] {
  return (Object.keys(ITEM_ACTS) as ItemAct[]).filter((act) => {
    const move = ITEM_ACTS[act];
    return move === null || stateAfter(item, move) !== undefined;
  });
}

/** Somebody has to do something about it still, so that it can be late. */
export const OPEN_STATUSES: readonly ActionStatus[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'];

/** Nothing is to be done about it any more. */
export const FINISHED_STATUSES: readonly ActionStatus[] = [
  'DONE',
  'VERIFIED',
  'EFFECTIVE',
  'REJECTED',
];

/** The state that a move leads to; undefined where it is not possible. */
export function stateAfter(item: ActionState, move: ActionMove): ActionStatus | undefined {
  const next = MOVES[item.status][move];
  if (next !== 'WHERE_IT_WAS') return next;
  // A file may hold a paused item without where it was, or with something odd there.
  const { pausedFrom } = item;
  return pausedFrom !== null && OPEN_STATUSES.includes(pausedFrom) ? pausedFrom : 'PROPOSED';
}

/** Somebody has promised it, so that it must have an owner, a team and a date. */
export const PROMISED_STATUSES: readonly ActionStatus[] = ['COMMITTED', 'IN_PROGRESS'];

/** Open, and its day has passed. Days are UTC days. */
export function isOverdue(
  item: { readonly status: ActionStatus; readonly dueOn: string | null },
  now: Date,
): boolean {
  return item.dueOn !== null && item.dueOn < dayOf(now) && OPEN_STATUSES.includes(item.status);
}

/** The UTC day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The UTC day so many days after that of an instant. */
export function dayAfter(instant: Date, days: number): string {
  return dayOf(new Date(instant.getTime() + days * 86_400_000));
}
