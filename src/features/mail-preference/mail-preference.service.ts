import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { checked } from '../../core/validation.js';
import { updateSingleRow } from '../../infra/database/single-row.js';
import { given } from '../../infra/database/versioned.js';
import { mailChoices, type MailChoices } from './mail-choices.js';
import { MailPreferenceEntity } from './mail-preference.entity.js';
import {
  mailPreferencesOf,
  preferencesOf,
  type MailPreferences,
} from './mail-preference.loaders.js';
import { mayMailPreferences } from './mail-preference.policy.js';

const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  ...mailChoices.partial().shape,
});
/** What is left out stays as it is. */
export type MailPreferencesUpdate = z.input<typeof updateSchema>;

/** Which mail people get, and when. */
@Injectable()
export class MailPreferenceService {
  /** Null where the caller may not see it. */
  async find(ctx: Ctx, personId: string): Promise<MailPreferences | null> {
    if (!mayMailPreferences(ctx.actor, 'see', personId)) return null;
    return mailPreferencesOf(ctx).load(personId);
  }

  /** Changes those of the caller. @throws FupanError FORBIDDEN, VALIDATION, CONFLICT */
  async update(tx: TxCtx, input: MailPreferencesUpdate): Promise<MailPreferences> {
    const personId = personIdOf(tx.actor);
    if (personId === null || !mayMailPreferences(tx.actor, 'change', personId)) {
      throw new ForbiddenError();
    }
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    return change(tx, personId, given(changes), expectedVersion);
  }
}

/** Changes the choices of somebody. For the program itself: who may is asked before. */
export async function change(
  tx: TxCtx,
  personId: string,
  changes: Partial<MailChoices>,
  expectedVersion?: number | null,
): Promise<MailPreferences> {
  const row = (await tx.db.findOneBy(MailPreferenceEntity, { id: personId })) ?? {
    id: personId,
    version: 0,
    choices: {},
  };
  const choices = { ...row.choices, ...changes };
  return preferencesOf(
    await updateSingleRow(tx, MailPreferenceEntity, row, expectedVersion, { choices }),
  );
}
