import type { InitiativeAct, InitiativeStatus } from '../../core/vocabulary.js';

/** What can be done with an initiative, by intent. */
export type InitiativeMove = 'start' | 'complete' | 'drop' | 'reopen';

/** The whole life of an initiative: from each state, the moves it allows and where they lead. */
const MOVES: Readonly<
  Record<InitiativeStatus, Readonly<Partial<Record<InitiativeMove, InitiativeStatus>>>>
> = {
  PROPOSED: { start: 'ACTIVE', drop: 'DROPPED' },
  ACTIVE: { complete: 'DONE', drop: 'DROPPED' },
  DONE: { reopen: 'ACTIVE' },
  DROPPED: { reopen: 'PROPOSED' },
};

/** What a move is called in the history. */
export const ACT_OF = {
  start: 'START',
  complete: 'COMPLETE',
  drop: 'DROP',
  reopen: 'REOPEN',
} as const satisfies Record<InitiativeMove, InitiativeAct>;

/** The state that a refused move would have led to, where there is only one. */
export const AIM: Readonly<Partial<Record<InitiativeMove, InitiativeStatus>>> = {
  start: 'ACTIVE',
  complete: 'DONE',
  drop: 'DROPPED',
};

/** Something is to be done about it still, so that it can be late and can gather more. */
export const OPEN_STATUSES: readonly InitiativeStatus[] = ['PROPOSED', 'ACTIVE'];

/** The state that a move leads to; undefined where it is not possible. */
export const stateAfter = (
  status: InitiativeStatus,
  move: InitiativeMove,
): InitiativeStatus | undefined => MOVES[status][move];

/** What screens offer to do with an initiative, in the order they do; the moves among them by intent. */
const ACTS = {
  EDIT: null,
  START: 'start',
  COMPLETE: 'complete',
  DROP: 'drop',
  REOPEN: 'reopen',
} as const satisfies Record<string, InitiativeMove | null>;
export type InitiativeOffer = keyof typeof ACTS | 'DELETE';
export const INITIATIVE_OFFERS = [
  ...(Object.keys(ACTS) as (keyof typeof ACTS)[]),
  'DELETE',
] as const;

/** What whoever may edit an initiative may do with it in its state. */
export function offersInState(status: InitiativeStatus): InitiativeOffer[] {
  return (Object.keys(ACTS) as (keyof typeof ACTS)[]).filter((act) => {
    const move = ACTS[act];
    return move === null || stateAfter(status, move) !== undefined;
  });
}

/** Open, and its day has passed. Days are UTC days. */
export function isLate(
  { status, targetOn }: { readonly status: InitiativeStatus; readonly targetOn: string | null },
  today: string,
): boolean {
  return targetOn !== null && targetOn < today && OPEN_STATUSES.includes(status);
}
