import {
  resolve,
  withYear,
  type Day,
  type WrittenDay,
  type WrittenTime,
} from '../case-file/prose-time.js';
import type { Language } from '../../core/vocabulary.js';
import type { Stamp } from './pasted-moment.js';

const HOUR = 60 * 60 * 1000;

/**
 * Who pastes a log and a chat one after the other goes back by hours on the same day; whoever
 * passes midnight goes back by nearly a whole one.
 */
const OVER_MIDNIGHT = 6 * HOUR;

/** An instant and the zone it was written in. */
export interface Placed {
  readonly at: Date;
  readonly zone: string;
}

/**
 * Keeps the day while lines are read in order, most of which say only a time. A time that goes back
 * by more than six hours is on the next day; where the newest line comes first, one that goes
 * forward by as much is on the day before.
 */
export class PastedDays {
  #previous: number | undefined;
  /** By zone and day. Zones are slow to ask, and most lines of a paste are of one day. */
  readonly #begins = new Map<string, number | null>();

  constructor(
    private day: Day | undefined,
    private readonly context: {
      readonly language: Language;
      readonly zone: string;
      readonly isNewestFirst: boolean;
    },
  ) {}

  /** Takes a line that is a day and nothing more. */
  set(written: WrittenDay): void {
    const day = withYear(written, this.day);
    if (!day) return;
    this.day = day;
    this.#previous = undefined;
  }

  /** The instant of a line; null where nothing says on which day it is. */
  place(stamp: Stamp): Placed | null {
    if (stamp.epoch !== undefined) return { at: new Date(stamp.epoch), zone: 'UTC' };
    if (stamp.day) this.day = withYear(stamp.day, this.day) ?? this.day;
    if (!this.day || (stamp.day && !withYear(stamp.day, this.day))) return null;
    if (stamp.daysLater === 1) this.day = shifted(this.day, 1);
    const isSaid = stamp.day !== undefined || stamp.daysLater !== undefined;
    const here = this.#on(this.day, stamp);
    const step = isSaid || !here ? 0 : this.#stepFrom(here.at.getTime());
    if (step !== 0) this.day = shifted(this.day, step);
    const placed = step === 0 ? here : this.#on(this.day, stamp);
    if (placed) this.#previous = placed.at.getTime();
    return placed;
  }

  #stepFrom(at: number): number {
    if (this.#previous === undefined) return 0;
    const ahead = at - this.#previous;
    if (this.context.isNewestFirst) return ahead > OVER_MIDNIGHT ? -1 : 0;
    return ahead < -OVER_MIDNIGHT ? 1 : 0;
  }

  #on(day: Day, { time, zone = this.context.zone }: Stamp): Placed | null {
    const name = `${zone} ${day.year}-${day.month}-${day.day}`;
    let begin = this.#begins.get(name);
    if (begin === undefined) this.#begins.set(name, (begin = this.#beginOf(day, zone)));
    if (begin !== null && time.hour < 24)
      return { at: new Date(begin + sinceMidnight(time)), zone };
    const found = resolve({ day, time, zone, length: 0 }, this.context);
    return found ? { at: new Date(found.at), zone } : null;
  }

  /** When a day begins; null for a day on which clocks are changed, or that there is not. */
  #beginOf(day: Day, zone: string): number | null {
    const [begin, end] = [day, shifted(day, 1)].map((each) =>
      Date.parse(resolve({ day: each, zone, length: 0 }, this.context)?.at ?? ''),
    );
    return end !== undefined && begin !== undefined && end - begin === 24 * HOUR ? begin : null;
  }
}

const sinceMidnight = ({ hour, minute, second, millisecond }: WrittenTime): number =>
  hour * HOUR + minute * 60_000 + second * 1_000 + millisecond;

function shifted(day: Day, by: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether the newest of some times comes first, as in many chats and logs. */
export function isNewestFirst(stamps: readonly Stamp[]): boolean {
  let [rises, drops] = [0, 0];
  let previous: number | undefined;
  for (const { time, day, epoch } of stamps) {
    const now =
      epoch ??
      ((day?.year ?? 0) * 372 + (day?.month ?? 0) * 31 + (day?.day ?? 0)) * 24 * HOUR +
        (time.hour * 60 + time.minute) * 60_000 +
        time.second * 1_000;
    if (previous !== undefined && now !== previous) {
      if (now > previous) rises += 1;
      else drops += 1;
    }
    previous = now;
  }
  return drops > rises && drops > 1;
}
