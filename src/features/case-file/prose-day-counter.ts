import {
  nextDay,
  resolve,
  withYear,
  type Day,
  type TimeContext,
  type WrittenDay,
  type WrittenMoment,
} from './prose-time.js';

type Instant = NonNullable<ReturnType<typeof resolve>>;

/** A list in order that goes back by this much, in milliseconds, has passed midnight. */
const BACK = 60 * 60 * 1000;
const DAY = 24 * BACK;

/** Keeps the day while the entries of a timeline are read in order, most of which say only a time. */
export class DayCounter {
  /** The day that was last named, from which `次日` counts. */
  private named: Day | undefined;
  private previous: { at: number; zone: string } | undefined;

  /**
   * @param day on which the first entry is
   * @param ascending whether the entries go forward; going back means nothing in a list that has no order
   */
  constructor(
    private day: Day | undefined,
    private readonly ascending: boolean,
  ) {
    this.named = day;
  }

  /** Takes a line that is a day and nothing more; false if its year is not known. */
  set(written: WrittenDay): boolean {
    const day = withYear(written, this.day);
    if (day) this.named = this.day = day;
    this.previous = undefined;
    return day !== undefined;
  }

  /** The instant of an entry; undefined where nothing says on which day it is. */
  place(moment: WrittenMoment, context: TimeContext): Instant | undefined {
    if (moment.day) this.named = this.day = withYear(moment.day, this.day);
    else if (moment.daysLater !== undefined && this.named)
      this.day = moment.daysLater === 0 ? this.named : nextDay(this.named);
    const instant = this.day && this.near(moment, this.day, context);
    if (instant) this.previous = { at: Date.parse(instant.at), zone: instant.zone };
    return instant;
  }

  private near(moment: WrittenMoment, day: Day, context: TimeContext): Instant | undefined {
    const instant = resolve({ ...moment, day }, context);
    const { previous } = this;
    const said = moment.day ?? moment.daysLater;
    if (!instant || !previous || said !== undefined || !this.ascending) return instant;
    const ahead = Date.parse(instant.at) - previous.at;
    if (previous.zone === instant.zone) {
      if (ahead > -BACK) return instant;
      this.day = nextDay(day);
      return resolve({ ...moment, day: this.day }, context);
    }
    // `08:15 JST` among times of UTC: there it may be the day after or before already.
    const step = ahead <= -BACK ? 1 : ahead >= DAY - BACK ? -1 : 0;
    return step === 0 ? instant : resolve({ ...moment, day: shifted(day, step) }, context);
  }
}

function shifted(day: Day, by: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
