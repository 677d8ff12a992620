/** Seconds in each unit, the longest first. */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

let chosenZone: string | null = null;

/** Has times shown in the zone that somebody has chosen; null for that of the browser. */
export function setChosenZone(zone: string | null): void {
  chosenZone = zone;
}

/** One's own zone, such as `Asia/Taipei`: the one that was chosen, or that of the browser. */
export const browserZone = (): string =>
  chosenZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How long ago or ahead an instant is, in the words of a language: `3 days ago`. */
export function ago(at: string, language: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1_000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.round(seconds / length), unit);
  }
  return words.format(0, 'second');
}

/** The day of an instant: `11 Mar 2024`. */
export const dayOf = (at: string, language: string, zone = browserZone()): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(new Date(at));

/** An instant to the second with the name of its zone. */
export const exactTime = (at: string, language: string, zone = browserZone()): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone: zone,
  }).format(new Date(at));

/** A calendar day, `2026-03-11`, in words. */
export const calendarDay = (day: string, language: string): string =>
  dayOf(`${day}T00:00:00Z`, language, 'UTC');

/** A span as people say it, with its two longest units: `1 h 23 min`. */
export function span(seconds: number, language: string): string {
  const whole = Math.round(Math.abs(seconds));
  const parts: [number, 'day' | 'hour' | 'minute' | 'second'][] = [
    [Math.floor(whole / 86_400), 'day'],
    [Math.floor((whole % 86_400) / 3_600), 'hour'],
    [Math.floor((whole % 3_600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2);
  const text = shown
    .filter(([amount], place) => amount > 0 || place === 0)
    .map(([amount, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ');
  return seconds < 0 ? `−${text}` : text;
}
