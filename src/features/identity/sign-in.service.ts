import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx } from '../../core/ctx.js';
import {
  ForbiddenError,
  FupanError,
  RateLimitedError,
  UnauthenticatedError,
} from '../../core/errors.js';
import { checked } from '../../core/validation.js';
import { Database } from '../../infra/database/database.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { maySession } from './identity.policy.js';
import { PasswordService, type PasswordTrial } from './password.service.js';
import { SessionService, type NewSession } from './session.service.js';
import { SignInLimits } from './sign-in-limits.service.js';

/** What somebody types to sign in. No finer check than that: what is wrong with it is not for strangers to know. */
const credentials = z.object({ email: z.string(), password: z.string() });
export type Credentials = z.input<typeof credentials>;

const change = z.object({ currentPassword: z.string(), newPassword: z.string() });
export type PasswordChange = z.input<typeof change>;

/**
 * Lets people in by their password. It takes its time over a hash, so its methods open their
 * transactions themselves, when they have one to write down.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Signs in. Whether the person or the password was wrong neither the answer tells nor its time.
   * @throws FupanError FORBIDDEN where passwords are switched off, RATE_LIMITED, UNAUTHENTICATED
   */
  async withPassword(ctx: Ctx, input: Credentials, userAgent: string | null): Promise<NewSession> {
    this.requirePasswords();
    const { email, password } = checked(credentials, input);
    const account = email.trim().toLowerCase();
    const person = await ctx.db.findOneBy(PersonEntity, { email: account });
    try {
      const id = person?.archivedAt === null ? person.id : null;
      const { personId, trial } = await this.#prove(ctx, account, id, password);
      return await this.database.transaction(ctx, async (tx) => {
        await this.passwords.confirm(tx, personId, trial);
        return this.sessions.begin(tx, { personId, method: 'PASSWORD', userAgent });
      });
    } catch (error) {
      await this.#noteRefusal(ctx, person, error);
      throw error;
    }
  }

  /**
   * Gives whoever asks a new password and ends their other sessions.
   * @throws FupanError UNAUTHENTICATED if the present one is wrong, VALIDATION for a weak new one, RATE_LIMITED
   */
  async changePassword(ctx: Ctx, input: PasswordChange): Promise<PersonEntity> {
    const { actor, origin } = ctx;
    if (actor.kind !== 'person' || !maySession(actor, 'end', actor.personId)) {
      throw new ForbiddenError();
    }
    this.requirePasswords();
    const { currentPassword, newPassword } = checked(change, input);
    const person = await ctx.db.findOneBy(PersonEntity, { id: actor.personId });
    if (!person) throw new UnauthenticatedError();
    const account = person.email ?? person.id;
    const { personId, trial } = await this.#prove(ctx, account, person.id, currentPassword, [
      'input',
      'currentPassword',
    ]);
    const renewed = await this.passwords.hash(newPassword, person, ['input', 'newPassword']);
    await this.database.transaction(ctx, async (tx) => {
      await this.passwords.confirm(tx, personId, trial);
      await this.passwords.store(tx, personId, renewed, origin.sessionId);
      this.audit.note(tx, { act: 'passwordChange', subject: { type: 'Person', id: personId } });
    });
    return person;
  }

  /** @throws FupanError FORBIDDEN where people sign in through OpenID Connect only */
  requirePasswords(): void {
    if (!this.config.signIn.password) throw new FupanError('FORBIDDEN', 'passwordSignInOff');
  }

  /** Finds a password right, or counts one more that was wrong. */
  async #prove(
    ctx: Ctx,
    account: string,
    personId: string | null,
    password: string,
    field?: readonly string[],
  ): Promise<{ personId: string; trial: PasswordTrial }> {
    const { address } = ctx.origin;
    // Where a person is signed in already they have attempts of their own, so that a stranger who
    // keeps guessing does not keep them out.
    const isKnown = address !== null && (await this.sessions.isKnownAt(ctx, personId, address));
    const attempt = { account: isKnown ? `${account} ${address}` : account, address };
    await this.limits.begin(attempt);
    const trial = await this.passwords.try(ctx, personId, password);
    if (!trial.isRight || personId === null) {
      throw new FupanError('UNAUTHENTICATED', field ? 'passwordWrong' : 'signInFailed', {}, field);
    }
    await this.limits.succeed(attempt);
    return { personId, trial };
  }

  async #noteRefusal(ctx: Ctx, person: PersonEntity | null, error: unknown): Promise<void> {
    if (!(error instanceof FupanError)) return;
    // What is turned away unseen would fill the log, and whoever floods it would choose how fast.
    if (error instanceof RateLimitedError) return;
    const subject = person ? { type: 'Person', id: person.id } : undefined;
    const detail = { method: 'PASSWORD' };
    await this.audit.record(ctx, { act: 'signIn', subject, code: error.code, detail });
  }
}
