/** Who acts. */
export type Actor =
  /** Whoever runs the program on this machine: the command line, the jobs, the local server. */
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly role: 'ADMIN' | 'MEMBER' | 'VIEWER';
    }
  | { readonly kind: 'anonymous' };

export const OPERATOR: Actor = { kind: 'operator' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** The person behind an actor, or null for one who is not a person. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

export type RoleAct = 'read' | 'edit' | 'delete';

/**
 * What a role allows where the thing itself has no say: everybody in the organization reads,
 * members write, administrators delete for good.
 */
export function roleAllows(actor: Actor, act: RoleAct): boolean {
  if (actor.kind === 'operator') return true;
  if (actor.kind === 'anonymous') return false;
  if (act === 'read') return true;
  return act === 'delete' ? actor.role === 'ADMIN' : actor.role !== 'VIEWER';
}
