import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { PublicUrl } from '../../core/public-url.js';
import { Database } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { InvitationEntity, type InvitationKind } from './credential.entity.js';
import { mayInvite } from './identity.policy.js';
import { PasswordService } from './password.service.js';
import { newSecret, secretHash } from './secret.js';
import { SessionService, type NewSession } from './session.service.js';
import { SignIn } from './sign-in.service.js';

const HOUR_MS = 3_600_000;
const LIFETIME_MS: Readonly<Record<InvitationKind, number>> = {
  FIRST_ADMIN: HOUR_MS,
  SET_PASSWORD: 24 * HOUR_MS,
  // As long as anybody would let the demo run.
  SIGN_IN: 30 * 24 * HOUR_MS,
};
const PATH: Readonly<Record<InvitationKind, string>> = {
  FIRST_ADMIN: '/setup',
  SET_PASSWORD: '/invitation',
  SIGN_IN: '/invitation',
};

/** An invitation that has just been made. */
export interface NewInvitation {
  readonly row: InvitationEntity;
  /** The link to hand over. Nobody can see it again. */
  readonly url: string;
}

/** An invitation that can still be used, and whom it is for. */
export interface OpenInvitation {
  readonly row: InvitationEntity;
  readonly person: PersonEntity;
}

/** Keeps the links that let somebody in. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly signIn: SignIn,
    private readonly audit: AuditLog,
    private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * Makes a link by which this person chooses a password, for the first time or because they have
   * forgotten theirs. It is good for 24 hours, once; the one before it is void.
   * @throws FupanError FORBIDDEN, NOT_FOUND, VALIDATION for somebody without an e-mail address
   */
  async create(tx: TxCtx, personId: string): Promise<NewInvitation> {
    if (!mayInvite(tx.actor)) throw new ForbiddenError();
    this.signIn.requirePasswords();
    const field = ['input', 'personId'];
    const person = await tx.db.findOneBy(PersonEntity, { id: personId, archivedAt: IsNull() });
    if (!person) throw new NotFoundError('person', field);
    if (person.email === null) throw new FupanError('VALIDATION', 'accountNeedsEmail', {}, field);
    return this.issue(tx, 'SET_PASSWORD', person.id);
  }

  /** Makes a link that signs this person in, as often as it is used: for the throwaway library of the demo. */
  async createSignIn(tx: TxCtx, personId: string): Promise<NewInvitation> {
    if (tx.actor.kind !== 'operator') throw new ForbiddenError();
    return this.issue(tx, 'SIGN_IN', personId);
  }

  /** Makes a link, in place of those of the same kind for the same person; whoever calls it has asked whether that may be. */
  async issue(tx: TxCtx, kind: InvitationKind, personId: string | null): Promise<NewInvitation> {
    const now = tx.clock.now();
    await tx.db.delete(InvitationEntity, { expiresAt: LessThan(now) });
    await tx.db.delete(InvitationEntity, { kind, personId: personId ?? IsNull() });
    const token = newSecret();
    const row: InvitationEntity = {
      id: newId(),
      tokenHash: secretHash(token),
      kind,
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_MS[kind]),
      usedAt: null,
    };
    await insertRows(tx, InvitationEntity, [row]);
    this.#note(tx, 'invitationCreate', row);
    return { row, url: `${this.publicUrl.origin}${PATH[kind]}?token=${token}` };
  }

  /** The row of a link of this kind that can still be used; null if there is none. */
  find(ctx: Ctx, token: string, kind: InvitationKind): Promise<InvitationEntity | null> {
    return ctx.db.findOneBy(InvitationEntity, {
      tokenHash: secretHash(token),
      kind,
      usedAt: IsNull(),
      expiresAt: MoreThan(ctx.clock.now()),
    });
  }

  /** The invitation of a link that somebody can still use; null if there is none or they have left. */
  async open(
    ctx: Ctx,
    token: string,
    kind: 'SET_PASSWORD' | 'SIGN_IN',
  ): Promise<OpenInvitation | null> {
    const row = await this.find(ctx, token, kind);
    const id = row?.personId;
    const person = id && (await ctx.db.findOneBy(PersonEntity, { id, archivedAt: IsNull() }));
    return row && person ? { row, person } : null;
  }

  /**
   * Gives the person of a link the password that they have chosen, and signs them in.
   * @throws FupanError NOT_FOUND if the link is of no use any more, VALIDATION for a weak password
   */
  async accept(
    ctx: Ctx,
    token: string,
    password: string,
    userAgent: string | null,
  ): Promise<NewSession> {
    this.signIn.requirePasswords();
    const open = await this.open(ctx, token, 'SET_PASSWORD');
    if (!open) throw new NotFoundError('invitation');
    const { row, person } = open;
    const passwordHash = await this.passwords.hash(password, person, ['password']);
    return this.database.transaction(ctx, async (tx) => {
      await this.use(tx, row);
      await this.passwords.store(tx, person.id, passwordHash);
      return this.sessions.begin(tx, { personId: person.id, method: 'LINK', userAgent });
    });
  }

  /** Signs the person of a link in. @throws NotFoundError if the link is of no use any more */
  async enter(ctx: Ctx, token: string, userAgent: string | null): Promise<NewSession> {
    const open = await this.open(ctx, token, 'SIGN_IN');
    if (!open) throw new NotFoundError('invitation');
    const personId = open.person.id;
    return this.database.transaction(ctx, (tx) =>
      this.sessions.begin(tx, { personId, method: 'LINK', userAgent }),
    );
  }

  /** Uses a link up. @throws NotFoundError if somebody else was faster */
  async use(tx: TxCtx, row: InvitationEntity): Promise<void> {
    const unused = { id: row.id, usedAt: IsNull() };
    const { affected } = await tx.db.update(InvitationEntity, unused, { usedAt: tx.clock.now() });
    if (affected !== 1) throw new NotFoundError('invitation');
    this.#note(tx, 'invitationUse', row);
  }

  #note(tx: TxCtx, act: string, { kind, personId }: InvitationEntity): void {
    const subject = personId === null ? undefined : { type: 'Person', id: personId };
    this.audit.note(tx, { act, subject, detail: { kind } });
  }
}
