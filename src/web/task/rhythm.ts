/** Monday first, as RFC 5545 writes them. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Which of its weekdays in a month; -1 is the last one. */
export const PLACES = [1, 2, 3, 4, -1] as const;
export type Place = (typeof PLACES)[number];

/** What most rules say, in the words of a form; `every` counts days, weeks, months or years. */
export type Rhythm =
  | { readonly kind: 'days' | 'years'; readonly every: number }
  | { readonly kind: 'weeks'; readonly every: number; readonly weekdays: readonly Weekday[] }
  /** A day of the month; -1 is the last one. */
  | { readonly kind: 'monthDay'; readonly every: number; readonly day: number }
  | {
      readonly kind: 'monthWeekday';
      readonly every: number;
      readonly place: Place;
      readonly weekday: Weekday;
    }
  /** Any other rule, as it is. */
  | { readonly kind: 'rule'; readonly rule: string };

export const RHYTHMS = ['days', 'weeks', 'monthDay', 'monthWeekday', 'years', 'rule'] as const;

const isWeekday = (text: string): text is Weekday => WEEKDAYS.some((each) => each === text);
const isPlace = (number: number): number is Place => PLACES.some((each) => each === number);

/** The day of the week of a day, `YYYY-MM-DD`. */
export function weekdayOf(day: string): Weekday {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'MO';
}

/** Reads a rule that counts from a day. */
export function rhythmOf(rule: string, startsOn: string): Rhythm {
  const {
    FREQ,
    INTERVAL = '1',
    ...by
  } = Object.fromEntries(
    rule.split(';').map((part) => part.split('=') as [string, string]),
  ) as Record<string, string | undefined>;
  const every = Number(INTERVAL);
  const [name, ...others] = Object.keys(by);
  const value = name === undefined ? '' : (by[name] ?? '');
  if (others.length === 0) {
    if (FREQ === 'DAILY' && name === undefined) return { kind: 'days', every };
    if (FREQ === 'YEARLY' && name === undefined) return { kind: 'years', every };
    if (FREQ === 'WEEKLY' && (name === undefined || name === 'BYDAY')) {
      const weekdays = name === undefined ? [weekdayOf(startsOn)] : value.split(',');
      if (weekdays.every(isWeekday)) return { kind: 'weeks', every, weekdays };
    }
    if (FREQ === 'MONTHLY' && (name === undefined || name === 'BYMONTHDAY')) {
      const day = Number(name === undefined ? startsOn.slice(8) : value);
      if (day === -1 || (day >= 1 && day <= 31)) return { kind: 'monthDay', every, day };
    }
    const [, number = '', weekday = ''] = /^(-?\d)([A-Z]{2})$/.exec(value) ?? [];
    const place = Number(number);
    if (FREQ === 'MONTHLY' && name === 'BYDAY' && isPlace(place) && isWeekday(weekday)) {
      return { kind: 'monthWeekday', every, place, weekday };
    }
  }
  return { kind: 'rule', rule };
}

/** The inverse of `rhythmOf`. */
export function ruleOf(rhythm: Rhythm): string {
  if (rhythm.kind === 'rule') return rhythm.rule;
  const part = rhythm.every === 1 ? '' : `;INTERVAL=${rhythm.every}`;
  switch (rhythm.kind) {
    case 'days':
      return `FREQ=DAILY${part}`;
    case 'weeks': {
      const days = WEEKDAYS.filter((day) => rhythm.weekdays.includes(day));
      return `FREQ=WEEKLY${part};BYDAY=${days.join(',')}`;
    }
    case 'monthDay':
      return `FREQ=MONTHLY${part};BYMONTHDAY=${rhythm.day}`;
    case 'monthWeekday':
      return `FREQ=MONTHLY${part};BYDAY=${rhythm.place}${rhythm.weekday}`;
    case 'years':
      return `FREQ=YEARLY${part}`;
  }
}

/** One of a kind, to begin with. */
export function freshRhythm(kind: Rhythm['kind'], startsOn: string, before: Rhythm): Rhythm {
  const weekday = weekdayOf(startsOn);
  switch (kind) {
    case 'weeks':
      return { kind, every: 1, weekdays: [weekday] };
    case 'monthDay':
      return { kind, every: 1, day: Number(startsOn.slice(8)) };
    case 'monthWeekday':
      return { kind, every: 1, place: 1, weekday };
    case 'rule':
      return { kind, rule: ruleOf(before) };
    default:
      return { kind, every: 1 };
  }
}
