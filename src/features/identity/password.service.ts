import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { NotFoundError, UnauthenticatedError } from '../../core/errors.js';
import { insertRows } from '../../infra/database/insert.js';
import { PersonEntity } from '../people/person.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { normalPassword, refuseWeak, type PasswordOwner } from './password.rules.js';
import { SessionService } from './session.service.js';
import { Turnstile } from './turnstile.js';

/** argon2id as OWASP recommends it; memory in KiB. About 40 ms. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
/** How every hash of today begins; any other is made anew at the next sign-in. */
const PRESENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
/** The hash of nobody's password: to try it takes as long as to try a real one. */
const NOBODYS = `${PRESENT}${'A'.repeat(22)}$${'A'.repeat(43)}`;
/** More hashes at once would be more memory than a small machine has. */
const MOST_AT_ONCE = 4;

/** What trying a password came to. */
export interface PasswordTrial {
  readonly isRight: boolean;
  /** The hash that it was compared with; null if the person has none. */
  readonly stored: string | null;
  /** What is to take its place, if it was made with less effort than is usual now. */
  readonly renewed: string | null;
}

/** Keeps the passwords, as hashes. */
@Injectable()
export class PasswordService {
  readonly #turnstile = new Turnstile(MOST_AT_ONCE);

  constructor(private readonly sessions: SessionService) {}

  /**
   * Gives a person a password and ends their sessions. Whoever calls it has asked whether that may be.
   * @param field where the password was given
   * @throws FupanError VALIDATION for a weak one, NOT_FOUND for the person
   */
  async set(
    tx: TxCtx,
    personId: string,
    password: string,
    field: readonly string[] = ['input', 'password'],
  ): Promise<void> {
    const person = await tx.db.findOneBy(PersonEntity, { id: personId });
    if (!person) throw new NotFoundError('person');
    await this.store(tx, personId, await this.hash(password, person, field));
  }

  /**
   * The hash to keep of a new password. It takes its time: over HTTP, ask for it before the
   * transaction, or everybody else's writes wait.
   * @throws FupanError VALIDATION for a weak one
   */
  async hash(password: string, owner: PasswordOwner, field: readonly string[]): Promise<string> {
    await refuseWeak(password, owner, field);
    return this.#hash(password);
  }

  /** Keeps a hash and ends the sessions of the person, but for one. */
  async store(tx: TxCtx, personId: string, passwordHash: string, except?: string): Promise<void> {
    await tx.db.delete(CredentialEntity, { personId });
    const changedAt = tx.clock.now();
    await insertRows(tx, CredentialEntity, [{ personId, passwordHash, changedAt }]);
    await this.sessions.endAll(tx, personId, except);
  }

  /** Tries a password; as slow for somebody who has none, or is nobody, as for anybody else. */
  async try(ctx: Ctx, personId: string | null, password: string): Promise<PasswordTrial> {
    const row = await ctx.db.findOneBy(CredentialEntity, { personId: personId ?? '' });
    const stored = row?.passwordHash ?? null;
    const given = normalPassword(password);
    const isRight = await this.#turnstile.run(() => verify(stored ?? NOBODYS, given));
    const isOutdated = isRight && stored?.startsWith(PRESENT) === false;
    return { isRight, stored, renewed: isOutdated ? await this.#hash(password) : null };
  }

  /**
   * Holds on to what a trial has found, in the transaction that rests on it.
   * @throws UnauthenticatedError if the password was changed meanwhile
   */
  async confirm(tx: TxCtx, personId: string, { stored, renewed }: PasswordTrial): Promise<void> {
    const { affected } = await tx.db.update(
      CredentialEntity,
      { personId, passwordHash: stored ?? '' },
      { passwordHash: renewed ?? stored ?? '' },
    );
    if (affected !== 1) throw new UnauthenticatedError('signInFailed');
  }

  #hash(password: string): Promise<string> {
    return this.#turnstile.run(() => hash(normalPassword(password), COST));
  }
}
