import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { SavedSearchEntity } from './saved-search.entity.js';
import { maySavedSearch, maySaveSearch, mayShareSearch } from './saved-search.policy.js';

/** Only what follows the path, so that a search that somebody shares can lead nowhere else. */
const address = z
  .string()
  .trim()
  .max(LIMITS.url)
  .regex(/^\?[^\s\p{C}#]*$/u, { error: 'notASearch' });

const createSchema = z.object({
  name: text.name,
  address,
  shared: z.boolean().default(false),
});
const updateSchema = z.object({
  name: text.name.optional(),
  address: address.optional(),
  shared: z.boolean().optional(),
  expectedVersion: z.number().int().nullish(),
});

export type SavedSearchCreate = z.input<typeof createSchema>;
export type SavedSearchUpdate = z.input<typeof updateSchema>;

const NAME = ['input', 'name'] as const;

/** Keeps the searches that people come back to. */
@Injectable()
export class SavedSearches {
  /** The caller's own by name, then what others share by name; at most 200 of each. */
  async list(ctx: Ctx): Promise<SavedSearchEntity[]> {
    const ownerId = personIdOf(ctx.actor) ?? '';
    const search = (where: string) =>
      ctx.db
        .createQueryBuilder(SavedSearchEntity, 's')
        .where(where, { ownerId })
        .orderBy('s.name')
        .addOrderBy('s.id')
        .limit(LIMITS.shortList)
        .getMany();
    const rows = [
      ...(await search('s.ownerId = :ownerId')),
      ...(await search('s.sharedAt IS NOT NULL AND s.ownerId <> :ownerId')),
    ];
    return rows.filter((row) => maySavedSearch(ctx.actor, 'read', factsOf(row)));
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, ALREADY_EXISTS for a name that the caller has used */
  async create(tx: TxCtx, input: SavedSearchCreate): Promise<SavedSearchEntity> {
    const ownerId = personIdOf(tx.actor);
    if (ownerId === null || !maySaveSearch(tx.actor)) throw new ForbiddenError();
    if (input.shared && !mayShareSearch(tx.actor)) throw new ForbiddenError();
    const { shared, ...values } = checked(createSchema, input);
    if ((await tx.db.countBy(SavedSearchEntity, { ownerId })) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const now = tx.clock.now();
    const sharedAt = shared ? now : null;
    const row = { id: newId(), version: 1, ownerId, ...values, sharedAt, createdAt: now };
    await refuseTaken(() => insertRows(tx, SavedSearchEntity, [row]), values.name, NAME);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS */
  async update(tx: TxCtx, id: string, input: SavedSearchUpdate): Promise<SavedSearchEntity> {
    const row = await this.#require(tx, id, 'edit');
    if (input.shared === true && !maySavedSearch(tx.actor, 'share', factsOf(row))) {
      throw new ForbiddenError();
    }
    const { shared, expectedVersion, ...values } = checked(updateSchema, input);
    const sharedAt = shared === true ? (row.sharedAt ?? tx.clock.now()) : null;
    const changes = { ...given(values), ...(shared === undefined ? {} : { sharedAt }) };
    return refuseTaken(
      () => updateVersioned(tx, SavedSearchEntity, row, expectedVersion, changes),
      values.name ?? '',
      NAME,
    );
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN */
  async delete(tx: TxCtx, id: string): Promise<SavedSearchEntity> {
    const row = await this.#require(tx, id, 'delete');
    await tx.db.delete(SavedSearchEntity, { id });
    return row;
  }

  async #require(tx: TxCtx, id: string, act: 'edit' | 'delete'): Promise<SavedSearchEntity> {
    const row = await tx.db.findOneBy(SavedSearchEntity, { id });
    if (!row || !maySavedSearch(tx.actor, 'read', factsOf(row))) {
      throw new NotFoundError('saved search', ['id']);
    }
    if (!maySavedSearch(tx.actor, act, factsOf(row))) throw new ForbiddenError();
    return row;
  }
}

const factsOf = ({ ownerId, sharedAt }: SavedSearchEntity) => ({
  ownerId,
  isShared: sharedAt !== null,
});
