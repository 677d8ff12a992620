import { hasScope, roleAllows, type Actor } from '../../core/actor.js';

/**
 * Whether the actor may see, and with `end` end, the browsers in which this person has signed in:
 * everybody their own, administrators anybody's. A token needs the scope `admin` to end one.
 */
export function maySession(actor: Actor, act: 'see' | 'end', personId: string): boolean {
  if (roleAllows(actor, 'administer')) return true;
  const isOwn = actor.kind === 'person' && actor.personId === personId;
  return isOwn && hasScope(actor, act === 'see' ? 'read' : 'admin');
}

/** Whether the actor may let somebody in by a link. */
export function mayInvite(actor: Actor): boolean {
  return roleAllows(actor, 'administer');
}
