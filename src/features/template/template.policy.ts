import { hasScope, roleAllows, type Actor } from '../../core/actor.js';

/** Whether the actor may read templates; everybody in the organization knows them all. */
export function mayReadTemplates(actor: Actor): boolean {
  return roleAllows(actor, 'read');
}

/** Whether the actor may write templates and the rules by which they are suggested: administrators. */
export function mayKeepTemplates(actor: Actor): boolean {
  const isAdmin = actor.kind === 'person' && actor.role === 'ADMIN';
  return actor.kind === 'operator' || (isAdmin && hasScope(actor, 'write'));
}

/** Whether the actor may see how templates are written, also those that are no longer offered. */
export function mayLookAfterTemplates(actor: Actor): boolean {
  const isAdmin = actor.kind === 'person' && actor.role === 'ADMIN';
  return actor.kind === 'operator' || (isAdmin && hasScope(actor, 'admin'));
}
