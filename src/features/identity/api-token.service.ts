import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { TOKEN_SCOPES, type Role, type TokenScope } from '../../core/vocabulary.js';
import { Database } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { defineRows } from '../../infra/database/statement.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { ApiTokenEntity, type TokenKind } from './api-token.entity.js';
import { isToken, newToken, tokenHash, tokenHint } from './api-token.format.js';
import { mayCreateToken, mayToken, surplusScopes } from './api-token.policy.js';

/** How long a token may last, in days. */
export const TOKEN_DAYS = { least: 1, usual: 90, most: 366 } as const;
/** Tokens that one person may have in use at a time. */
const MOST_LIVE = 50;
/** That a token was used is written down at most so often. */
const USE_NOTED_EVERY_MS = 5 * 60_000;
/** Tokens that have ended stay on the list so long. */
const KEPT_MS = 90 * 86_400_000;
const DAY_MS = 86_400_000;

const createSchema = z.object({
  personId: z.string(),
  name: text.name,
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  days: z.number().refine(isTokenDays, { error: 'tokenDays' }),
  kind: z.enum(['API', 'FEED']).default('API'),
});
export type ApiTokenCreate = z.input<typeof createSchema>;

/** A token that has just been made. */
export interface NewApiToken {
  /** The token itself. Nobody can see it again. */
  readonly token: string;
  readonly row: ApiTokenEntity;
}

/** Whom a valid token speaks for, and how far. */
export interface ResolvedToken {
  readonly tokenId: string;
  readonly kind: TokenKind;
  readonly person: { readonly id: string; readonly role: Role; readonly archivedAt: Date | null };
  readonly scopes: ReadonlySet<TokenScope>;
}

/** Keeps the tokens by which programs act for people. */
@Injectable()
export class ApiTokenService implements OnModuleDestroy {
  /** When the use of a token was last written down, in milliseconds, by its id. */
  readonly #noted = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes a token. One that is made with another token ends no later than that one.
   * @throws FupanError FORBIDDEN, NOT_FOUND for the person, VALIDATION for a scope that cannot be
   * had or beyond 50 tokens
   */
  async create(tx: TxCtx, input: ApiTokenCreate): Promise<NewApiToken> {
    const { personId, name, days, kind, scopes: wanted } = checked(createSchema, input);
    const scopes = TOKEN_SCOPES.filter((scope) => wanted.includes(scope));
    if (!mayCreateToken(tx.actor, personId, scopes)) throw new ForbiddenError();
    const person = await tx.db.findOneBy(PersonEntity, { id: personId, archivedAt: IsNull() });
    if (!person) throw new NotFoundError('person', ['input', 'personId']);
    refuseScopes(person.role, kind, scopes);
    const now = tx.clock.now();
    await tx.db.delete(ApiTokenEntity, { personId, expiresAt: LessThan(ago(now, KEPT_MS)) });
    const live = { personId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
    if ((await tx.db.countBy(ApiTokenEntity, live)) >= MOST_LIVE) {
      throw new FupanError('VALIDATION', 'tooManyTokens', { max: MOST_LIVE }, ['input']);
    }
    const token = newToken(kind);
    const row: ApiTokenEntity = {
      id: newId(),
      tokenHash: tokenHash(token),
      hint: tokenHint(token),
      kind,
      personId,
      name,
      scopes,
      createdAt: now,
      expiresAt: await latestEnd(tx, new Date(now.getTime() + days * DAY_MS)),
      lastUsedAt: null,
      revokedAt: null,
    };
    await insertRows(tx, ApiTokenEntity, [row]);
    this.#note(tx, 'apiTokenCreate', row);
    return { token, row };
  }

  /**
   * Whom a token speaks for; null if it is unknown, has expired or been revoked, or if its person
   * is archived. What cannot be a token is turned away without asking the database.
   */
  async resolve(ctx: Ctx, token: string): Promise<ResolvedToken | null> {
    if (!isToken(token)) return null;
    const [row] = await tokenRows(ctx, { tokenHash: tokenHash(token) });
    if (row?.revokedAt !== null || row.expiresAt <= ctx.clock.now()) return null;
    const [person] = await personRows(ctx, { id: row.personId });
    if (person?.archivedAt !== null) return null;
    this.#noteUse(ctx, row);
    const { id, role, archivedAt } = person;
    return {
      tokenId: row.id,
      kind: row.kind,
      person: { id, role, archivedAt },
      scopes: new Set(row.scopes),
    };
  }

  /**
   * Ends a token at once; one that has been revoked before stays as it is.
   * @throws NotFoundError also for one that the actor may not revoke
   */
  async revoke(tx: TxCtx, id: string): Promise<ApiTokenEntity> {
    const row = await tx.db.findOneBy(ApiTokenEntity, { id });
    if (!row || !mayToken(tx.actor, 'revoke', row.personId)) {
      throw new NotFoundError('apiToken', ['id']);
    }
    if (row.revokedAt !== null) return row;
    const revokedAt = tx.clock.now();
    await tx.db.update(ApiTokenEntity, { id }, { revokedAt });
    this.#note(tx, 'apiTokenRevoke', row);
    return { ...row, revokedAt };
  }

  /** Ends all tokens of a person at once. @throws ForbiddenError */
  async revokeAll(tx: TxCtx, personId: string): Promise<void> {
    if (!mayToken(tx.actor, 'revoke', personId)) throw new ForbiddenError();
    const rows = await tx.db.findBy(ApiTokenEntity, { personId, revokedAt: IsNull() });
    const ids = rows.map(({ id }) => id);
    await tx.db.update(ApiTokenEntity, { id: In(ids) }, { revokedAt: tx.clock.now() });
    for (const row of rows) this.#note(tx, 'apiTokenRevoke', row);
  }

  /** The tokens of a person, the newest first; without a person, everybody's that the actor may see. */
  async listOf(ctx: Ctx, personId?: string): Promise<ApiTokenEntity[]> {
    const rows = await ctx.db.find(ApiTokenEntity, {
      ...(personId === undefined ? {} : { where: { personId } }),
      order: { id: 'DESC' },
    });
    return rows.filter((row) => mayToken(ctx.actor, 'see', row.personId));
  }

  /** Waits for what is being written down. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Writes down that a token was used, without anybody waiting for it. */
  #noteUse(ctx: Ctx, { id, lastUsedAt }: ApiTokenEntity): void {
    const now = ctx.clock.now();
    const before = Math.max(this.#noted.get(id) ?? 0, lastUsedAt?.getTime() ?? 0);
    if (now.getTime() - before < USE_NOTED_EVERY_MS) return;
    this.#noted.set(id, now.getTime());
    const work = this.database
      .transaction(ctx, async (tx) => {
        await tx.db.update(ApiTokenEntity, { id }, { lastUsedAt: now });
      })
      // Nothing is lost but the time of one use; the next one is written down again.
      .catch(() => this.#noted.delete(id))
      .then(() => {
        this.#underWay.delete(work);
      });
    this.#underWay.add(work);
  }

  #note(tx: TxCtx, act: string, { id, personId, kind, scopes }: ApiTokenEntity): void {
    const detail = { personId, kind, scopes };
    this.audit.note(tx, { act, subject: { type: 'ApiToken', id }, detail });
  }
}

// Asked with each request.
const tokenRows = defineRows(ApiTokenEntity, (rows) => rows.where('row.tokenHash = :tokenHash'));
const personRows = defineRows(PersonEntity, (rows) => rows.where('row.id = :id'));

function refuseScopes(role: Role, kind: TokenKind, scopes: readonly TokenScope[]): void {
  const field = ['input', 'scopes'];
  if (!scopes.includes('read')) throw new FupanError('VALIDATION', 'tokenReads', {}, field);
  const [surplus] = surplusScopes(role, kind, scopes);
  if (surplus === undefined) return;
  const key = kind === 'FEED' ? 'feedReads' : 'scopeBeyondRole';
  throw new FupanError('VALIDATION', key, { scope: surplus, role }, field);
}

/** A token that a token has made must not go on where that one has ended. */
async function latestEnd(tx: TxCtx, wanted: Date): Promise<Date> {
  const { tokenId } = tx.origin;
  if (tokenId === undefined) return wanted;
  const maker = await tx.db.findOneBy(ApiTokenEntity, { id: tokenId });
  return maker && maker.expiresAt < wanted ? maker.expiresAt : wanted;
}

function ago(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** A whole number of days that a token may last. */
export function isTokenDays(days: number): boolean {
  return Number.isInteger(days) && days >= TOKEN_DAYS.least && days <= TOKEN_DAYS.most;
}
