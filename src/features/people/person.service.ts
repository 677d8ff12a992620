import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { LANGUAGES } from '../../core/vocabulary.js';
import { setArchived } from '../../infra/database/archive.js';
import { deleteUnused, refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { personById } from './people.loaders.js';
import { mayPeople } from './people.policy.js';
import { PersonEntity } from './person.entity.js';

const createSchema = z.object({
  name: text.name,
  email: text.email.nullish(),
  locale: z.enum(LANGUAGES).nullish(),
});
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type PersonCreate = z.input<typeof createSchema>;
export type PersonUpdate = z.input<typeof updateSchema>;

const EMAIL = ['input', 'email'] as const;

/** Keeps the people: who writes, responds, owns and reviews. */
@Injectable()
export class PersonService {
  /** The person with this id; null if there is none or the caller may not read it. */
  find(ctx: Ctx, id: string): Promise<PersonEntity | null> {
    return personById(ctx).load(id);
  }

  /** The person who asks; null if it is the operator or nobody known. */
  async viewer(ctx: Ctx): Promise<PersonEntity | null> {
    const id = personIdOf(ctx.actor);
    return id === null ? null : personById(ctx).load(id);
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, ALREADY_EXISTS for the e-mail address */
  async create(tx: TxCtx, input: PersonCreate): Promise<PersonEntity> {
    if (!mayPeople(tx.actor, 'edit')) throw new ForbiddenError();
    const { name, email, locale } = checked(createSchema, input);
    const row: PersonEntity = {
      id: newId(),
      version: 1,
      name,
      email: email ?? null,
      locale: locale ?? null,
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await refuseTaken(() => insertRows(tx, PersonEntity, [row]), email ?? '', EMAIL);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS for the e-mail address */
  async update(tx: TxCtx, id: string, input: PersonUpdate): Promise<PersonEntity> {
    const row = await this.#require(tx, 'edit', id);
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    return refuseTaken(
      () => updateVersioned(tx, PersonEntity, row, expectedVersion, given(changes)),
      changes.email ?? '',
      EMAIL,
    );
  }

  /** For somebody who has left. @throws FupanError WRONG_STATE if they are archived already */
  async archive(tx: TxCtx, id: string): Promise<PersonEntity> {
    return setArchived(tx, PersonEntity, await this.#require(tx, 'edit', id), true);
  }

  /** For somebody who is back. @throws FupanError WRONG_STATE if they are not archived */
  async restore(tx: TxCtx, id: string): Promise<PersonEntity> {
    return setArchived(tx, PersonEntity, await this.#require(tx, 'edit', id), false);
  }

  /** For somebody who was entered by mistake. @throws FupanError IN_USE if anything names them */
  async delete(tx: TxCtx, id: string): Promise<PersonEntity> {
    const row = await this.#require(tx, 'delete', id);
    await deleteUnused(tx, PersonEntity, id);
    return row;
  }

  async #require(tx: TxCtx, act: 'edit' | 'delete', id: string): Promise<PersonEntity> {
    if (!mayPeople(tx.actor, act)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(PersonEntity, { id });
    if (!row) throw new NotFoundError('person', ['id']);
    return row;
  }
}
