const DAY_MS = 86_400_000;

/** The week of a day as ISO 8601 numbers it, `2026-W47`; days are UTC days. */
export function weekOf(at: Date): string {
  // A week belongs to the year of its Thursday.
  const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
  const thursday = new Date(at.getTime() + (4 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The week so many weeks after one; one that is none stays as it is. */
export function weeksAfter(week: string, weeks: number): string {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) return week;
  // The fourth of January is always in the first week.
  const fourth = Date.UTC(Number(year), 0, 4);
  return weekOf(new Date(fourth + 7 * DAY_MS * (Number(number) - 1 + weeks)));
}

/** `+3`, `−2`, `±0`. */
export function changeOf({
  now,
  before,
}: {
  readonly now: number;
  readonly before: number;
}): string {
  const change = now - before;
  if (change === 0) return '±0';
  return change > 0 ? `+${change}` : `−${-change}`;
}
