import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { NotFoundError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { text } from '../../core/validation.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { LONGEST, SHORTEST } from './review-meeting.states.js';

const ids = z
  .array(z.string())
  .max(LIMITS.shortList)
  .transform((all) => [...new Set(all)]);

/** What a meeting and a series have in common. */
export const meetingFields = {
  title: text.title,
  durationMinutes: z
    .number()
    .int()
    .refine((minutes) => minutes >= SHORTEST && minutes <= LONGEST, { error: 'meetingMinutes' }),
  place: text.title.nullish(),
  facilitatorId: z.string().nullish(),
  teamIds: ids.nullish(),
  personIds: ids.nullish(),
};

interface Named {
  readonly facilitatorId?: string | null | undefined;
  readonly teamIds?: readonly string[] | null | undefined;
  readonly personIds?: readonly string[] | null | undefined;
}

/** @throws NotFoundError for a person or a team that does not exist */
export async function requireKnown(
  tx: TxCtx,
  { facilitatorId, teamIds, personIds }: Named,
): Promise<void> {
  if (facilitatorId) await requirePerson(tx, facilitatorId, ['input', 'facilitatorId']);
  for (const id of teamIds ?? []) {
    if (!(await tx.db.existsBy(TeamEntity, { id }))) {
      throw new NotFoundError('team', ['input', 'teamIds']);
    }
  }
  for (const id of personIds ?? []) await requirePerson(tx, id, ['input', 'personIds']);
}

/** @throws NotFoundError for one who does not exist */
export async function requirePerson(
  tx: TxCtx,
  id: string,
  field: readonly string[],
): Promise<void> {
  if (!(await tx.db.existsBy(PersonEntity, { id }))) throw new NotFoundError('person', field);
}
