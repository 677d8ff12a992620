import type { ActionStatus } from '../../core/vocabulary.js';
import { daysBetween } from '../../core/working-days.js';

/** An action that somebody has still to do, or that is set aside. */
export interface OpenAction {
  readonly status: ActionStatus;
  readonly dueOn: string | null;
  /** The day on which it was proposed, `YYYY-MM-DD`. */
  readonly proposedOn: string;
}

/** How many open actions are of one age, and how they stand. */
export interface AgeBand {
  /** Days since the proposal, both included. */
  readonly fromDays: number;
  /** Null for any age above. */
  readonly toDays: number | null;
  readonly inTime: number;
  readonly overdue: number;
  readonly withoutDate: number;
  readonly paused: number;
}

export interface ActionAgeing {
  readonly count: number;
  /** Whole days; null where nothing is open. By nearest rank: one of the ages that there are. */
  readonly medianDays: number | null;
  readonly p90Days: number | null;
  readonly bands: readonly AgeBand[];
}

/** The last day of each band but the last: a week, and what P1, P2, a quarter and half a year come to. */
const BAND_ENDS = [7, 28, 56, 91, 182] as const;

/** How long what is open has been waiting, on a day. */
export function ageingOf(actions: readonly OpenAction[], today: string): ActionAgeing {
  const bands = [...BAND_ENDS, null].map((toDays, index) => ({
    fromDays: index === 0 ? 0 : (BAND_ENDS[index - 1] ?? 0) + 1,
    toDays,
    inTime: 0,
    overdue: 0,
    withoutDate: 0,
    paused: 0,
  }));
  const ages: number[] = [];
  for (const action of actions) {
    const age = Math.max(0, daysBetween(action.proposedOn, today));
    ages.push(age);
    const band = bands.find(({ toDays }) => toDays === null || age <= toDays);
    if (band) band[standingOf(action, today)] += 1;
  }
  ages.sort((one, other) => one - other);
  return {
    count: ages.length,
    medianDays: nearestRank(ages, 0.5),
    p90Days: nearestRank(ages, 0.9),
    bands,
  };
}

function standingOf(
  { status, dueOn }: OpenAction,
  today: string,
): 'inTime' | 'overdue' | 'withoutDate' | 'paused' {
  if (status === 'PAUSED') return 'paused';
  if (dueOn === null) return 'withoutDate';
  return dueOn < today ? 'overdue' : 'inTime';
}

/** The smallest value that at least this share of them does not exceed; null of nothing. */
const nearestRank = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.ceil(share * sorted.length) - 1] ?? null;

/** How many actions there were at an instant, by how far they had come. */
export interface BurnUpPoint {
  /** The week that was over then, or is not over yet. */
  readonly week: string;
  readonly at: Date;
  /** Proposed by then, those given up left out. */
  readonly proposed: number;
  readonly done: number;
  readonly verified: number;
  readonly effective: number;
  readonly rejected: number;
}

/** Of each state, what else is true of an action in it: what works was verified, and that was done. */
const REACHED: Readonly<
  Record<'proposed' | 'done' | 'verified' | 'effective' | 'rejected', readonly ActionStatus[]>
> = {
  proposed: ['PROPOSED', 'COMMITTED', 'IN_PROGRESS', 'PAUSED', 'DONE', 'VERIFIED', 'EFFECTIVE'],
  done: ['DONE', 'VERIFIED', 'EFFECTIVE'],
  verified: ['VERIFIED', 'EFFECTIVE'],
  effective: ['EFFECTIVE'],
  rejected: ['REJECTED'],
};

/** Counts by state, as one point of a burn-up. */
export function pointOf(
  at: { readonly week: string; readonly at: Date },
  countOf: (status: ActionStatus) => number,
): BurnUpPoint {
  const reached = (what: keyof typeof REACHED): number =>
    REACHED[what].reduce((sum, status) => sum + countOf(status), 0);
  return {
    ...at,
    proposed: reached('proposed'),
    done: reached('done'),
    verified: reached('verified'),
    effective: reached('effective'),
    rejected: reached('rejected'),
  };
}
