import type { ActionAct, ActionStatus } from '../../core/vocabulary.js';
import { daysBetween, plusDays } from '../../core/working-days.js';
import type { Happening, Standing } from './digest.read.js';

/** What the lists of a digest are, in the order in which they are read. */
export const DIGEST_SECTIONS = [
  'CAME_BACK',
  'OVERDUE',
  'EXTENDED_AGAIN',
  'DUE',
  'EFFECT_CHECK',
  'PAUSE_ENDING',
  'TO_VERIFY',
  'NEW',
  'EXTENDED',
  'DONE',
  'VERIFIED',
  'EFFECTIVE',
  'REJECTED',
] as const;
export type DigestSectionKind = (typeof DIGEST_SECTIONS)[number];

/** One action in a list of a digest. */
export interface DigestEntry {
  readonly actionItemId: string;
  readonly postmortemId: string;
  /** As they stood at the cut-off, or just after what happened. */
  readonly title: string;
  readonly status: ActionStatus;
  readonly ownerId: string | null;
  /** The day that the list is about: due, to be checked, the end of the pause; null where it is about what happened. */
  readonly day: string | null;
  /** Whole days from that day to the cut-off: above 0 it is over. Null without a day. */
  readonly daysLate: number | null;
  /** What was said about what happened. */
  readonly reason: string | null;
}

export interface DigestSection {
  readonly kind: DigestSectionKind;
  /** How many there are in all. */
  readonly count: number;
  /** The first of them. */
  readonly entries: readonly DigestEntry[];
}

/** How much there is of something, and how much there was a week before. */
export interface DigestNumber {
  readonly now: number;
  readonly before: number;
}

export interface DigestNumbers {
  /** Proposed, committed or in progress at the cut-off. */
  readonly open: DigestNumber;
  /** Of those, after their due day. */
  readonly overdue: DigestNumber;
  /** Proposed within the week. */
  readonly proposed: DigestNumber;
  readonly done: DigestNumber;
  readonly verified: DigestNumber;
  readonly effective: DigestNumber;
  /** Put off within the week. */
  readonly extended: DigestNumber;
}

export interface DigestContent {
  readonly numbers: DigestNumbers;
  /** Only those that hold something. */
  readonly sections: readonly DigestSection[];
}

/** What a digest is made from: how things stood, and what happened, in a week and the one before. */
export interface DigestFacts {
  /** The day on which the next week begins, `YYYY-MM-DD`; the cut-off is its beginning. */
  readonly day: string;
  readonly standing: readonly Standing[];
  readonly standingBefore: readonly Standing[];
  readonly happened: readonly Happening[];
  readonly happenedBefore: readonly Happening[];
  /** What waits for the reader to check it; left out: what was done. */
  readonly toVerify?: readonly Standing[] | undefined;
  /** The ids of what was put off twice or more; left out: that is not told. */
  readonly extendedAgain?: ReadonlySet<string> | undefined;
}

/** Entries of one list; more would not be read, and the board has them all. */
const MOST_ENTRIES = 50;
/** Days ahead that a digest looks: until the next one. */
const AHEAD = 7;

const OPEN: readonly ActionStatus[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'];

/** The acts of which the lists and the numbers tell. */
const TOLD = {
  NEW: 'CREATE',
  EXTENDED: 'EXTEND',
  DONE: 'COMPLETE',
  VERIFIED: 'VERIFY',
  EFFECTIVE: 'CONFIRM_EFFECT',
  REJECTED: 'REJECT',
} as const satisfies Partial<Record<DigestSectionKind, ActionAct>>;

/** Makes a digest. The same facts make the same digest: nothing in it depends on when it is made. */
export function digestOf(
  facts: DigestFacts,
  kinds: readonly DigestSectionKind[] = DIGEST_SECTIONS,
): DigestContent {
  const { day, standing, happened, extendedAgain } = facts;
  const until = plusDays(day, AHEAD);
  const byDay = (kind: DigestSectionKind, dayOf: (item: Standing) => string | null) =>
    section(
      kind,
      standing.flatMap((item) => entryOn(item, dayOf(item), day)).sort(byDayThenPriority),
    );
  const lists: Record<DigestSectionKind, DigestSection> = {
    CAME_BACK: section('CAME_BACK', cameBack(happened)),
    EXTENDED_AGAIN: byDay('EXTENDED_AGAIN', (item) =>
      isOpen(item) && extendedAgain?.has(item.id) ? item.dueOn : null,
    ),
    OVERDUE: byDay('OVERDUE', (item) =>
      isOpen(item) && isBefore(item.dueOn, day) ? item.dueOn : null,
    ),
    DUE: byDay('DUE', (item) =>
      isOpen(item) && !isBefore(item.dueOn, day) && isBefore(item.dueOn, until) ? item.dueOn : null,
    ),
    EFFECT_CHECK: byDay('EFFECT_CHECK', ({ status, effectCheckOn }) =>
      status === 'VERIFIED' && isBefore(effectCheckOn, until) ? effectCheckOn : null,
    ),
    PAUSE_ENDING: byDay('PAUSE_ENDING', ({ status, pausedUntil }) =>
      status === 'PAUSED' && isBefore(pausedUntil, until) ? pausedUntil : null,
    ),
    TO_VERIFY: section(
      'TO_VERIFY',
      (facts.toVerify ?? standing.filter(isDone)).map((item) => entry(item)),
    ),
    NEW: told('NEW', happened),
    EXTENDED: told('EXTENDED', happened),
    DONE: told('DONE', happened),
    VERIFIED: told('VERIFIED', happened),
    EFFECTIVE: told('EFFECTIVE', happened),
    REJECTED: told('REJECTED', happened),
  };
  return {
    numbers: numbersOf(facts),
    sections: kinds.map((kind) => lists[kind]).filter(({ count }) => count > 0),
  };
}

export function numbersOf({
  day,
  standing,
  standingBefore,
  happened,
  happenedBefore,
}: DigestFacts): DigestNumbers {
  const lastDay = plusDays(day, -AHEAD);
  const overdue = (items: readonly Standing[], on: string): number =>
    items.filter((item) => isOpen(item) && isBefore(item.dueOn, on)).length;
  const acts = (act: ActionAct): DigestNumber => ({
    now: latestOf(act, happened).length,
    before: latestOf(act, happenedBefore).length,
  });
  return {
    open: { now: standing.filter(isOpen).length, before: standingBefore.filter(isOpen).length },
    overdue: { now: overdue(standing, day), before: overdue(standingBefore, lastDay) },
    proposed: acts('CREATE'),
    done: acts('COMPLETE'),
    verified: acts('VERIFY'),
    effective: acts('CONFIRM_EFFECT'),
    extended: acts('EXTEND'),
  };
}

const told = (kind: keyof typeof TOLD, happened: readonly Happening[]): DigestSection =>
  section(
    kind,
    latestOf(TOLD[kind], happened).map((event) => ({ ...entry(event), reason: event.reason })),
  );

/** What was thought to be mended, and is open again. */
const cameBack = (happened: readonly Happening[]): DigestEntry[] =>
  latestOf(
    'REOPEN',
    happened.filter(({ fromStatus }) => fromStatus === 'VERIFIED' || fromStatus === 'EFFECTIVE'),
  ).map((event) => ({ ...entry(event), reason: event.reason }));

/** Of each action that this was done to, the last time: what was done twice in a week counts once. */
function latestOf(act: ActionAct, happened: readonly Happening[]): readonly Happening[] {
  const latest = new Map<string, Happening>();
  for (const event of happened) if (event.act === act) latest.set(event.id, event);
  return [...latest.values()];
}

function section(kind: DigestSectionKind, entries: readonly DigestEntry[]): DigestSection {
  return { kind, count: entries.length, entries: entries.slice(0, MOST_ENTRIES) };
}

function entry(item: Standing): DigestEntry {
  const { id: actionItemId, postmortemId, title, status, ownerId } = item;
  return {
    actionItemId,
    postmortemId,
    title,
    status,
    ownerId,
    day: null,
    daysLate: null,
    reason: null,
  };
}

function entryOn(
  item: Standing,
  on: string | null,
  day: string,
): (DigestEntry & Pick<Standing, 'priority'>)[] {
  if (on === null) return [];
  const { priority } = item;
  return [{ ...entry(item), priority, day: on, daysLate: daysBetween(on, day) }];
}

/** What has waited longest leads; on one day what is most urgent. */
function byDayThenPriority(
  one: DigestEntry & Pick<Standing, 'priority'>,
  other: DigestEntry & Pick<Standing, 'priority'>,
): number {
  const key = ({ day, priority, actionItemId }: typeof one): string =>
    `${day ?? ''} ${priority ?? 'P9'} ${actionItemId}`;
  return key(one) < key(other) ? -1 : 1;
}

export const isDone = ({ status }: Standing): boolean => status === 'DONE';
const isOpen = ({ status }: Standing): boolean => OPEN.includes(status);
const isBefore = (day: string | null, other: string): boolean => day !== null && day < other;
