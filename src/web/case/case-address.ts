import { oneOf, word } from '../app/address.js';

/** The parts of a case that are written one at a time; a section is named by its place. */
export type Block =
  | 'details'
  | 'summary'
  | `section-${number}`
  | 'sections'
  | 'timeline'
  | 'factors'
  | 'findings'
  | 'practices'
  | 'actions'
  | 'links';

const BLOCKS = [
  'details',
  'summary',
  'sections',
  'timeline',
  'factors',
  'findings',
  'practices',
  'actions',
  'links',
] as const;

/** In whose zone times are told: the reader's, UTC, or the one each was written in. */
export const ZONES = ['mine', 'utc', 'author'] as const;
export type ZoneChoice = (typeof ZONES)[number];

export const MARKERS = [
  'DETECTION',
  'DIAGNOSIS',
  'REPAIR',
  'COMMUNICATION',
  'RECOVERY',
  'KEY_MOMENT',
  'OTHER',
] as const;

/** What the address says of a case besides which one it is. */
export interface CaseAddress {
  readonly zone?: ZoneChoice | undefined;
  /** The part that is being written. */
  readonly edit?: Block | undefined;
  /** The one kind of timeline entry that is shown. */
  readonly marker?: (typeof MARKERS)[number] | undefined;
  /** The thread of comments that is shown. */
  readonly thread?: string | undefined;
}

const isSection = (block: string | undefined): block is `section-${number}` =>
  block !== undefined && /^section-\d{1,4}$/.test(block);

export function caseAddress(search: Record<string, unknown>): CaseAddress {
  const edit = word(search, 'edit');
  return {
    zone: oneOf({ zone: word(search, 'zone')?.toLowerCase() }, 'zone', ZONES),
    edit: isSection(edit) ? edit : oneOf(search, 'edit', BLOCKS),
    marker: oneOf(search, 'marker', MARKERS),
    thread: word(search, 'thread'),
  };
}
