import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import type { InitiativeStatus } from '../../core/vocabulary.js';
import { takeNumbers } from '../../infra/database/keys.js';
import { given } from '../../infra/database/versioned.js';
import { requireKnown } from '../action-item/action-item.service.js';
import { InitiativeHistory } from './initiative-history.service.js';
import { InitiativeEntity } from './initiative.entity.js';
import { mayInitiative } from './initiative.policy.js';

const createSchema = z.object({
  title: text.title,
  goal: text.entry.nullish(),
  teamId: z.string().nullish(),
  ownerId: z.string().nullish(),
  targetOn: z.iso.date().nullish(),
});
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type InitiativeCreate = z.input<typeof createSchema>;
export type InitiativeUpdate = z.input<typeof updateSchema>;

/** Somebody answers for it in these; from DONE it can be under way again. */
const OWNED: readonly InitiativeStatus[] = ['ACTIVE', 'DONE'];

/** Writing and changing initiatives; `InitiativeLifecycle` moves them from state to state. */
@Injectable()
export class Initiatives {
  constructor(private readonly history: InitiativeHistory) {}

  /** The initiative with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<InitiativeEntity | null> {
    if (!mayInitiative(ctx.actor, 'read') || (!by.id && !by.key)) return null;
    return ctx.db.findOneBy(InitiativeEntity, {
      ...(by.id ? { id: by.id } : {}),
      ...(by.key ? { key: by.key.toUpperCase() } : {}),
    });
  }

  /** Proposes one. @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for what it names */
  async create(tx: TxCtx, input: InitiativeCreate): Promise<InitiativeEntity> {
    if (!mayInitiative(tx.actor, 'edit')) throw new ForbiddenError();
    const values = checked(createSchema, input);
    await requireKnown(tx, values);
    const number = await takeNumbers(tx, 'INI');
    const now = tx.clock.now();
    const row: InitiativeEntity = {
      id: newId(),
      version: 1,
      key: `INI-${number}`,
      number,
      title: values.title,
      goal: values.goal ?? null,
      status: 'PROPOSED',
      reason: null,
      teamId: values.teamId ?? null,
      ownerId: values.ownerId ?? null,
      targetOn: values.targetOn ?? null,
      createdAt: now,
      updatedAt: now,
    };
    return this.history.add(tx, row, 'CREATE');
  }

  /**
   * Changes what is given. What is under way, or was, keeps an owner.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT
   */
  async update(tx: TxCtx, id: string, input: InitiativeUpdate): Promise<InitiativeEntity> {
    const row = await this.require(tx, 'edit', id);
    const { expectedVersion, ...values } = checked(updateSchema, input);
    await requireKnown(tx, values);
    if (OWNED.includes(row.status) && values.ownerId === null) {
      throw new FupanError('VALIDATION', 'initiativeOwnerMissing', {}, ['input', 'ownerId']);
    }
    return this.history.change(tx, row, given(values), { act: 'EDIT', expectedVersion });
  }

  /**
   * Removes an initiative for good, and its history; the action items stay.
   * @throws FupanError NOT_FOUND, FORBIDDEN
   */
  async delete(tx: TxCtx, id: string): Promise<InitiativeEntity> {
    const row = await this.require(tx, 'delete', id);
    await tx.db.delete(InitiativeEntity, { id });
    return row;
  }

  /** The initiative, if the actor may do this to it. @throws FupanError NOT_FOUND, FORBIDDEN */
  async require(tx: TxCtx, act: 'edit' | 'delete', id: string): Promise<InitiativeEntity> {
    if (!mayInitiative(tx.actor, act)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(InitiativeEntity, { id });
    if (!row) throw new NotFoundError('initiative', ['id']);
    return row;
  }
}
