import type { Severity } from '../../core/vocabulary.js';

/** Why a case is worth reading. */
export const READING_REASONS = ['NEW_OF_OWN', 'NEW', 'OF_OWN', 'AGAIN'] as const;
export type ReadingReason = (typeof READING_REASONS)[number];

/** A published case. */
export interface Published {
  readonly id: string;
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
/** Weeks for which a case is read again. */
const READ_FOR_WEEKS = 26;
/** So many weeks are told again from the first, to know what was in the last. */
const LOOK_BACK = 4;
/** How far back the cases must be known, in milliseconds. */
export const READING_MS = (READ_FOR_WEEKS + LOOK_BACK) * WEEK_MS;

/**
 * One case to read in a week: of those published in it, of an own service rather than another, the
 * gravest; in a week without one, the cases of the last half year take turns. The same for the same
 * week at any later time, and not the one of the week before.
 * @param until when the week was over
 */
export function worthReading(cases: readonly Published[], until: Date): WorthReading | null {
  const weeks = Array.from({ length: LOOK_BACK + 1 }, (_, each) => LOOK_BACK - each);
  return weeks.reduce<WorthReading | null>(
    (last, back) =>
      choiceOf(cases, until.getTime() - back * WEEK_MS).find(
        ({ postmortemId }) => postmortemId !== last?.postmortemId,
      ) ?? null,
    null,
  );
}

/** What could be told in a week, the best first. */
function choiceOf(cases: readonly Published[], until: number): WorthReading[] {
  const known = cases.filter(({ publishedAt }) => {
    const age = until - publishedAt.getTime();
    return age > 0 && age <= READ_FOR_WEEKS * WEEK_MS;
  });
  const fresh = known
    .filter(({ publishedAt }) => until - publishedAt.getTime() <= WEEK_MS)
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))
    .map(({ id, isOwn }) => reading(id, isOwn ? 'NEW_OF_OWN' : 'NEW'));
  const own = known.filter(({ isOwn }) => isOwn);
  const old = (own.length > 1 ? own : known).sort((one, other) => (one.id < other.id ? -1 : 1));
  // One alone cannot take turns.
  if (old.length < 2) return fresh;
  const turn = old.length === 0 ? 0 : Math.floor(until / WEEK_MS) % old.length;
  const again = [...old.slice(turn), ...old.slice(0, turn)].map(({ id, isOwn }) =>
    reading(id, isOwn ? 'OF_OWN' : 'AGAIN'),
  );
  return [...fresh, ...again];
}

const reading = (postmortemId: string, reason: ReadingReason): WorthReading => ({
  postmortemId,
  reason,
});

const rankOf = ({ isOwn, severity, id }: Published): string =>
  `${isOwn ? 0 : 1} ${severity ?? 'SEV9'} ${id}`;
