import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';

import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError, UnauthenticatedError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { Database } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { maySession } from './identity.policy.js';
import { newSecret, secretHash } from './secret.js';
import { SessionEntity, type SignInMethod } from './session.entity.js';

/** That a session was used is written down at most so often. */
const SEEN_EVERY_MS = 5 * 60_000;
/** As much as is kept of what a browser calls itself. */
const USER_AGENT_LENGTH = 200;

/** Who is to be let in, and how they have shown who they are. */
export interface SessionStart {
  readonly personId: string;
  readonly method: SignInMethod;
  /** What the browser calls itself. */
  readonly userAgent: string | null;
}

/** A session that has just begun. */
export interface NewSession {
  readonly row: SessionEntity;
  /** For the cookie of the browser. Nobody can see it again. */
  readonly token: string;
}

/** A session in use, and whose it is. */
export interface PresentSession {
  readonly row: SessionEntity;
  readonly person: PersonEntity;
}

/** Keeps the browsers that have signed in. */
@Injectable()
export class SessionService implements OnModuleDestroy {
  /** When the use of a session was last written down, in milliseconds, by its id. */
  readonly #seen = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #idleMs: number;
  readonly #longestMs: number;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    @Inject(CONFIG) { signIn }: Config,
  ) {
    this.#idleMs = signIn.idleS * 1_000;
    this.#longestMs = signIn.longestS * 1_000;
  }

  /**
   * Lets a person in who has shown who they are. The session is always a new one; the one that the
   * browser had before ends.
   * @throws UnauthenticatedError if the person is archived or gone
   */
  async begin(tx: TxCtx, { personId, method, userAgent }: SessionStart): Promise<NewSession> {
    const person = await tx.db.findOneBy(PersonEntity, { id: personId, archivedAt: IsNull() });
    if (!person) throw new UnauthenticatedError('signInFailed');
    await this.#cleanUp(tx);
    if (tx.origin.sessionId !== undefined) {
      await tx.db.delete(SessionEntity, { id: tx.origin.sessionId });
    }
    const now = tx.clock.now();
    const token = newSecret();
    const row: SessionEntity = {
      id: newId(),
      tokenHash: secretHash(token),
      personId,
      method,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + this.#longestMs),
      address: tx.origin.address,
      userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    };
    await insertRows(tx, SessionEntity, [row]);
    const subject = { type: 'Person', id: personId };
    this.audit.note(tx, { act: 'signIn', subject, detail: { method, sessionId: row.id } });
    return { row, token };
  }

  /**
   * The session with this token and whose it is; null if there is none, it has ended, or its person is archived.
   * @param isUse whether it counts as used, and so goes on for longer
   */
  async find(ctx: Ctx, token: string, isUse = true): Promise<PresentSession | null> {
    const row = (await ctx.db
      .createQueryBuilder(SessionEntity, 's')
      .innerJoinAndMapOne('s.person', PersonEntity, 'p', 'p.id = s.personId')
      .where('s.tokenHash = :hash AND p.archivedAt IS NULL', { hash: secretHash(token) })
      .getOne()) as (SessionEntity & { person: PersonEntity }) | null;
    if (!row || !this.isLive(ctx, row)) return null;
    if (isUse) this.#noteUse(ctx, row);
    return { row, person: row.person };
  }

  /** Whether a session has neither reached its end nor been left unused for too long. */
  isLive(ctx: Ctx, { id, lastSeenAt, expiresAt }: SessionEntity): boolean {
    const now = ctx.clock.now().getTime();
    const seen = Math.max(lastSeenAt.getTime(), this.#seen.get(id) ?? 0);
    return now < expiresAt.getTime() && now - seen < this.#idleMs;
  }

  /** Whether the person is signed in at this address already. */
  isKnownAt(ctx: Ctx, personId: string | null, address: string): Promise<boolean> {
    // Asked for nobody as well: that takes as long.
    return ctx.db.existsBy(SessionEntity, { personId: personId ?? '', address });
  }

  /** Ends the session of the browser that asks. @throws NotFoundError if it has none */
  async end(tx: TxCtx): Promise<SessionEntity> {
    const { sessionId } = tx.origin;
    const row = sessionId && (await tx.db.findOneBy(SessionEntity, { id: sessionId }));
    if (!row) throw new NotFoundError('session');
    await tx.db.delete(SessionEntity, { id: row.id });
    this.audit.note(tx, { act: 'sessionEnd', subject: { type: 'Session', id: row.id } });
    return row;
  }

  /** Ends one session at once. @throws NotFoundError also for one that the actor may not end */
  async revoke(tx: TxCtx, id: string): Promise<SessionEntity> {
    const row = await tx.db.findOneBy(SessionEntity, { id });
    if (!row || !maySession(tx.actor, 'end', row.personId))
      throw new NotFoundError('session', ['id']);
    await tx.db.delete(SessionEntity, { id });
    return row;
  }

  /** Ends all sessions of whoever asks but the one that they ask with. @throws ForbiddenError */
  async revokeOthers(tx: TxCtx): Promise<void> {
    const { actor, origin } = tx;
    if (actor.kind !== 'person' || !maySession(actor, 'end', actor.personId)) {
      throw new ForbiddenError();
    }
    await this.endAll(tx, actor.personId, origin.sessionId);
  }

  /**
   * Ends all sessions of a person at once; whoever calls it has asked whether that may be.
   * @param except the session to leave, if any
   */
  async endAll(tx: TxCtx, personId: string, except?: string): Promise<void> {
    const others = except === undefined ? {} : { id: Not(except) };
    await tx.db.delete(SessionEntity, { personId, ...others });
  }

  /** Waits for what is being written down. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Removes the sessions that time has ended. */
  async #cleanUp(tx: TxCtx): Promise<void> {
    const now = tx.clock.now();
    const unusedSince = new Date(now.getTime() - this.#idleMs);
    await tx.db.delete(SessionEntity, { expiresAt: LessThanOrEqual(now) });
    await tx.db.delete(SessionEntity, { lastSeenAt: LessThanOrEqual(unusedSince) });
    for (const [id, seen] of this.#seen) {
      if (seen < unusedSince.getTime()) this.#seen.delete(id);
    }
  }

  /** Writes down that a session was used, without anybody waiting for it. */
  #noteUse(ctx: Ctx, { id, lastSeenAt }: SessionEntity): void {
    const now = ctx.clock.now();
    const before = Math.max(this.#seen.get(id) ?? 0, lastSeenAt.getTime());
    if (now.getTime() - before < SEEN_EVERY_MS) return;
    this.#seen.set(id, now.getTime());
    const work = this.database
      .transaction(ctx, async (tx) => {
        await tx.db.update(SessionEntity, { id, lastSeenAt: LessThan(now) }, { lastSeenAt: now });
      })
      // Nothing is lost but the time of one use; the next one is written down again.
      .catch(() => this.#seen.delete(id))
      .then(() => {
        this.#underWay.delete(work);
      });
    this.#underWay.add(work);
  }
}
