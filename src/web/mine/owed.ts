import { dayAfter, today } from '../action/due.js';
import type { ActionRowFragment, OwedQuery } from '../gql/documents.js';

/** Days ahead that count as near. */
const AHEAD = 7;

/** What a person owes, in the order in which it presses; each action stands in one list. */
export const OWED_LISTS = [
  'overdue',
  'undecided',
  'dueSoon',
  'effect',
  'verify',
  'pausesEnding',
  'later',
] as const;
export type OwedList = (typeof OWED_LISTS)[number];

/** An action, and the day that its list is about, where that is not the due day. */
export interface OwedItem {
  readonly item: ActionRowFragment;
  readonly day: string | null;
}

/** Sorts what waits for a person. */
export function owedOf(
  { open, verified, paused, done }: OwedQuery,
  me: string,
  on = today(),
): Readonly<Record<OwedList, readonly OwedItem[]>> {
  const until = dayAfter(on, AHEAD);
  const isNear = (day: string | null): boolean => day !== null && day <= until;
  const lists: Record<OwedList, OwedItem[]> = {
    overdue: [],
    undecided: [],
    dueSoon: [],
    later: [],
    effect: verified.nodes
      .filter(({ effectCheckOn }) => isNear(effectCheckOn))
      .map((item) => ({ item, day: item.effectCheckOn })),
    // Somebody other than the owner looks whether it is done.
    verify: done.nodes.filter(({ owner }) => owner?.id !== me).map((item) => ({ item, day: null })),
    pausesEnding: paused.nodes
      .filter(({ pausedUntil }) => isNear(pausedUntil))
      .map((item) => ({ item, day: item.pausedUntil })),
  };
  for (const item of open.nodes) lists[listOf(item, on, until)].push({ item, day: null });
  return lists;
}

function listOf({ status, dueOn }: ActionRowFragment, on: string, until: string): OwedList {
  if (dueOn !== null && dueOn < on) return 'overdue';
  if (status === 'PROPOSED') return 'undecided';
  return dueOn !== null && dueOn <= until ? 'dueSoon' : 'later';
}
