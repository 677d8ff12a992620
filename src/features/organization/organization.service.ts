import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { roleAllows, type Actor } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { checked, text } from '../../core/validation.js';
import { leadersSchedule, weeklySchedule } from '../../core/weekly-schedule.js';
import { updateSingleRow } from '../../infra/database/single-row.js';
import { given } from '../../infra/database/versioned.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';
import { OrganizationEntity } from './organization.entity.js';

const updateSchema = z.object({
  name: text.name.nullish(),
  calendarId: z.string().nullish(),
  digestSchedule: weeklySchedule.nullish(),
  leadersDigest: leadersSchedule
    .partial({ personIds: true })
    .transform(({ personIds = null, ...when }) => ({ ...when, personIds }))
    .nullish(),
  expectedVersion: z.number().int().nullish(),
});

export type OrganizationUpdate = z.input<typeof updateSchema>;

const ID = 'organization';
/** Before anybody has said anything. */
const UNSAID: OrganizationEntity = {
  id: ID,
  version: 0,
  name: null,
  calendarId: null,
  digestSchedule: null,
  leadersDigest: null,
};

/** Whether the actor may change what is known of the organization. */
const mayKeepOrganization = (actor: Actor): boolean => roleAllows(actor, 'administer');

/** What is known of the organization whose library it is. */
@Injectable()
export class OrganizationService {
  async find(ctx: Ctx): Promise<OrganizationEntity> {
    return (await ctx.db.findOneBy(OrganizationEntity, { id: ID })) ?? UNSAID;
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, CONFLICT, NOT_FOUND for the calendar */
  async update(tx: TxCtx, input: OrganizationUpdate): Promise<OrganizationEntity> {
    if (!mayKeepOrganization(tx.actor)) throw new ForbiddenError();
    const row = await this.find(tx);
    const values = checked(updateSchema, input);
    const { expectedVersion, ...said } = values;
    const { calendarId = null } = said;
    if (calendarId !== null && !(await tx.db.existsBy(WorkCalendarEntity, { id: calendarId }))) {
      throw new NotFoundError('calendar', ['input', 'calendarId']);
    }
    const changes = given(said);
    return updateSingleRow(tx, OrganizationEntity, row, expectedVersion, changes);
  }
}
