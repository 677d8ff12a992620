import { In } from 'typeorm';

import { defineLoader } from '../../core/loader.js';
import { membershipsOfPerson } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import type { Ctx } from '../../core/ctx.js';
import { DEFAULT_CHOICES, momentForMail, type MailChoices } from './mail-choices.js';
import { MailPreferenceEntity } from './mail-preference.entity.js';

/** Choices as they hold, and how often they were changed. */
export type MailPreferences = MailChoices & Pick<MailPreferenceEntity, 'version'>;

/** Which mail somebody wants. For the program itself: who may see it is asked at the door. */
export const mailPreferencesOf = defineLoader(
  async (ctx, personIds: readonly string[]): Promise<MailPreferences[]> => {
    const rows = await ctx.db.findBy(MailPreferenceEntity, { id: In([...personIds]) });
    const byPerson = new Map(rows.map((row) => [row.id, row]));
    return personIds.map((id) => preferencesOf(byPerson.get(id)));
  },
);

export function preferencesOf(row: MailPreferenceEntity | undefined): MailPreferences {
  return { ...DEFAULT_CHOICES, ...row?.choices, version: row?.version ?? 0 };
}

/**
 * When mail that comes by itself may reach somebody, at or after an instant: in none of their quiet
 * hours, on a day that is worked in the first of their teams, or else in the organization.
 */
export async function momentForPerson(
  ctx: Ctx,
  { id, zone }: Pick<PersonEntity, 'id' | 'zone'>,
  at: Date,
): Promise<Date> {
  const [first] = await membershipsOfPerson(ctx).load(id);
  const days = await calendarOfTeam(ctx).load(first?.teamId ?? '');
  return momentForMail(at, zone ?? days.zone, days, await mailPreferencesOf(ctx).load(id));
}
