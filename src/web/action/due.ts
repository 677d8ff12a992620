import type { TFunction } from 'i18next';

import type { ActionStatus } from '../gql/documents.js';
import { calendarDay } from '../ui/time.js';

const DAY_MS = 86_400_000;

/** Days ahead within which a date is said to be near. */
const SOON_DAYS = 3;
/** Days ahead up to which a date is counted in days. */
const COUNTED_DAYS = 14;

/** The day it is, as fupan counts days: in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The calendar day so many days after another one. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one calendar day to another. */
const daysTo = (day: string, from: string): number =>
  Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);

const OPEN: readonly ActionStatus[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'];

/** How a due date stands: late, near, or neither. */
export type Urgency = 'late' | 'soon' | 'calm';

/** What a due date means today, in words; only what is still open has a clock that runs. */
export function dueState(
  { dueOn, status }: { readonly dueOn: string | null; readonly status: ActionStatus },
  language: string,
  t: TFunction<'action'>,
  on = today(),
): { readonly urgency: Urgency; readonly words: string } {
  if (dueOn === null) return { urgency: 'calm', words: t('noDate') };
  const date = calendarDay(dueOn, language);
  if (!OPEN.includes(status)) return { urgency: 'calm', words: date };
  const days = daysTo(dueOn, on);
  if (days < 0) return { urgency: 'late', words: t('late', { count: -days }) };
  if (days === 0) return { urgency: 'soon', words: t('dueToday') };
  if (days === 1) return { urgency: 'soon', words: t('dueTomorrow') };
  if (days > COUNTED_DAYS) return { urgency: 'calm', words: date };
  return { urgency: days <= SOON_DAYS ? 'soon' : 'calm', words: t('dueIn', { count: days }) };
}
