import type { Role, TokenScope } from './vocabulary.js';

/** Who acts. */
export type Actor =
  /** Whoever runs the program on this machine: the command line and the jobs. */
  { readonly kind: 'operator' } | PersonActor | { readonly kind: 'anonymous' };

/** Somebody who has signed in, or a program that acts for them with a token. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly role: Role;
  /** What the token allows; undefined for a browser that has signed in: whatever the role allows. */
  readonly scopes?: ReadonlySet<TokenScope> | undefined;
  /** The library lets everybody read drafts, not only those who write and review them. */
  readonly readsDrafts?: boolean | undefined;
}

/**
 * Whoever reads along in a chat: somebody who is named nowhere, so that they see what everybody in
 * the organization sees and nothing else.
 */
export const BYSTANDER: Actor = {
  kind: 'person',
  personId: '00000000-0000-0000-0000-000000000000',
  role: 'VIEWER',
  scopes: new Set(['read']),
};

export const OPERATOR: Actor = { kind: 'operator' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** Somebody who reads a mail: they see what they may see, and nothing is done in their name. */
export const readerByMail = (
  { id, role }: { readonly id: string; readonly role: Role },
  readsDrafts: boolean,
): PersonActor => ({
  kind: 'person',
  personId: id,
  role,
  scopes: new Set(['read', 'restricted']),
  readsDrafts,
});

/** The person behind an actor, or null for one who is not a person. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** The same for two actors who differ only in who they are. */
export function kindOf(actor: Actor): string {
  if (actor.kind !== 'person') return actor.kind;
  const known = kinds.get(actor);
  if (known !== undefined) return known;
  const { personId: _, scopes, ...rest } = actor;
  const kind = JSON.stringify({ ...rest, scopes: scopes && [...scopes].sort() });
  kinds.set(actor, kind);
  return kind;
}

/** A request asks several times. */
const kinds = new WeakMap<PersonActor, string>();

/** Whether the actor came in a way that may do such things; what their role allows is another matter. */
export function hasScope(actor: Actor, scope: TokenScope): boolean {
  if (actor.kind === 'person') return actor.scopes?.has(scope) ?? true;
  return actor.kind === 'operator';
}

export type RoleAct =
  /** Look at it. */
  | 'read'
  /** Write, as members do. */
  | 'edit'
  /** Remove it for good; what only administrators do. */
  | 'delete'
  /** Keep the people, the teams and what they may do. */
  | 'administer';

/**
 * What a role allows where the thing itself has no say: everybody in the organization reads,
 * members write, administrators delete for good. A token allows no more than its scopes.
 */
export function roleAllows(actor: Actor, act: RoleAct): boolean {
  if (actor.kind === 'operator') return true;
  if (actor.kind === 'anonymous') return false;
  switch (act) {
    case 'read':
      return hasScope(actor, 'read');
    case 'edit':
      return actor.role !== 'VIEWER' && hasScope(actor, 'write');
    case 'delete':
    case 'administer':
      return actor.role === 'ADMIN' && hasScope(actor, 'admin');
  }
}
