import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { LANGUAGES, ROLES } from '../../core/vocabulary.js';
import { zoneSchema } from '../../core/zone.js';
import { setArchived } from '../../infra/database/archive.js';
import { deleteUnused, refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { casesThatHelped } from '../helpful-vote/helpful-vote.loaders.js';
import { CaseHistory } from '../history/case-history.service.js';
import { ApiTokenService } from '../identity/api-token.service.js';
import { SessionService } from '../identity/session.service.js';
import { LastAdmin } from './last-admin.service.js';
import { personById } from './people.loaders.js';
import { mayAddPerson, mayDeletePeople, mayEditPerson, mayKeepPeople } from './people.policy.js';
import { PersonEntity } from './person.entity.js';

const createSchema = z.object({
  name: text.name,
  email: text.email.nullish(),
  locale: z.enum(LANGUAGES).nullish(),
  role: z.enum(ROLES).optional(),
});
const updateSchema = createSchema.partial().extend({
  zone: zoneSchema.nullish(),
  expectedVersion: z.number().int().nullish(),
});

export type PersonCreate = z.input<typeof createSchema>;
export type PersonUpdate = z.input<typeof updateSchema>;

const EMAIL = ['input', 'email'] as const;

/** Keeps the people: who writes, responds, owns and reviews. */
@Injectable()
export class PersonService {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
    private readonly lastAdmin: LastAdmin,
    private readonly history: CaseHistory,
  ) {}

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
    const { email = null, role = 'MEMBER' } = input;
    const facts = { hasEmail: email !== null, hasRole: role !== 'MEMBER' };
    if (!mayAddPerson(tx.actor, facts)) throw new ForbiddenError();
    const values = checked(createSchema, input);
    const row: PersonEntity = {
      id: newId(),
      version: 1,
      name: values.name,
      email: values.email ?? null,
      locale: values.locale ?? null,
      zone: null,
      role: values.role ?? 'MEMBER',
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await refuseTaken(() => insertRows(tx, PersonEntity, [row]), row.email ?? '', EMAIL);
    return row;
  }

  /**
   * Changes what is given: everybody their own name, language and zone, administrators anybody's, and
   * only they e-mail addresses and roles.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS for the e-mail
   *   address, WRONG_STATE for the last administrator
   */
  async update(tx: TxCtx, id: string, input: PersonUpdate): Promise<PersonEntity> {
    const decidesAccess = input.email !== undefined || input.role !== undefined;
    const own = [input.name, input.locale, input.zone];
    const describes = own.some((value) => value !== undefined);
    if (describes || !decidesAccess) refuseUnless(mayEditPerson(tx.actor, id));
    if (decidesAccess) refuseUnless(mayKeepPeople(tx.actor));
    const row = await this.#find(tx, id);
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    const { role = row.role, email } = changes;
    if (role !== 'ADMIN') await this.lastAdmin.refuseLossOf(tx, row);
    return refuseTaken(
      () => updateVersioned(tx, PersonEntity, row, expectedVersion, given(changes)),
      email ?? '',
      EMAIL,
    );
  }

  /**
   * For somebody who has left: they are signed out everywhere at once, and their tokens end.
   * @throws FupanError WRONG_STATE if they are archived already, or the last administrator
   */
  async archive(tx: TxCtx, id: string): Promise<PersonEntity> {
    refuseUnless(mayKeepPeople(tx.actor));
    return this.#setArchived(tx, id, true);
  }

  /** For somebody who is back; they sign in anew. @throws FupanError WRONG_STATE if they are not archived */
  async restore(tx: TxCtx, id: string): Promise<PersonEntity> {
    refuseUnless(mayKeepPeople(tx.actor));
    return this.#setArchived(tx, id, false);
  }

  /**
   * For somebody who was entered by mistake.
   * @throws FupanError IN_USE if anything names them, WRONG_STATE for the last administrator
   */
  async delete(tx: TxCtx, id: string): Promise<PersonEntity> {
    refuseUnless(mayDeletePeople(tx.actor));
    const row = await this.#find(tx, id);
    await this.lastAdmin.refuseLossOf(tx, row);
    const helped = await casesThatHelped(tx.db, id);
    await deleteUnused(tx, PersonEntity, id);
    // Their votes are gone with them.
    await this.history.touched(tx, helped);
    return row;
  }

  async #setArchived(tx: TxCtx, id: string, archived: boolean): Promise<PersonEntity> {
    const row = await this.#find(tx, id);
    if (archived) await this.lastAdmin.refuseLossOf(tx, row);
    const updated = await setArchived(tx, PersonEntity, row, archived);
    // Also for those who are back: what an import has archived still has its sessions.
    await this.sessions.endAll(tx, id);
    await this.tokens.revokeAll(tx, id);
    return updated;
  }

  async #find(tx: TxCtx, id: string): Promise<PersonEntity> {
    const row = await tx.db.findOneBy(PersonEntity, { id });
    if (!row) throw new NotFoundError('person', ['id']);
    return row;
  }
}

function refuseUnless(allowed: boolean): void {
  if (!allowed) throw new ForbiddenError();
}
