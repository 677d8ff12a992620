import { FupanError } from '../../core/errors.js';

/** The life of a review meeting. */
export const MEETING_STATES = ['PLANNED', 'RUNNING', 'ENDED', 'CANCELED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** It is to come or going on: what is on its agenda waits for it. */
export const OPEN_STATES: readonly MeetingState[] = ['PLANNED', 'RUNNING'];

/** What became of a case on an agenda. */
export const REVIEW_OUTCOMES = ['DISCUSSED', 'CARRIED_OVER'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What somebody who is invited may answer. */
export const MEETING_ANSWERS = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type MeetingAnswer = (typeof MEETING_ANSWERS)[number];

/** Whether somebody was there. */
export const PRESENCES = ['PRESENT', 'ABSENT'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What can be done with a meeting as a whole. */
export const MEETING_ACTS = [
  'UPDATE',
  'START',
  'END',
  'CANCEL',
  'SET_CLOSING',
  'SEND_MINUTES',
] as const;
export type MeetingAct = (typeof MEETING_ACTS)[number];

const POSSIBLE: Readonly<Record<MeetingAct, readonly MeetingState[]>> = {
  UPDATE: OPEN_STATES,
  START: ['PLANNED'],
  END: ['RUNNING'],
  CANCEL: OPEN_STATES,
  SET_CLOSING: ['RUNNING', 'ENDED'],
  SEND_MINUTES: ['ENDED'],
};

/** Whether a meeting in this state can have that done to it. */
export function isPossible(act: MeetingAct, state: MeetingState): boolean {
  return POSSIBLE[act].includes(state);
}

/** @throws FupanError WRONG_STATE unless the meeting is in one of these states */
export function requireState(
  { state }: { readonly state: MeetingState },
  states: readonly MeetingState[],
  field: readonly string[] = ['id'],
): void {
  if (!states.includes(state)) {
    throw new FupanError('WRONG_STATE', 'WRONG_STATE', { status: state }, field);
  }
}

/** Minutes that a meeting may last. */
export const SHORTEST = 5;
export const LONGEST = 480;
