import type { Severity } from '../../core/vocabulary.js';

/** Why a case is worth reading. */
export const READING_REASONS = ['NEW_OF_OWN', 'NEW', 'OF_OWN', 'AGAIN'] as const;
export type ReadingReason = (typeof READING_REASONS)[number];

/** A published case. */
export interface Published {
  readonly id: string;
  /** That of its key. */
  readonly number: number;
  readonly publishedAt: Date;
  /** Of the gravest incident it is about; null where nobody said. */
  readonly severity: Severity | null;
  /** It is about a service of the reader's teams. */
  readonly isOwn: boolean;
}

export interface WorthReading {
  readonly postmortemId: string;
  readonly reason: ReadingReason;
}

const WEEK_MS = 7 * 86_400_000;
/** How far back a case is read again, in milliseconds: half a year. */
export const READING_MS = 26 * WEEK_MS;

/**
 * One case to read in a week: of those published in it, of an own service rather than another, the
 * gravest; in a week without one, earlier cases take turns. The same for the same week at any later
 * time, and not the one of the week before: of the earlier cases those with an even number have
 * their turn in even weeks and the others in odd ones.
 * @param until when the week was over
 */
export function worthReading(cases: readonly Published[], until: Date): WorthReading | null {
  const end = until.getTime();
  const fresh = freshOf(cases, end);
  if (fresh) return reading(fresh.id, fresh.isOwn ? 'NEW_OF_OWN' : 'NEW');
  const week = Math.floor(end / WEEK_MS);
  const last = freshOf(cases, end - WEEK_MS);
  const old = cases
    .filter(({ number, publishedAt }) => {
      const age = end - publishedAt.getTime();
      return age > 0 && age <= READING_MS && number % 2 === week % 2 && number !== last?.number;
    })
    .sort((one, other) => one.number - other.number);
  const own = old.filter(({ isOwn }) => isOwn);
  const turns = own.length > 0 ? own : old;
  const chosen = turns[Math.floor(week / 2) % turns.length];
  return chosen ? reading(chosen.id, chosen.isOwn ? 'OF_OWN' : 'AGAIN') : null;
}

/** Of the cases published in the week until then the one that is told. */
function freshOf(cases: readonly Published[], end: number): Published | undefined {
  return cases
    .filter(({ publishedAt }) => {
      const age = end - publishedAt.getTime();
      return age > 0 && age <= WEEK_MS;
    })
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))
    .at(0);
}

const reading = (postmortemId: string, reason: ReadingReason): WorthReading => ({
  postmortemId,
  reason,
});

const rankOf = ({ isOwn, severity, number }: Published): string =>
  `${isOwn ? 0 : 1} ${severity ?? 'SEV9'} ${String(number).padStart(10, '0')}`;
