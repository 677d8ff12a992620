/** Days on which the week does not go its usual way, as the API has them. */
export interface SpecialDays {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly isWorked: boolean;
}

const LINE =
  /^([+-])?\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:\s*(?:\.\.|[-–—~～至]|to)\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}))?[\s,，:：]+(\S.*)$/;

/** What people call a day that is worked in place of another. */
const WORKED = /補班|补班|上班|調休|调休|make-?up/i;

/**
 * Reads days as people write them, one range on each line: `2026-02-16 – 2026-02-20 春節`. A plus
 * before it, or a name like 補班, says that it is worked; a minus that it is not, whatever its name.
 */
export function specialDaysIn(text: string): {
  readonly found: readonly SpecialDays[];
  /** What is no such line. */
  readonly unclear: readonly string[];
} {
  const found: SpecialDays[] = [];
  const unclear: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const [, sign, first = '', last = first, name = ''] = LINE.exec(trimmed) ?? [];
    const from = dayOf(first);
    const to = dayOf(last);
    if (from === null || to === null || to < from) unclear.push(trimmed);
    else {
      const isWorked = sign === undefined ? WORKED.test(name) : sign === '+';
      found.push({ from, to, name, isWorked });
    }
  }
  return { found, unclear };
}

/** The inverse of `specialDaysIn`. */
export function linesOf(days: readonly SpecialDays[]): string {
  return days
    .map(({ from, to, name, isWorked }) => {
      const sign = isWorked ? '+ ' : WORKED.test(name) ? '- ' : '';
      return `${sign}${from}${to === from ? '' : ` – ${to}`} ${name}`;
    })
    .join('\n');
}

/** `2026/2/3` as `2026-02-03`; null for a day that is none. */
function dayOf(text: string): string | null {
  const [year = '', month = '', day = ''] = text.split(/[-/.]/);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(iso);
  return exists ? iso : null;
}
