import { hasScope, roleAllows, type Actor } from '../../core/actor.js';

/** Whether the actor may read calendars; everybody in the organization knows them all. */
export function mayReadCalendars(actor: Actor): boolean {
  return roleAllows(actor, 'read');
}

/** Whether the actor may write calendars and remove them: administrators, as they keep the teams. */
export function mayKeepCalendars(actor: Actor): boolean {
  const isAdmin = actor.kind === 'person' && actor.role === 'ADMIN';
  return actor.kind === 'operator' || (isAdmin && hasScope(actor, 'write'));
}
