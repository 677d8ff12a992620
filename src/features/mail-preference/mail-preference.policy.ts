import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';

/** Whether the actor may see, and with `change` set, which mail this person gets. */
export function mayMailPreferences(actor: Actor, act: 'see' | 'change', personId: string): boolean {
  if (act === 'see' && roleAllows(actor, 'administer')) return true;
  return personIdOf(actor) === personId && hasScope(actor, act === 'see' ? 'read' : 'write');
}
