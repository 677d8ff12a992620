import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { CredentialEntity, ProviderAccountEntity } from '../identity/credential.entity.js';
import { PersonEntity } from './person.entity.js';

/** Sees to it that somebody is left who can sign in and put everything else right. */
@Injectable()
export class LastAdmin {
  /**
   * Refuses to go on where somebody who is about to lose the role, to be archived or deleted is the
   * last administrator who can sign in. The operator may: whoever is at the machine can make another.
   * @param person as they are before
   * @throws FupanError WRONG_STATE `lastAdministrator`
   */
  async refuseLossOf(tx: TxCtx, person: PersonEntity): Promise<void> {
    if (tx.actor.kind === 'operator') return;
    if (person.role !== 'ADMIN' || person.archivedAt !== null) return;
    // Two administrators who take each other's role away wait here for one another: on PostgreSQL
    // an update holds the rows until the commit.
    await tx.db
      .createQueryBuilder()
      .update(PersonEntity)
      .set({ version: () => 'version' })
      .where(`role = 'ADMIN'`)
      .execute();
    if (!(await this.#canSignIn(tx, person.id))) return;
    const admins = await tx.db
      .createQueryBuilder(PersonEntity, 'p')
      .select('p.id', 'id')
      .where(`p.role = 'ADMIN' AND p.archivedAt IS NULL AND p.id <> :id`, { id: person.id })
      .getRawMany<{ id: string }>();
    for (const { id } of admins) if (await this.#canSignIn(tx, id)) return;
    throw new FupanError('WRONG_STATE', 'lastAdministrator', {}, ['id']);
  }

  async #canSignIn(tx: TxCtx, personId: string): Promise<boolean> {
    return (
      (await tx.db.existsBy(CredentialEntity, { personId })) ||
      (await tx.db.existsBy(ProviderAccountEntity, { personId }))
    );
  }
}
