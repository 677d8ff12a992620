import type { CaseEventFragment } from '../gql/documents.js';
import { offsetAt, wallOf } from '../ui/zone.js';
import type { ZoneChoice } from './case-address.js';

/** An entry of the timeline with what has to be said before it. */
export interface Row {
  readonly event: CaseEventFragment;
  /** The zone its time is told in. */
  readonly zone: string;
  /** The calendar day, where it is another than that of the entry before. */
  readonly newDay: string | null;
  /** Whether its zone is another than that of the entry before. */
  readonly isNewZone: boolean;
  /** Seconds before it in which nothing was recorded; null where that is nothing unusual. */
  readonly gap: number | null;
}

/** Seconds below which a silence is nothing unusual, however busy the timeline is. */
const SHORTEST_GAP_S = 600;
/** A silence is unusual from so many times the usual distance between two entries. */
const UNUSUAL = 3;

/** Seconds from which a silence between two entries of this timeline is pointed at. */
export function gapFrom(events: readonly Pick<CaseEventFragment, 'at'>[]): number {
  const distances = distancesOf(events).sort((one, other) => one - other);
  const usual = distances[Math.floor(distances.length / 2)] ?? 0;
  return Math.max(SHORTEST_GAP_S, usual * UNUSUAL);
}

/** Seconds from each entry to the next one; entries of the same moment say nothing of how dense it is. */
const distancesOf = (events: readonly Pick<CaseEventFragment, 'at'>[]): number[] =>
  events
    .slice(1)
    .map(({ at }, place) => (Date.parse(at) - Date.parse(events[place]?.at ?? at)) / 1_000)
    .filter((distance) => distance > 0);

/** The entries with what stands between them. */
export function rowsOf(
  events: readonly CaseEventFragment[],
  choice: ZoneChoice,
  mine: string,
): Row[] {
  const longest = gapFrom(events);
  return events.map((event, place) => {
    const before = events[place - 1];
    const zone = zoneFor(event, choice, mine);
    const { day } = wallOf(event.at, zone);
    const silence = before ? (Date.parse(event.at) - Date.parse(before.at)) / 1_000 : 0;
    const zoneBefore = before ? zoneFor(before, choice, mine) : zone;
    return {
      event,
      zone,
      newDay: before && wallOf(before.at, zoneBefore).day === day ? null : day,
      isNewZone: before !== undefined && !isSameTime(event.at, zone, zoneBefore),
      gap: silence > longest ? silence : null,
    };
  });
}

function zoneFor(event: CaseEventFragment, choice: ZoneChoice, mine: string): string {
  if (choice === 'author') return event.zone;
  return choice === 'utc' ? 'UTC' : mine;
}

/** Whether clocks in both zones show the same, whatever the zones are called. */
const isSameTime = (at: string, one: string, other: string): boolean =>
  one === other || offsetAt(Date.parse(at), one) === offsetAt(Date.parse(at), other);
