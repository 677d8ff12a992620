import type { TokenScope } from '../../core/vocabulary.js';
import { printable, say, sayJson, styled, type Io } from '../io.js';
import { table } from '../table.js';

export interface TokenCreateArguments {
  readonly email?: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
  readonly name: string;
  /** Good for feeds only. */
  readonly feed: boolean;
  readonly json: boolean;
}

export interface TokenListArguments {
  readonly email?: string;
  readonly json: boolean;
}

export interface TokenRevokeArguments {
  readonly id: string;
  readonly json: boolean;
}

/** A token without what is secret about it. */
export interface ShownToken {
  readonly id: string;
  readonly hint: string;
  readonly kind: 'API' | 'FEED';
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Prints a new token, alone on its line, so that `$(…)` can take it. */
export function printNewToken(
  io: Io,
  token: string,
  { id, scopes, expiresAt }: ShownToken,
  json: boolean,
): void {
  if (json) {
    sayJson(io, { token, id, scopes, expiresAt });
    return;
  }
  say(io.stdout, token);
  say(
    io.stderr,
    `Keep it now, it is shown this once: ${scopes.join(', ')}, until ${dayOf(expiresAt)}, id ${id}`,
  );
}

/** Prints tokens and whose they are. */
export function printTokens(
  io: Io,
  tokens: readonly (ShownToken & { readonly email: string | null })[],
  json: boolean,
): void {
  if (json) {
    sayJson(io, {
      tokens: tokens.map(({ id, email, hint, kind, name, scopes, ...times }) => ({
        id,
        email,
        hint,
        kind,
        name,
        scopes,
        createdAt: times.createdAt,
        expiresAt: times.expiresAt,
        lastUsedAt: times.lastUsedAt,
        revokedAt: times.revokedAt,
      })),
    });
    return;
  }
  const { stdout } = io;
  if (tokens.length === 0) say(stdout, 'No tokens');
  const now = new Date();
  for (const line of table(
    tokens.map((token) => [
      styled(stdout, 'dim', token.id),
      `${token.hint}…`,
      printable(token.email ?? ''),
      printable(token.name),
      token.scopes.join(','),
      stateOf(token, now),
      token.lastUsedAt === null ? 'never used' : `used ${dayOf(token.lastUsedAt)}`,
    ]),
  )) {
    say(stdout, line);
  }
}

export function printRevoked(io: Io, { id, hint, revokedAt }: ShownToken, json: boolean): void {
  if (json) sayJson(io, { id, revokedAt });
  else say(io.stdout, `${hint}… is revoked`);
}

function stateOf({ expiresAt, revokedAt }: ShownToken, now: Date): string {
  if (revokedAt !== null) return `revoked ${dayOf(revokedAt)}`;
  return `${expiresAt <= now ? 'expired' : 'until'} ${dayOf(expiresAt)}`;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
