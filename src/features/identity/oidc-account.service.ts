import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config, type OidcConfig } from '../../core/config.js';
import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { Role } from '../../core/vocabulary.js';
import { isUniqueViolation } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { OvertakenError, updateVersioned } from '../../infra/database/versioned.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { LastAdmin } from '../people/last-admin.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { ProviderAccountEntity } from './credential.entity.js';
import { isOfDomain, type OidcIdentity } from './oidc-claims.js';
import { roleAtSignIn } from './oidc-roles.js';
import { OidcRefusedError } from './oidc.errors.js';

/** Knows which person an account at the provider belongs to. */
@Injectable()
export class OidcAccounts {
  readonly #settings: OidcConfig | null;

  constructor(
    private readonly audit: AuditLog,
    private readonly lastAdmin: LastAdmin,
    @Inject(CONFIG) config: Config,
  ) {
    this.#settings = config.signIn.oidc;
  }

  /**
   * The person whose account this is, with the role that they have from now on. An account that is
   * new here is linked to whoever has its verified e-mail address, or makes a person known.
   * @throws OidcRefusedError oidcUnknown, oidcEmailRefused, oidcLinkedElsewhere, oidcNoRole, oidcArchived
   */
  async personOf(tx: TxCtx, identity: OidcIdentity): Promise<PersonEntity> {
    const settings = this.#settings;
    if (!settings) throw new OidcRefusedError('oidcUnavailable');
    const { issuer } = settings;
    const { subject, groups } = identity;
    const account = await tx.db.findOneBy(ProviderAccountEntity, { issuer, subject });
    const email = account ? null : emailToLink(identity, settings);
    const person = await tx.db.findOneBy(
      PersonEntity,
      account ? { id: account.personId } : { email: email ?? '' },
    );
    if (person?.archivedAt) throw new OidcRefusedError('oidcArchived');
    const role = roleAtSignIn(groups, settings, person?.role ?? null);
    if (role === null) throw new OidcRefusedError('oidcNoRole');
    if (person) {
      if (!account) await this.#link(tx, issuer, subject, person.id);
      return this.#inRole(tx, person, role);
    }
    const newcomer = await this.#create(tx, identity, email ?? '', role);
    await this.#link(tx, issuer, subject, newcomer.id);
    return newcomer;
  }

  async #create(
    tx: TxCtx,
    { name }: OidcIdentity,
    email: string,
    role: Role,
  ): Promise<PersonEntity> {
    const row: PersonEntity = {
      id: newId(),
      version: 1,
      name: name ?? email,
      email,
      locale: null,
      zone: null,
      role,
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await orAnew(() => insertRows(tx, PersonEntity, [row]));
    this.audit.note(tx, {
      act: 'personCreate',
      subject: { type: 'Person', id: row.id },
      detail: { by: 'OPENID_CONNECT', role },
    });
    return row;
  }

  /** Whoever gets the address of somebody who has left does not get their person with it. */
  async #link(tx: TxCtx, issuer: string, subject: string, personId: string): Promise<void> {
    const linked = await tx.db.findOneBy(ProviderAccountEntity, { issuer, personId });
    if (linked) {
      // By the same account since it was looked for: it is found when that is done anew.
      throw linked.subject === subject
        ? new OvertakenError()
        : new OidcRefusedError('oidcLinkedElsewhere');
    }
    const row: ProviderAccountEntity = {
      id: newId(),
      personId,
      issuer,
      subject,
      createdAt: tx.clock.now(),
    };
    await orAnew(() => insertRows(tx, ProviderAccountEntity, [row]));
    this.audit.note(tx, {
      act: 'providerAccountLink',
      subject: { type: 'Person', id: personId },
      detail: { issuer },
    });
  }

  /** Sets the role; but the last administrator who can sign in stays one, whatever their groups. */
  async #inRole(tx: TxCtx, person: PersonEntity, role: Role): Promise<PersonEntity> {
    if (person.role === role) return person;
    if (await this.#isLastAdmin(tx, person)) return person;
    this.audit.note(tx, {
      act: 'personUpdate',
      subject: { type: 'Person', id: person.id },
      detail: { by: 'OPENID_CONNECT', role, roleBefore: person.role },
    });
    return updateVersioned(tx, PersonEntity, person, undefined, { role });
  }

  async #isLastAdmin(tx: TxCtx, person: PersonEntity): Promise<boolean> {
    try {
      await this.lastAdmin.refuseLossOf(tx, person);
      return false;
    } catch (error) {
      if (error instanceof FupanError && error.messageKey === 'lastAdministrator') return true;
      throw error;
    }
  }
}

/** The address by which an account that is new here may be linked. */
function emailToLink({ email }: OidcIdentity, { domains }: OidcConfig): string {
  if (domains.length === 0) throw new OidcRefusedError('oidcUnknown');
  if (email === null || !isOfDomain(email, domains)) {
    throw new OidcRefusedError('oidcEmailRefused');
  }
  return email;
}

/** The same account twice at once: the second is tried anew and then finds what the first made. */
async function orAnew(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUniqueViolation(error) ? new OvertakenError() : error;
  }
}
