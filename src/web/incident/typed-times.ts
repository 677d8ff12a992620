import { MILESTONES, type MilestoneField, type Times } from '../ui/milestones.js';
import { instantOf, typedOf, wallOf } from '../ui/zone.js';

/** What is in the boxes for the milestones; empty for what is not known. */
export type TypedTimes = Readonly<Record<MilestoneField, string>>;

export const NO_TIMES = forEach(() => null);
export const NOTHING_TYPED = forEach(() => '');

function forEach<Value>(
  value: (field: MilestoneField) => Value,
): Readonly<Record<MilestoneField, Value>> {
  return Object.fromEntries(MILESTONES.map((field) => [field, value(field)])) as Record<
    MilestoneField,
    Value
  >;
}

/** Instants as they are typed in a zone. */
export const typedTimes = (times: Times, zone: string): TypedTimes =>
  forEach((field) => (times[field] === null ? '' : typedOf(times[field], zone)));

const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;

interface ReadTimes {
  readonly times: Times;
  /** Boxes whose text is no time. */
  readonly unread: readonly MilestoneField[];
}

/**
 * What the boxes mean. A time without a day is one of the day of the milestone before it, or soon
 * after midnight; the first one is of today. A box that still says what it was filled with keeps
 * its instant, to the millisecond.
 */
export function readTimes(typed: TypedTimes, zone: string, base: Times = NO_TIMES): ReadTimes {
  const unread: MilestoneField[] = [];
  let before: string | null = null;
  const times = forEach((field) => {
    const text = typed[field].trim();
    const present = base[field];
    let at: string | null;
    if (text === '') return null;
    if (present !== null && text === typedOf(present, zone)) at = present;
    else at = read(text, zone, before);
    if (at === null) unread.push(field);
    else before = at;
    return at;
  });
  return { times, unread };
}

function read(text: string, zone: string, before: string | null): string | null {
  const { day } = wallOf(before ?? new Date().toISOString(), zone);
  const at = instantOf(text, zone, day);
  if (at === null || before === null || /^\d{4}/.test(text)) return at;
  const late = Date.parse(before) - Date.parse(at);
  const crossesMidnight = late > HALF_DAY_MS;
  return crossesMidnight ? new Date(Date.parse(at) + DAY_MS).toISOString() : at;
}

/** The same instants, typed in another zone; what is no time stays as it is. */
export function retyped(typed: TypedTimes, from: string, to: string, base?: Times): TypedTimes {
  const { times } = readTimes(typed, from, base);
  return forEach((field) => (times[field] === null ? typed[field] : typedOf(times[field], to)));
}
