import { hasScope, roleAllows, type Actor } from '../../core/actor.js';
import type { Role, TokenScope } from '../../core/vocabulary.js';
import type { TokenKind } from './api-token.entity.js';

/** What a token of somebody in this role can be for at all. */
const SCOPES_OF_ROLE: Readonly<Record<Role, readonly TokenScope[]>> = {
  ADMIN: ['read', 'write', 'admin', 'restricted'],
  MEMBER: ['read', 'write', 'restricted'],
  VIEWER: ['read', 'restricted'],
};

/** A feed is read by whoever has its address, so that nothing restricted goes into one. */
const SCOPES_OF_FEED: readonly TokenScope[] = ['read'];

/** The scopes among those wanted that a token of this kind for somebody in this role cannot have. */
export function surplusScopes(
  role: Role,
  kind: TokenKind,
  wanted: readonly TokenScope[],
): TokenScope[] {
  const allowed = kind === 'FEED' ? SCOPES_OF_FEED : SCOPES_OF_ROLE[role];
  return wanted.filter((scope) => !allowed.includes(scope));
}

/**
 * Whether the actor may make a token for this person: everybody for themselves, and with a token
 * none that may do more than that one; the operator for anybody.
 */
export function mayCreateToken(
  actor: Actor,
  personId: string,
  scopes: readonly TokenScope[],
): boolean {
  if (actor.kind === 'operator') return true;
  return isOwn(actor, personId) && scopes.every((scope) => hasScope(actor, scope));
}

/** Whether the actor may see, and with `revoke` end, the tokens of this person. */
export function mayToken(actor: Actor, act: 'see' | 'revoke', personId: string): boolean {
  if (roleAllows(actor, 'administer')) return true;
  return isOwn(actor, personId) && hasScope(actor, act === 'see' ? 'read' : 'write');
}

function isOwn(actor: Actor, personId: string): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}
