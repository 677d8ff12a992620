import { oneOf, word } from '../app/address.js';

/** What the address of the list of review meetings says. */
export interface MeetingsAddress {
  /** What is shown instead of the meetings to come. */
  readonly tab?: 'past' | 'series' | undefined;
  /** The form that is open: `meeting`, `series`, or the id of a series. */
  readonly edit?: string | undefined;
}

/** Reads the address of the list. */
export const meetingsAddress = (search: Record<string, unknown>): MeetingsAddress => ({
  tab: oneOf(search, 'tab', ['past', 'series']),
  edit: word(search, 'edit'),
});

/** What the address of one review meeting says. */
export interface MeetingAddress {
  /** Which side of a meeting that was held is shown. */
  readonly tab?: 'minutes' | 'agenda' | undefined;
  readonly edit?: string | undefined;
  /** The key of the case that is on the wall. */
  readonly show?: string | undefined;
}

/** Reads the address of one meeting. */
export const meetingAddress = (search: Record<string, unknown>): MeetingAddress => ({
  tab: oneOf(search, 'tab', ['minutes', 'agenda']),
  edit: word(search, 'edit'),
  show: word(search, 'show'),
});
