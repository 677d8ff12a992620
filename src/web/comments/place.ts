import type { CommentThreadFragment, ThreadPart } from '../gql/documents.js';

/** What of a case is talked about. */
export interface Place {
  readonly part: ThreadPart;
  /** Which entry. */
  readonly partId?: string | undefined;
  /** Which section. */
  readonly heading?: string | undefined;
}

export const WHOLE_CASE: Place = { part: 'CASE' };

/** By what a place is known. */
export const keyOf = ({ part, partId, heading }: Place): string =>
  `${part} ${partId ?? heading ?? ''}`;

/** What is talked about in a thread; the case, once that is gone. */
export function placeOf(thread: CommentThreadFragment): Place {
  const { part, heading, isPartGone, timelineEvent, factor, finding, actionItem } = thread;
  if (isPartGone) return WHOLE_CASE;
  if (part === 'SECTION') return { part, heading: heading ?? '' };
  const entry = timelineEvent ?? factor ?? finding ?? actionItem;
  return entry ? { part, partId: entry.id } : { part };
}

/** What stands at a place in the page. */
export const anchorOf = (place: Place): string => `comments-${encodeURIComponent(keyOf(place))}`;

/** Somebody gives an account of a moment, or of the whole. */
export const takesPerspectives = ({ part }: Place): boolean =>
  part === 'CASE' || part === 'TIMELINE_EVENT';
